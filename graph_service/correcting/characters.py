"""The characters of a text file with the encoding they came in, so that what is written comes in the same one."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from graph_service.errors import Code, ProblemError, problem

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4096
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Characters:
    """A file's text, and what it takes to make bytes of such a text again."""

    text: str
    encoding: str
    mark: bytes

    def encoded(self, text: str) -> bytes:
        """Return the bytes of another text in the same encoding. Raise UnicodeEncodeError for a sign it has not."""
        return self.mark + text.encode(self.encoding)

    def can_hold(self, text: str) -> bool:
        """Whether the encoding has all signs of a text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def characters_of(data: bytes, where: str) -> Characters:
    """Return the characters of a file in the encoding that gives its bytes back.

    Raise refused where there is none: such a file could not be written without changing more than the corrections.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            found = _held(data.removeprefix(mark), encoding, mark)
            if found is None:
                raise _lossy(where)
            return found
    found = next((held for name in _names(data) if (held := _held(data, name, b""))), None)
    if found is None:
        raise _lossy(where)
    return found


def _names(data: bytes) -> Iterator[str]:
    """The encodings that a file may be in, in the order in which reading tries them.

    What a file of XML says of itself holds; so does what any other says that has plain letters only and fits all.
    """
    head = data[:_HEAD]
    declared = _DECLARED.search(head)
    said = declared[1].decode("ascii") if declared else None
    if said and (data.isascii() or head.lstrip().startswith(b"<?xml")):
        yield said
    yield "utf-8"
    if said:
        yield said
    guessed = from_bytes(data[:_SAMPLE]).best()
    if guessed:
        yield guessed.encoding


def _held(data: bytes, encoding: str, mark: bytes) -> Characters | None:
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data
    except (UnicodeError, LookupError):
        return None
    return Characters(text=text, encoding=encoding, mark=mark) if same else None


def _lossy(where: str) -> ProblemError:
    return problem(
        Code.REFUSED,
        "it cannot be corrected in the encoding that it is in",
        where=where,
        hint="save it as UTF-8 and try again",
    )
