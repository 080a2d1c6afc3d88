"""Names and documents out of posted bodies."""

import pytest

from graph_service.api.posted import Posted, posted_file, safe_name
from graph_service.errors import Code, ProblemError

NAMES = [
    ("draft.docx", "draft.docx"),
    ("../../etc/passwd", "passwd"),
    ("C:\\texts\\draft.docx", "draft.docx"),
    ("Projet de résolution.docx", "Projet de résolution.docx"),
    ("决议.docx", "决议.docx"),
    ("a\nb\0c.txt", "abc.txt"),
    ("...", "document"),
    ("", "document"),
    ("x" * 300 + ".txt", "x" * 116 + ".txt"),
]


@pytest.mark.parametrize(("given", "wanted"), NAMES)
def test_a_name_is_its_last_part_and_printable(given: str, wanted: str) -> None:
    assert safe_name(given) == wanted


BODIES = [
    (b"abc", "text/plain", "document", Posted(name="document.txt", data=b"abc")),
    (b"abc", "application/pdf", "document", Posted(name="document.pdf", data=b"abc")),
    (b"abc", "application/xml; charset=utf-8", "text", Posted(name="text.xml", data=b"abc")),
    (b"abc", "", "own.html", Posted(name="own.html", data=b"abc")),
    (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n',
        "multipart/form-data; boundary=x",
        "document",
        Posted(name="a.txt", data=b"abc"),
    ),
]


@pytest.mark.parametrize(("body", "content_type", "name", "wanted"), BODIES)
def test_a_document_is_found(body: bytes, content_type: str, name: str, wanted: Posted) -> None:
    assert posted_file(body, content_type, name) == wanted


@pytest.mark.parametrize("content_type", ["image/png", "IMAGE/PNG", "application/json; charset=utf-8", " video/mp4"])
def test_what_calls_itself_no_text_is_refused(content_type: str) -> None:
    with pytest.raises(ProblemError) as caught:
        posted_file(b"Resolution 1 of a picture", content_type, "document")
    assert caught.value.problem.code is Code.UNSUPPORTED_FORMAT
    assert content_type in caught.value.problem.where


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--x", "multipart/form-data"),
        (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nabc\r\n--x--\r\n', "multipart/form-data; boundary=x"),
        (b"no form at all", "multipart/form-data; boundary=x"),
    ],
)
def test_a_form_without_a_document_is_refused(body: bytes, content_type: str) -> None:
    with pytest.raises(ProblemError):
        posted_file(body, content_type, "document")
