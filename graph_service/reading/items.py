"""The items of one clause, counted in order: labelled ones, or paragraphs where none is labelled."""

import re
from collections.abc import Iterator

from graph_service.reading.labels import Label, Style, follows, read_label

_AFTER_STOP = re.compile(r"[;,.؛；]\s+(?=(?:\d{1,2}|[a-z]\))\s+\w)")


class Items:
    """Counts the items of a clause; an item under an item and a paragraph that goes on with one belong to it."""

    def __init__(self) -> None:
        self.count = 0
        self.last: Label | None = None
        self._first: Label | None = None

    @property
    def is_lettered(self) -> bool:
        """Whether the items have letters."""
        return self._first is not None and self._first.style is Style.LETTER

    def step(self, label: Label | None) -> None:
        """Count a paragraph with its label, None where it has none."""
        if label is None:
            self.count += 1 if self._first is None else 0
        elif self._first is None:
            self._first = self.last = label
            self.count += 1
        elif self._is_top(label):
            self.last = label
            self.count += 1

    def _is_top(self, label: Label) -> bool:
        first, last = self._first, self.last
        if first is None or last is None or label.style is not first.style or label.depth != first.depth:
            return False
        return label.ordinal >= last.ordinal or not _under(label)

    def begin(self, text: str, place: int, letters: tuple[str, ...]) -> None:
        """Count the first item of a list that begins inside a folded text."""
        self.step(read_label(text[place : place + 12], letters))

    def opens_at(self, text: str, place: int, letters: tuple[str, ...]) -> bool:
        """Whether the next item begins at a place of a folded text, which a search after stops will find."""
        label = read_label(text[place : place + 12], letters)
        return label is not None and self.last is not None and follows(label, self.last)

    def run_in(self, text: str, start: int, end: int, letters: tuple[str, ...]) -> Iterator[int]:
        """Yield where the next items begin inside a folded text: each with the next label, after a stop."""
        for found in _AFTER_STOP.finditer(text, max(start - 2, 0), end):
            if self.opens_at(text, found.end(), letters):
                self.step(read_label(text[found.end() : found.end() + 12], letters))
                yield found.end()


def _under(label: Label) -> bool:
    """Whether a label that starts again belongs to a list under an item."""
    return label.ordinal == 1
