"""Forms that readers send: read in memory only, bounded in bytes, files and fields apart."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs

from python_multipart import FormParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.requests import Request

from graph_service.errors import Code, ProblemError, problem
from graph_service.web.desk import Upload

_MULTIPART = b"multipart/form-data"
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form holds: its fields, each with all its values, and the file that was chosen, None for none."""

    fields: dict[str, tuple[str, ...]]
    file: Upload | None

    def value(self, name: str) -> str:
        """Return the first value of a field without spaces around it, empty where it is not there."""
        return next(iter(self.fields.get(name, ())), "").strip()


async def posted(request: Request, *, most: int) -> Form:
    """Return the form of a request. Raise too-large, or bad-request for what cannot be read."""
    body = await _bounded(request, most)
    media, parameters = parse_options_header(request.headers.get("content-type", ""))
    if media != _MULTIPART:
        fields = parse_qs(body.decode("utf-8", errors="replace"), keep_blank_values=True)
        return Form(fields={name: tuple(values) for name, values in fields.items()}, file=None)
    return _multipart(body, parameters.get(b"boundary", b""))


async def _bounded(request: Request, most: int) -> bytes:
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise _too_large(most)
    found = bytearray()
    async for block in request.stream():
        found += block
        if len(found) > most:
            raise _too_large(most)
    return bytes(found)


def _multipart(body: bytes, boundary: bytes) -> Form:
    fields: list[Any] = []
    files: list[Any] = []
    room = len(body) + 1
    config = {"MAX_MEMORY_FILE_SIZE": room, "MAX_BODY_SIZE": room}
    try:
        parser = FormParser("multipart/form-data", fields.append, files.append, boundary=boundary, config=config)
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        what = f"the form cannot be read ({error})"
        raise problem(Code.BAD_REQUEST, what, where="the request", hint="send it again") from error
    found: dict[str, tuple[str, ...]] = {}
    for field in fields:
        name = field.field_name.decode("utf-8", errors="replace")
        value = (field.value or b"").decode("utf-8", errors="replace")
        found[name] = (*found.get(name, ()), value)
    return Form(fields=found, file=next((file for file in map(_file, files) if file), None))


def _file(file: Any) -> Upload | None:  # noqa: ANN401 - the library's own type of file
    """The file that was chosen; browsers send an empty one where none was."""
    if not file.file_name:
        return None
    file.file_object.seek(0)
    return Upload(name=_safe(file.file_name.decode("utf-8", errors="replace")), data=file.file_object.read())


def _safe(name: str) -> str:
    """The last part of a file's name without what could mean something elsewhere."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(char for char in last if char.isprintable()).strip(". ")
    return plain[-_LONGEST_NAME:] or "document"


def _too_large(most: int) -> ProblemError:
    what = f"it is larger than {most // 1_048_576} MiB"
    return problem(Code.TOO_LARGE, what, where="the document", hint="send a part of it")
