"""Forms are read in memory: fields with all their values, files with safe names, never more than allowed."""

import pytest
from starlette.requests import Request

from graph_service.errors import Code, ProblemError
from graph_service.web.posting import Form, posted
from tests.apart import run_apart

BOUNDARY = "b0undary"


def request(body: bytes, media: str, length: int | None = None) -> Request:
    sent = iter([body[:10], body[10:]])
    headers = [(b"content-type", media.encode())]
    if length is not None:
        headers.append((b"content-length", str(length).encode()))

    async def receive() -> dict[str, object]:
        part = next(sent, None)
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    return Request({"type": "http", "method": "POST", "path": "/check", "headers": headers}, receive)


def read(body: bytes, media: str, most: int = 10_000, length: int | None = None) -> Form:
    return run_apart(posted(request(body, media, length), most=most))


def multipart(*parts: tuple[str, str | None, bytes]) -> bytes:
    found = b""
    for name, file, value in parts:
        end = f'; filename="{file}"' if file is not None else ""
        found += (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{end}\r\n\r\n'.encode() + value + b"\r\n"
        )
    return found + f"--{BOUNDARY}--\r\n".encode()


MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def test_a_plain_form_has_all_values_of_a_field() -> None:
    form = read(b"take=a%3A1&take=b&at=+pp-18+&text=%D0%A0", "application/x-www-form-urlencoded")
    assert form.fields["take"] == ("a:1", "b")
    assert (form.value("at"), form.value("text"), form.value("nothing")) == ("pp-18", "Р", "")
    assert form.file is None


def test_a_form_with_a_file_has_both() -> None:
    form = read(multipart(("at", None, b"2022-06-05"), ("file", "a.docx", b"\x00\xff")), MULTIPART)
    assert form.value("at") == "2022-06-05"
    assert form.file is not None
    assert (form.file.name, form.file.data) == ("a.docx", b"\x00\xff")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\draft.docx", "draft.docx"),
        ("a\x00b.txt", "ab.txt"),
        ("..", "document"),
    ],
)
def test_a_file_name_is_only_a_name(name: str, safe: str) -> None:
    form = read(multipart(("file", name.replace("\\", "\\\\"), b"x")), MULTIPART)
    assert form.file is not None
    assert form.file.name == safe


def test_a_file_field_left_empty_is_no_file() -> None:
    assert read(multipart(("file", "", b"")), MULTIPART).file is None


@pytest.mark.parametrize("length", [None, 500])
def test_a_form_that_is_too_large_is_refused(length: int | None) -> None:
    with pytest.raises(ProblemError) as caught:
        read(b"text=" + b"a" * 495, "application/x-www-form-urlencoded", most=100, length=length)
    assert caught.value.problem.code is Code.TOO_LARGE


@pytest.mark.parametrize("body", [b"no form at all", b"--other\r\n\r\n"])
def test_a_form_that_cannot_be_read_is_a_problem(body: bytes) -> None:
    with pytest.raises(ProblemError) as caught:
        read(body, MULTIPART)
    assert caught.value.problem.code is Code.BAD_REQUEST
