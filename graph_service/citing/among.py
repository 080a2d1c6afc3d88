"""Recommendations named as some of many: ITU-T Recommendations on numbering, including E.164 and E.212."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph_service.citing.anchors import Anchor
from graph_service.citing.forms import alternation, compiled
from graph_service.citing.marker import marker_at
from graph_service.citing.number import SERIES, clean_series
from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference, make_reference
from graph_service.names.kind import Kind

_WITH_DOT = re.compile(r"(?=[A-Z]{1,3}\.)" + SERIES.pattern)
_NUMBERED = re.compile(r"[\d)号]\s*$")
_NEAR = 3


def named_among(text: str, anchor: Anchor, words: Words, group: int) -> Iterator[Reference]:
    """Return the numbers behind "including" where the plural itself has none; one that qualifies a noun is none.

    Where nothing tells the plural from the singular, the word is one if no number stands before it.
    """
    is_plural = anchor.many and anchor.kind is Kind.RECOMMENDATION
    if words.is_number_first and _NUMBERED.search(text, max(0, anchor.start - _NEAR), anchor.start):
        is_plural = False
    opening = words.including.match(text, anchor.end) if is_plural else None
    position = opening.end() if opening else None
    while position is not None:
        number = _WITH_DOT.match(text, position)
        marker = marker_at(text, number.end(), words) if number else None
        end = marker.end if marker else number.end() if number else position
        joined = words.join_of.match(text, end)
        if number is None or not (joined or _ends(words).match(text, end)):
            return
        yield make_reference(
            kind=Kind.RECOMMENDATION, number=clean_series(number[0]), start=number.start(), end=end,
            number_start=number.start(), number_end=number.end(), group=group, marker=marker, is_bare=True,
        )  # fmt: skip
        position = joined.end() if joined else None


@lru_cache(maxsize=32)
def _ends(words: Words) -> re.Pattern[str]:
    """What closes such numbers: a sign of punctuation, or a word that says there are others."""
    others = alternation(form for one in words.all for form in one.and_others)
    return compiled(rf"\s*(?:[,;:()]|\.(?!\w)|{others}|$)")
