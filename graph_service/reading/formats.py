"""The formats that are read: how each is told by its first bytes or its suffix, and the function that reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from graph_service.errors import Code, ProblemError, problem
from graph_service.reading.block import RawText
from graph_service.reading.package import Package
from graph_service.reading.text import read_text

Read = Callable[[bytes, str], tuple[RawText, ...]]
_HEAD = 4096
_PARTS = (b"[Content_Types].xml", b"word/")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its name in output, its suffixes, whether data are of it, and the reader of its texts."""

    name: str
    suffixes: tuple[str, ...]
    tells: Callable[[bytes], bool]
    read: Read


def _read_docx(data: bytes, where: str) -> tuple[RawText, ...]:
    from graph_service.reading.docx import read_docx  # noqa: PLC0415 - lxml is loaded for the files that need it

    return read_docx(data, where)


def _read_pdf(data: bytes, where: str) -> tuple[RawText, ...]:
    from graph_service.reading.pdf import read_pdf  # noqa: PLC0415 - pdfium is loaded for PDF alone

    return read_pdf(data, where)


def _read_akn(data: bytes, where: str) -> tuple[RawText, ...]:
    from graph_service.reading.akn import read_akn  # noqa: PLC0415 - lxml is loaded for the files that need it

    return read_akn(data, where)


def _read_html(data: bytes, where: str) -> tuple[RawText, ...]:
    from graph_service.reading.html import read_html  # noqa: PLC0415 - lxml is loaded for the files that need it

    return read_html(data, where)


def _is_docx(data: bytes) -> bool:
    return data.startswith(b"PK") and _PARTS[0] in data and _PARTS[1] in data


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_akn(data: bytes) -> bool:
    head = data[:_HEAD]
    return b"akomaNtoso" in (head.replace(b"\0", b"") if head.startswith(_BOMS) else head)


def _is_html(data: bytes) -> bool:
    head = data[:_HEAD].replace(b"\0", b"").lower()
    return any(mark in head for mark in _MARKUP)


def _is_text(data: bytes) -> bool:
    if data.startswith(_BOMS):
        return True
    head = data[:_HEAD]
    if head.lstrip().startswith(b"<?xml") or head.startswith((b"{\\rtf", b"PK\x03\x04", _OLE)):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)  # noqa: PLR2004 - below tab, and between return and escape
    return controls <= len(head) * _MOST_CONTROLS


FORMATS = (
    Format(name="docx", suffixes=(".docx", ".docm"), tells=_is_docx, read=_read_docx),
    Format(name="pdf", suffixes=(".pdf",), tells=_is_pdf, read=_read_pdf),
    Format(name="akn", suffixes=(".xml", ".akn"), tells=_is_akn, read=_read_akn),
    Format(name="html", suffixes=(".html", ".htm", ".xhtml"), tells=_is_html, read=_read_html),
    Format(name="text", suffixes=(".txt", ".text", ".md", ".adoc"), tells=_is_text, read=read_text),
)
"""In the order in which they are tried."""

SUFFIXES = tuple(suffix for one in FORMATS for suffix in one.suffixes)


def format_of(data: bytes, where: str) -> Format:
    """Return the format that data are in, told by their content. Raise one problem for what is none of them."""
    if not data.strip():
        raise problem(Code.UNREADABLE_FILE, "the file is empty", where=where, hint="give a file with text in it")
    found = next((one for one in FORMATS if one.tells(data)), None)
    if found is None:
        raise _unsupported(data, where)
    return found


def _unsupported(data: bytes, where: str) -> ProblemError:
    head = data[:_HEAD].lstrip()
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return problem(
                Code.UNREADABLE_FILE, "it is protected by a password", where=where, hint="remove the password first"
            )
        return problem(
            Code.UNSUPPORTED_FORMAT,
            "it is an old Office file (.doc)",
            where=where,
            hint="save it as .docx and try again",
        )
    if head.startswith(b"<?xml"):
        return _unsupported_xml(data, where)
    if data.startswith(b"PK\x03\x04"):
        Package(data, where)
    return problem(
        Code.UNSUPPORTED_FORMAT,
        "it is none of the formats that are read",
        where=where,
        hint="give Word (.docx), PDF, HTML, Akoma Ntoso or plain text",
    )


def _unsupported_xml(data: bytes, where: str) -> ProblemError:
    from graph_service.reading.xml import parse_xml  # noqa: PLC0415 - lxml is loaded for the files that need it

    try:
        parse_xml(data, where)
    except ProblemError as error:
        return error
    return problem(
        Code.UNSUPPORTED_FORMAT, "this XML is no Akoma Ntoso", where=where, hint="give an akomaNtoso document"
    )
