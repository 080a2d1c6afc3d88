"""The way in: one file, many files, the same document in every format, a language more."""

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.lexicon.load import load_lexicon
from graph_service.reading.read import DocumentReader, read_documents

TEXT = (
    "RESOLUTION 900 (Busan, 2014Rev. Dubai, 2018)\nTrees\nThe Plenipotentiary Conference (Busan, 2014Dubai, 2018),\nrecalling\n"
    "a)\tResolution 901;\nb)\tResolution 902;\ncb)\tResolution 903,\nresolves\nto plant trees."
)
PARTS = [
    "title",
    "title",
    "enactingFormula",
    "recalls",
    "recalls.1",
    "recalls.2",
    "recalls.2",
    "resolves",
    "resolves.1",
]


def as_html(text):
    return ("<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n")) + "</body></html>").encode()


def as_akn(text):
    body = "".join(f'<p eId="p_{number}">{line}</p>' for number, line in enumerate(text.split("\n"), 1))
    return f"<akomaNtoso><doc><mainBody>{body}</mainBody></doc></akomaNtoso>".encode()


def test_one_document_in_every_format(read, word_file):
    word = word_file(
        "".join(f"<w:p><w:r><w:t>{line.replace(chr(9), ' ')}</w:t></w:r></w:p>" for line in TEXT.split("\n"))
    )
    for name, data in {"a.txt": TEXT.encode(), "a.html": as_html(TEXT), "a.xml": as_akn(TEXT), "a.docx": word}.items():
        document = read(data, name)
        assert [one.regions[0].part for one in document.paragraphs] == PARTS, name
        assert document.head.marker.year == 2018, name
        assert (document.doc, document.file, document.lang) == ("a", name, "en")


def test_the_digest_is_that_of_the_file(read):
    assert read("text").sha256 == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"


def test_a_folder_is_many_documents(tmp_path, register, lexicons):
    (tmp_path / "b.html").write_bytes(as_html(TEXT))
    (tmp_path / "a.txt").write_text(TEXT)
    found = read_documents(tmp_path, name="texts", register=register, lexicons=lexicons)
    assert [(one.doc, one.format) for one in found] == [("a", "text"), ("b", "html")]


def test_one_file_that_fails_does_not_stop_the_others(tmp_path, reader):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 junk")
    (tmp_path / "b.txt").write_text(TEXT)
    problem, documents = reader.read(tmp_path, "texts")
    assert isinstance(problem, ProblemError)
    assert documents[0].doc == "b"


def test_read_documents_raises_the_first_problem(register, lexicons):
    with pytest.raises(ProblemError) as caught:
        read_documents(b"<html></html>", name="a.html", register=register, lexicons=lexicons)
    assert caught.value.problem.code is Code.UNREADABLE_FILE
    assert caught.value.problem.where == "a.html"


def test_regions_cover_the_text_without_gaps(read):
    for paragraph in read(TEXT + "\nnoting a) one; b) two, resolves 1 to act; 2 to rest,").paragraphs:
        borders = [0, *(one.end for one in paragraph.regions)]
        assert [one.start for one in paragraph.regions] == borders[:-1]
        assert borders[-1] == len(paragraph.text)


def test_a_seventh_language_is_one_file_more(lexicons, register):
    from pathlib import Path

    german = load_lexicon("de", Path(__file__).parent.parent / "lexicon" / "seventh")
    reader = DocumentReader(register=register, lexicons={**lexicons, "de": german})
    text = "ENTSCHLIESSUNG 900 (Rev. Dubai, 2018)\nBäume in der Stadt\nunter Hinweis auf\na)\tdie Entschließung 901;\nb)\tdie Entschließung 902,\nbeauftragt den Generalsekretär\ndas zu tun und der Konferenz zu berichten."
    [[document]] = reader.read(text.encode(), "a.txt")
    assert document.lang == "de"
    assert [one.regions[0].part for one in document.paragraphs] == [
        "title",
        "title",
        "recalls",
        "recalls.1",
        "recalls.2",
        "instructs",
        "instructs.1",
    ]
