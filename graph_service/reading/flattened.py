"""Tracked changes that a conversion flattened: old and new words run together become guessed spans.

The register's cities and conferences and the words for "revised" tell what can be two marks; nothing is guessed that
is not two of a kind side by side.
"""

from collections.abc import Iterator
from functools import cached_property

from graph_service.reading.document import Change, Span
from graph_service.reading.flattened_looks import CAMEL, GLUED
from graph_service.reading.flattened_marks import FlattenedMarks
from graph_service.reading.flattened_names import FlattenedNames
from graph_service.reading.flattened_numbers import FlattenedNumbers
from graph_service.reading.flattened_pair import Pair
from graph_service.reading.folding import folded
from graph_service.reading.marks import Marks

_WITHOUT_WIDTH = dict.fromkeys(
    (*map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u0640"), *range(0x300, 0x370))
)


class Flattened:
    """Finds flattened changes in single paragraphs; what no paragraph calls for is not compiled."""

    def __init__(self, marks: Marks) -> None:
        self._of = marks

    @cached_property
    def _marks(self) -> FlattenedMarks:
        return FlattenedMarks(self._of)

    @cached_property
    def _numbers(self) -> FlattenedNumbers:
        return FlattenedNumbers(self._of)

    @cached_property
    def _names(self) -> FlattenedNames:
        return FlattenedNames(self._of)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the changed stretches of a paragraph, struck and inserted ones side by side; none for most texts."""
        bare = text if text.isascii() else text.translate(_WITHOUT_WIDTH)
        if not GLUED.search(bare) and not CAMEL.search(bare):
            return ()
        plain = folded(text)
        taken: list[Pair] = []
        for pair in self._pairs(plain.text, bare):
            if all(pair.end <= one.start or one.end <= pair.start for one in taken):
                taken.append(pair)
        spans: list[Span] = []
        for pair in sorted(taken, key=lambda one: one.start):
            start, middle, end = plain.at(pair.start), plain.at(pair.middle), plain.at(pair.end)
            first, second = (Change.INSERTED, Change.STRUCK) if pair.backwards else (Change.STRUCK, Change.INSERTED)
            spans += (
                Span(start=start, end=middle, change=first, guessed=True),
                Span(start=middle, end=end, change=second, guessed=True),
            )
        return tuple(spans)

    def _pairs(self, text: str, printed: str) -> Iterator[Pair]:
        """The pairs of a folded text; ``printed`` is the text itself, whose capitals tell words run together."""
        if GLUED.search(printed):
            yield from self._marks.pairs(text)
            yield from self._numbers.pairs(text)
        if CAMEL.search(printed):
            yield from self._names.pairs(text)
