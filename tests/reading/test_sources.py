import io
import zipfile

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.sources import Source, sources_of


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def names(found):
    return [one.name if isinstance(one, Source) else one.problem.code for one in found]


def test_a_file_is_itself(tmp_path):
    (tmp_path / "a.txt").write_text("text")
    [found] = sources_of(tmp_path / "a.txt", "a.txt")
    assert (found.name, found.stem, found.data) == ("a.txt", "a", b"text")


def test_a_folder_is_the_documents_in_it(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.docx", "a.txt", "sub/c.HTML", "picture.png"):
        (tmp_path / name).write_text("x")
    assert names(sources_of(tmp_path, "folder")) == ["folder/a.txt", "folder/b.docx", "folder/sub/c.HTML"]


def test_an_archive_is_the_documents_in_it():
    inner = zipped({"d.txt": "x"})
    data = zipped({"a.txt": "x", "picture.png": "x", "in/b.zip": inner})
    assert names(sources_of(data, "x.zip")) == ["x.zip/a.txt", "x.zip/in/b.zip/d.txt"]


def test_a_broken_file_of_an_archive_does_not_hide_the_others():
    data = zipped({"a.zip": b"PK\x03\x04 junk", "b.txt": "x"})
    assert names(sources_of(data, "x.zip")) == [Code.UNREADABLE_FILE, "x.zip/b.txt"]


def test_archives_in_archives_end_somewhere():
    data = zipped({"a.txt": "x"})
    for _ in range(5):
        data = zipped({"a.zip": data})
    assert names(sources_of(data, "x.zip")) == [Code.TOO_LARGE]


@pytest.mark.parametrize("make", [lambda path: path / "none.txt", lambda path: path])
def test_nothing_there(tmp_path, make):
    with pytest.raises(ProblemError) as caught:
        list(sources_of(make(tmp_path), "x"))
    assert caught.value.problem.code is Code.NOT_FOUND


def test_an_archive_without_documents():
    with pytest.raises(ProblemError, match="no documents"):
        list(sources_of(zipped({"a.png": "x"}), "x.zip"))
