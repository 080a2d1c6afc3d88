"""Footnotes that a conversion ran into a paragraph: where they begin and where the text goes on."""

import re
from dataclasses import dataclass

_NOTE = re.compile(r"(?<!_)_{5,}+\s*(?=[\d*])|\[(?:footnote|\d{1,3}): ")
_RULE = re.compile(r"\s*_{5,}\s*$")
_END_OF_SENTENCE = re.compile(r"[.。]['\"”»)]*\s+")
_NEXT_NOTE = re.compile(r"\d{1,2}\s+[A-Z\"“«]")
_GOES_ON = re.compile(r"[a-zа-я•]|\d{1,2}\s+[a-zа-я]")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote inside a text, ``start`` to ``end``."""

    start: int
    end: int


def is_rule(text: str) -> bool:
    """Return whether a text is only the line above footnotes."""
    return _RULE.match(text) is not None


def note_inside(text: str, start: int) -> Note | None:
    """Return the first footnote run into a text from ``start`` on; ``text`` is not folded.

    In brackets it ends with them. After a rule it ends with the text, or with the sentence after which something
    begins that is no other note: a small letter, a bullet or an item.
    """
    if "[" not in text and "_" not in text:
        return None
    found = _NOTE.search(text, start)
    if found is None:
        return None
    if text[found.start()] == "[":
        return Note(found.start(), _closed(text, found.end()))
    return Note(found.start(), _end(text, found.end()))


def _closed(text: str, start: int) -> int:
    depth = 1
    for index in range(start, len(text)):
        depth += {"[": 1, "]": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return len(text)


def _end(text: str, start: int) -> int:
    ends = [found.end() for found in _END_OF_SENTENCE.finditer(text, start) if found.end() < len(text)]
    for end in ends:
        if _GOES_ON.match(text, end):
            return end
    if len(text) - start <= _LONGEST:
        return len(text)
    return next((end for end in ends if not _NEXT_NOTE.match(text, end)), len(text))
