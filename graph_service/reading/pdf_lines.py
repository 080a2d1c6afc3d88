"""A printed line of a PDF page: its text and its box, in points from the lower left corner."""

import re
import unicodedata
from dataclasses import dataclass, replace

_SAME_LINE = 0.5
_HYPHENS = {"\ufffe": "\u00ad", "\x02": "\u00ad"}
_PRESENTATION = range(0xFB50, 0xFF00)
_EAST_ASIAN_SPACE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=\S)|(?<=\S) (?=[\u3000-\u9fff\uff00-\uffef])")
_LIGATURES = range(0xFB00, 0xFB07)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line with its box and the size of its page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    width: float
    height: float

    @property
    def size(self) -> float:
        """The height of the type."""
        return self.top - self.bottom

    def goes_on_with(self, after: "PrintedLine") -> bool:
        """Whether another piece belongs to the same printed line, to the right or, in Arabic, to the left of it."""
        overlap = min(self.top, after.top) - max(self.bottom, after.bottom)
        if overlap < _SAME_LINE * min(self.size, after.size):
            return False
        apart = max(after.left - self.right, self.left - after.right)
        return -1 <= apart < after.width / 8

    def with_piece(self, after: "PrintedLine") -> "PrintedLine":
        """Return the line with a further piece; a wide gap between them is a tab."""
        gap = max(after.left - self.right, self.left - after.right)
        return replace(
            self,
            text=self.text + ("\t" if gap > self.size else " ") + after.text,
            left=min(self.left, after.left),
            right=max(self.right, after.right),
            bottom=min(self.bottom, after.bottom),
            top=max(self.top, after.top),
        )


def as_logical(text: str) -> str:
    """Return a line's characters as texts have them: no presentation forms or ligatures, one sign for a soft hyphen."""
    if text.isascii():
        return text.replace("\x02", "\u00ad")
    return _EAST_ASIAN_SPACE.sub("", "".join(_logical(char) for char in text))


def _logical(char: str) -> str:
    if ord(char) in _PRESENTATION or ord(char) in _LIGATURES:
        return unicodedata.normalize("NFKC", char)
    return _HYPHENS.get(char, char)
