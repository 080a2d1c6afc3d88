"""Lines written from right to left, put together from the places of their signs: a PDF holds them as they look."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SAME_LINE = 0.5
_WORD_GAP = 0.14
_TAB_GAP = 1.5
_DATED_NAME = re.compile(r"(\(\d[\d/]*\))\s*([A-Z][\w-]*(?: [\w./-]+)*\d)(?=[\s،؛.,)]|$)")
"""A year in brackets before a name in Latin letters: it stood behind the name, with which it runs forward."""
_PAIRS = ("()", "[]", "{}")
_LABEL_END = 4
_INSIDE_NUMBERS = set(".,/-:'%\u2011\u2013\u2010+")


@dataclass(frozen=True, slots=True)
class Sign:
    """One printed character with its box."""

    char: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


def is_right_to_left(text: str) -> bool:
    """Whether a good part of the letters of a text are written from right to left."""
    letters = [char for char in text if char.isalpha()]
    return sum(unicodedata.bidirectional(char) in {"R", "AL"} for char in letters) * 3 > len(letters)


def lines_of(signs: Sequence[Sign]) -> Iterator[tuple[str, list[Sign]]]:
    """Yield the lines of a page from top to bottom: their text in the order of reading, and their signs."""
    line: list[Sign] = []
    for sign in sorted(signs, key=lambda one: -one.middle):
        height = max(sign.top - sign.bottom, 1.0)
        if line and abs(line[-1].middle - sign.middle) > _SAME_LINE * height:
            yield _text(line), line
            line = []
        line.append(sign)
    if line:
        yield _text(line), line


def _text(line: Sequence[Sign]) -> str:
    """The text of a line: from right to left, what is written from left to right turned round again.

    The letters of a ligature share a box and stand the wrong way round; vowel signs fill their gap and are left out.
    """
    backwards = line[::-1]
    ordered = sorted(backwards, key=lambda one: -(one.left + one.right))
    chars: list[str] = []
    before: Sign | None = None
    for sign in ordered:
        if before is not None:
            gap = before.left - sign.right
            size = max(sign.top - sign.bottom, 1.0)
            if gap > _WORD_GAP * size and chars[-1:] not in ([" "], ["\t"]):
                chars.append("\t" if gap > _TAB_GAP * size else " ")
        if unicodedata.category(sign.char) != "Mn" and not (sign.char == " " and chars[-1:] in ([" "], ["\t"])):
            chars.append(sign.char)
        before = sign
    return _DATED_NAME.sub(r"\2 \1", _paired("".join(_turned(chars)))).strip()


def _turned(chars: Sequence[str]) -> Iterator[str]:
    """The runs of Latin and of digits turned round, with the signs and spaces inside them."""
    run: list[str] = []
    for index, char in enumerate(chars):
        if _is_forward(char) or (run and _belongs(chars, index, run)):
            run.append(char)
            continue
        yield from _forward(run)
        run = []
        yield char
    yield from _forward(run)


def _forward(run: list[str]) -> Iterator[str]:
    """A run from left to right; what only hangs at its end stays where it was."""
    size = len(run)
    while size and not _is_forward(run[size - 1]):
        size -= 1
    yield from reversed(run[:size])
    yield from run[size:]


def _is_forward(char: str) -> bool:
    return unicodedata.bidirectional(char) in {"L", "EN", "AN"}


def _belongs(chars: Sequence[str], index: int, run: Sequence[str]) -> bool:
    """Whether a sign or space inside a run belongs to it: between digits, or between Latin words."""
    after = next((char for char in chars[index + 1 :] if char not in _INSIDE_NUMBERS and char not in " ("), "")
    if not after or not _is_forward(after):
        return False
    if chars[index] in _INSIDE_NUMBERS:
        return True
    latin = any(unicodedata.bidirectional(char) == "L" for char in (*run, after))
    return chars[index] == " " and latin


def _paired(text: str) -> str:
    """The brackets as they are written: a PDF holds some as they look and some as they are."""
    chars = list(text)
    for pair in _PAIRS:
        is_open = False
        for index, char in enumerate(chars):
            if char in pair:
                is_open = not is_open and not _closes_alone(chars, index)
                chars[index] = pair[0] if is_open else pair[1]
    return "".join(chars)


def _closes_alone(chars: Sequence[str], index: int) -> bool:
    """Whether a bracket that nothing opened closes: behind the letter of a label, or what the line before began."""
    before, after = chars[index - 1] if index else " ", chars[index + 1] if index + 1 < len(chars) else " "
    if index < _LABEL_END and index and after.isspace():
        return True
    return not before.isspace() and not after.isalnum()
