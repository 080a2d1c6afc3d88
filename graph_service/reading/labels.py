"""The labels of items: "a)", "2", "iv)", "b)bis", and what follows on what."""

import re
from dataclasses import dataclass
from enum import StrEnum

_LABEL = re.compile(
    r"\s*(?:"
    r"[(（]?(?P<letter>[a-zа-я]{1,2}|[\u0621-\u064a]{1,2})\s?[)）]\s?(?:bis|ter|quater)?"
    r"|[(（](?P<closed>\d{1,2})[)）]"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\s?(?:bis|ter|quater)?[.)]?(?=\s)"
    r"|(?P<dash>[-•*])(?=\s)"
    r")\s*"
)
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


class Style(StrEnum):
    """How an item is labelled."""

    LETTER = "letter"
    NUMBER = "number"
    CLOSED = "closed"
    ROMAN = "roman"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a folded text: ``end`` is where the text after it begins, ``depth`` counts 1.2.3."""

    style: Style
    ordinal: int
    end: int
    text: str
    depth: int = 1


def read_label(text: str, letters: tuple[str, ...]) -> Label | None:
    """Return the label that a folded text begins with, None where it has none."""
    found = _LABEL.match(text)
    if found is None or found.end() == len(text):
        return None
    end, printed = found.end(), found[0].strip()
    if found["letter"]:
        return _lettered(found["letter"], letters, end, printed)
    if found["closed"]:
        return Label(Style.CLOSED, int(found["closed"]), end, printed)
    if found["number"]:
        numbers = found["number"].split(".")
        return Label(Style.NUMBER, int(numbers[0]), end, printed, depth=len(numbers))
    return Label(Style.DASH, 0, end, printed)


def _lettered(letter: str, letters: tuple[str, ...], end: int, printed: str) -> Label | None:
    ordinal = letter_ordinal(letter, letters)
    if ordinal is not None:
        return Label(Style.LETTER, ordinal, end, printed)
    return Label(Style.ROMAN, roman(letter), end, printed) if _ROMAN.fullmatch(letter) else None


def letter_ordinal(letter: str, letters: tuple[str, ...]) -> int | None:
    """Return the place of a letter in the first alphabet that has it, None for what is no single letter."""
    if len(letter) != 1:
        return None
    return next((alphabet.index(letter) + 1 for alphabet in letters if letter in alphabet), None)


def roman(numeral: str) -> int:
    """Return the value of a small roman numeral."""
    values = [_ROMAN_VALUES[char] for char in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def follows(label: Label, after: Label) -> bool:
    """Whether one label is the next one after another of the same style."""
    return label.style is after.style and label.ordinal == after.ordinal + 1


def is_first(label: Label) -> bool:
    """Whether a label begins a list."""
    return label.ordinal == 1 and label.style is not Style.DASH
