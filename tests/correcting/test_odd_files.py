"""Word files that are odd and yet opened: read, checked, corrected by the real rules, or refused in one sentence."""

import pytest

from graph_service.correcting.correct import correct
from graph_service.errors import Code, ProblemError
from graph_service.reading.changes import Changes
from tests.correcting.composed import NOW, texts
from tests.correcting.test_correct import DRAFTS
from tests.correcting.word import parts_of, word_file

LINES, BECOMES = DRAFTS["en"]["lines"], DRAFTS["en"]["becomes"]
INSERTED = '<w:p><w:ins w:id="7" w:author="Delegate"><w:r><w:t>{0}</w:t></w:r></w:ins></w:p>'
ANONYMOUS = '<w:p><w:ins w:id="7"><w:r><w:t>{0}</w:t></w:r></w:ins></w:p>'


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


HEAD, LAST = "".join(map(line, LINES[:-1])), line(LINES[-1])
STYLES = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
ODD = {
    "strict": word_file(HEAD + LAST, strict=True),
    "without styles": word_file(HEAD + LAST),
    "with an empty table of styles": word_file(
        HEAD + LAST, links={"styles.xml": "styles"}, extra={"word/styles.xml": STYLES.encode()}
    ),
    "a style that no table knows": word_file(
        HEAD + LAST.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="No"/></w:pPr>')
    ),
    "paragraphs without runs": word_file(f"<w:p/><w:p><w:pPr/></w:p>{HEAD}<w:p/>{LAST}<w:p/>"),
    "runs without text": word_file(HEAD + LAST.replace("<w:p>", "<w:p><w:r/><w:r><w:rPr/></w:r>")),
    "macros": word_file(HEAD + LAST, macro=True, extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}),
    "a document inside": word_file(
        HEAD + LAST,
        links={"embeddings/inner.docx": "package"},
        extra={"word/embeddings/inner.docx": word_file(HEAD + LAST)},
    ),
    "a text put in on opening": word_file(
        f'{HEAD}{LAST}<w:altChunk r:id="rId100"/>',
        links={"chunk.html": "aFChunk"},
        extra={"word/chunk.html": b"<p>x</p>"},
    ),
    "a change without date": word_file(HEAD + INSERTED.format(LINES[-1])),
    "a change without author and date": word_file(HEAD + ANONYMOUS.format(LINES[-1])),
    "a numbered change twice": word_file(HEAD + INSERTED.format("that, ") + INSERTED.format(LINES[-1])),
    "signed": word_file(HEAD + LAST, signed=True, extra={"_xmlsignatures/origin.sigs": b""}),
    "30,000 paragraphs": word_file(HEAD + LAST + line("nothing in it") * 30_000),
}


@pytest.mark.parametrize("name", ODD)
def test_it_is_checked_and_corrected(bench, name):
    data, check = ODD[name], bench.checker("odd.docx")
    checked = check(data)
    made = correct(data, name="odd.docx", checked=checked, again=check, author="A", at=NOW)
    assert BECOMES in texts(made.data)
    assert LINES[-1] in texts(made.data, Changes.ORIGINAL) or "change" in name
    assert len(made.applied) == 2
    assert made.refused == ()
    given, now = parts_of(data), parts_of(made.data)
    assert given.keys() <= now.keys()
    assert all(now[part] == given[part] for part in given if "vba" in part or "embeddings" in part or "chunk" in part)
    assert not [finding for finding in check(made.data).reports[0].findings if finding.fix and finding.fix.apply]


@pytest.mark.parametrize(
    ("name", "part"), [("a document inside", "inner.docx"), ("a text put in on opening", "chunk.html")]
)
def test_documents_inside_are_told_of(bench, name, part):
    (report,) = bench.checker("odd.docx")(ODD[name]).reports
    assert [part in note for note in report.notes] == [True]


def test_a_signature_is_told_of(bench):
    (report,) = bench.checker("odd.docx")(ODD["signed"]).reports
    assert ["signature does not hold" in note for note in report.notes] == [True]
    assert bench.checker("odd.docx")(ODD["strict"]).reports[0].notes == ()


@pytest.mark.parametrize(("data", "code"), [
    (word_file("<w:p/><w:p><w:pPr/></w:p>"), Code.UNREADABLE_FILE),
    (word_file("<w:p><w:r/></w:p>"), Code.UNREADABLE_FILE),
    (ODD["strict"][:400], Code.UNREADABLE_FILE),
])  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(bench, data, code):
    with pytest.raises(ProblemError) as raised:
        bench.checker("odd.docx")(data)
    assert raised.value.problem.code is code
    assert "\n" not in str(raised.value)
