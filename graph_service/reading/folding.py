"""Text folded for matching: lower case, no accents, plain digits, hyphens and spaces, no signs without width."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.reading.offsets import Offsets

_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "´": "'",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "ي": "ى",
    "ی": "ى",
    "ک": "ك",
}
_GONE = {"\u00ad", "\u0640", "\ufeff"}


class _Table(dict[int, str | None]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(char: str) -> str | None:
    if char in _GONE or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return None
    if char in _SAME:
        return _SAME[char]
    base = [one for one in unicodedata.normalize("NFKD", char) if unicodedata.category(one) not in {"Mn", "Me"}]
    plain = base[0] if len(base) == 1 else char
    plain = _SAME.get(plain, plain)
    if plain.isdecimal():
        return str(unicodedata.decimal(plain))
    lower = plain.lower()
    return lower if len(lower) == 1 else lower[0]


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the folded text: a character for a character, save for those without width, which vanish."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the way back: ``at`` gives the position in the source of a position in ``text``."""

    text: str
    offsets: Sequence[int] | None

    def at(self, position: int) -> int:
        """Return where the character at ``position`` stands in the source."""
        return position if self.offsets is None else self.offsets[position]


def folded(text: str) -> Folded:
    """Return the folded text with the way back to the source."""
    plain = fold(text)
    if len(plain) == len(text):
        return Folded(plain, None)
    gone = "".join(re.escape(char) for char in set(text) if _TABLE[ord(char)] is None)
    runs: list[tuple[int, int]] = []
    at = size = 0
    for found in re.finditer(f"[{gone}]+", text):
        if at < found.start():
            runs.append((size, at))
            size += found.start() - at
        at = found.end()
    return Folded(plain, Offsets([*runs, (size, at)], len(plain) + 1))
