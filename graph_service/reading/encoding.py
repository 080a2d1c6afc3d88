"""Bytes become characters: by their byte order mark, as UTF-8, as they say themselves, or in what fits best."""

import codecs
import re

from graph_service.errors import Code, ProblemError, problem

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 200_000


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """Return the characters of a file; ``declared`` is the encoding that it names itself, which may be wrong.

    Raise unreadable-file for what is in no known encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, _encoding(data, where, declared), where)


def _encoding(data: bytes, where: str, declared: str | None) -> str:
    if declared and _is_known(declared):
        try:
            data.decode(declared)
        except UnicodeDecodeError:
            pass
        else:
            return declared
    western = _western(data[:_SAMPLE])
    if western:
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and most files are UTF-8

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _not_text(where)
    return best.encoding


def _western(data: bytes) -> str | None:
    """The encoding of a text in Latin letters with few others, which a short text does not give away by itself.

    Windows 1252 holds all of ISO 8859-1; ISO 8859-15 is told by its œ and Ÿ, which are fractions in the other.
    """
    high = [byte for byte in data if byte >= _FIRST_HIGH]
    letters = sum(chr(byte).isalpha() for byte in data if byte < _FIRST_HIGH)
    if b"\0" in data or len(high) * _LEAST_PLAIN > letters:
        return None
    if not any(byte in _CONTROLS for byte in high) and _LIGATURE.search(data):
        return "iso8859-15"
    signs = data.decode("cp1252", errors="replace")
    return "cp1252" if all(sign in _WESTERN for sign in signs if ord(sign) >= _FIRST_HIGH) else None


_FIRST_HIGH = 0x80
_LEAST_PLAIN = 3
"""Letters of ASCII for each byte that is none; Cyrillic and Arabic texts have far fewer."""
_CONTROLS = range(0x80, 0xA0)
_LIGATURE = re.compile(rb"[A-Za-z][\xbc\xbd\xbe]|[\xbc\xbd][A-Za-z]")
_WESTERN = frozenset(
    "àâäæçèéêëîïôöœùûüÿñáíóúãõåøìòßÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸÑÁÍÓÚÃÕÅØÌÒ«»‘’“”–—…•°ºª·¿¡§€©®™\xa0\xad±µ×²³½¼¾†‑"
)


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name != "utf-8"
    except LookupError:
        return False


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise _not_text(where) from error


def _not_text(where: str) -> ProblemError:
    return problem(
        Code.UNREADABLE_FILE,
        "its characters are in no encoding that is known",
        where=where,
        hint="save it as UTF-8 and try again",
    )
