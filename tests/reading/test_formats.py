import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.formats import FORMATS, SUFFIXES, format_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
TOLD = [
    (b"RESOLUTION 5", "text"),
    ("РЕЗОЛЮЦИЯ 5".encode("cp1251"), "text"),
    ("第5号决议".encode("utf-16"), "text"),
    (b"%PDF-1.7 ...", "pdf"),
    (b"<?xml version='1.0'?><akomaNtoso/>", "akn"),
    (b"<!DOCTYPE html><html></html>", "html"),
    (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "html"),
]


@pytest.mark.parametrize("data, name", TOLD)
def test_formats_are_told_by_content(data, name):
    assert format_of(data, "a").name == name


def test_a_word_file_is_told_from_an_archive(word_file):
    assert format_of(word_file("<w:p/>"), "a").name == "docx"


REFUSED = [
    (b"", Code.UNREADABLE_FILE, "empty"),
    (b" \n\t ", Code.UNREADABLE_FILE, "empty"),
    (OLE, Code.UNSUPPORTED_FORMAT, "old Office file"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), Code.UNREADABLE_FILE, "password"),
    (b"{\\rtf1 text}", Code.UNSUPPORTED_FORMAT, "none of the formats"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Code.UNSUPPORTED_FORMAT, "none of the formats"),
    (b"<?xml version='1.0'?><other/>", Code.UNSUPPORTED_FORMAT, "no Akoma Ntoso"),
    (b"<?xml version='1.0'?><other>", Code.UNREADABLE_FILE, "broken"),
]


@pytest.mark.parametrize("data, code, words", REFUSED)
def test_what_is_not_read_says_why(data, code, words):
    with pytest.raises(ProblemError, match=words) as caught:
        format_of(data, "file.x")
    assert caught.value.problem.code is code
    assert caught.value.problem.hint


def test_each_suffix_belongs_to_one_format():
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert {one.name for one in FORMATS} == {"docx", "pdf", "akn", "html", "text"}
