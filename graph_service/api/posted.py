"""A posted document out of a request's body: the file of a multipart form, or the body itself. All of it in memory."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from python_multipart import FormParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header

from graph_service.errors import Code, problem

_MULTIPART = b"multipart/form-data"
_FIELD = b"file"
_LONGEST_NAME = 120
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/akn+xml": ".xml",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/zip": ".zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_NO_TEXTS = ("image/", "audio/", "video/", "font/", "application/json")
"""What the body says itself to be: its bytes may look like a short text all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A document's name and bytes."""

    name: str
    data: bytes


def posted_file(body: bytes, content_type: str, name: str) -> Posted:
    """Return the document of a request. Raise bad-request for a form without one, unsupported-format for no text."""
    media, parameters = parse_options_header(content_type)
    if content_type.strip().lower().startswith(_NO_TEXTS):
        what, hint = "this is no text", "send Word, PDF, HTML, Akoma Ntoso or plain text under its own media type"
        raise problem(Code.UNSUPPORTED_FORMAT, what, where=f"Content-Type {content_type[:80]}", hint=hint)
    if media != _MULTIPART:
        suffix = _SUFFIXES.get(media.decode("latin-1"), ".txt")
        return Posted(name=safe_name(name) if "." in name else safe_name(name) + suffix, data=body)
    boundary = parameters.get(b"boundary")
    if not boundary:
        raise problem(
            Code.BAD_REQUEST,
            "the form has no boundary",
            where="Content-Type",
            hint="let the client write the Content-Type of its form",
        )
    return _of_form(body, boundary)


def safe_name(name: str) -> str:
    """Return the last part of a file's name without what could mean something elsewhere."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(char for char in last if char.isprintable()).strip(". ")
    return plain[-_LONGEST_NAME:] or "document"


def _of_form(body: bytes, boundary: bytes) -> Posted:
    files: list[Any] = []
    config = {"MAX_MEMORY_FILE_SIZE": len(body) + 1, "MAX_BODY_SIZE": len(body) + 1}
    parser = FormParser("multipart/form-data", None, files.append, boundary=boundary, config=config)
    try:
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        what, hint = f"the form cannot be read ({error})", "send multipart/form-data with a field `file`"
        raise problem(Code.BAD_REQUEST, what, where="the request", hint=hint) from error
    chosen = next((one for one in files if one.field_name == _FIELD), None)
    if chosen is None:
        what, hint = "the form has no file", "send the document in a field `file`"
        raise problem(Code.BAD_REQUEST, what, where="the request", hint=hint)
    chosen.file_object.seek(0)
    name = (chosen.file_name or b"document").decode("utf-8", errors="replace")
    return Posted(name=safe_name(name), data=chosen.file_object.read())
