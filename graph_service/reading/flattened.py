"""Tracked changes that a conversion flattened: old and new words run together become guessed spans.

The register's cities and conferences and the words for "revised" tell what can be two marks; nothing is guessed that
is not two of a kind side by side.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from graph_service.reading.document import Change, Span
from graph_service.reading.flattened_marks import FlattenedMarks
from graph_service.reading.flattened_names import FlattenedNames
from graph_service.reading.flattened_numbers import FlattenedNumbers
from graph_service.reading.flattened_pair import Pair
from graph_service.reading.folding import folded
from graph_service.reading.marks import Marks

_LETTER = "A-ZÀ-ÞА-Я\u0620-\u06ff"
_GLUED = re.compile(
    r"[\d/)）\u2010-\u2014-](?:(?<=\d)(?:"
    rf"\d{{7}}|\d[{_LETTER}]|\d{{3}}[a-zß-ÿа-яё]|\d{{3}}\s*[гГ]\.\s*[^\W\d_]|/\d{{2,5}}/\d"
    rf"|(?:(?<=[,،]\s\d)|(?<=[,،]\d)|(?<=\s\s\d))\d{{3}}\s+[{_LETTER}]|(?<=[\u4e00-\u9fff]\d)\d{{3}}\s*年\s*[,，、]"
    rf"|\d{{3}}(?:\d\d)?(?:\s\((?=[{_LETTER}])|号)"
    r"|\d{3}/\d{1,3}(?![\d/])|年\s*(?:19|20)\d\d\s*年"
    r")|(?<=/)\d{6}|(?<=\d/)(?!19|20)[12]\d[12]\d(?![\d/])"
    r"|(?<=[)）])(?:\d|[A-Z]{1,2}\.\d|(?:[a-z]{1,3}[ '’])?[A-ZÀ-ÞА-Я][a-zß-ÿа-яё]{4})"
    r"|(?<=[\u2010-\u2014-])\d{4}(?!\d)"
    r"|(?<=C\d)\d{3}(?!\d)|(?<=[A-Z]\.\d)\d{5}(?!\d)|(?<=D\s\d)\d{3}(?![\d/-])"
    r"|(?<=\))\((?=[^()]{0,50}\d\d(?:/\d\d)?[^()\d]{0,6}\))|(?<=\d[\u2010-\u2014-])(?:01|23|34|45|56|67|78|89|910|1011|1112|1213)(?!\d)"
    r"|(?<=\.\d)(?:\d{1,2}[A-Z]{0,2}|[A-Z]{1,2})\d{1,2}\.\d|(?<=\d[\u2010-\u2014-])\d{2,6}[\u2010-\u2014-]\d{1,2}(?!\d)"
    r"|(?<=[RР]\s\d)\d{3}[\u2010-\u2014-]\d|(?<=[\s第و和、]\d)(?:(?<!1)(?!0[012])\d{3}|\d{5})(?=\s*[(（号]))"
)
"""What two numbers or marks run together look like; what has none of it has no flattened mark."""
_CAMEL = re.compile(r"[a-zß-ÿа-яё][A-ZÀ-ÞА-Я]|[\u0600-\u06ff\u4e00-\u9fff]{4}|[A-ZА-Я]{8}")
"""What two names run together look like."""
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
        if not _GLUED.search(bare) and not _CAMEL.search(bare):
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
        if _GLUED.search(printed):
            yield from self._marks.pairs(text)
            yield from self._numbers.pairs(text)
        if _CAMEL.search(printed):
            yield from self._names.pairs(text)
