"""Names of cities, and of what is called after them, that flattened changes left side by side."""

import re
from collections.abc import Iterator
from functools import cached_property

from graph_service.reading.flattened_pair import Pair, pair_of
from graph_service.reading.marks import Marks, alternatives


class FlattenedNames:
    """Finds pairs of names in folded text: DubaiKigali, Kigali Action PlanBaku Action Plan."""

    def __init__(self, marks: Marks) -> None:
        city, ending = marks.city, rf"(?:{marks.city_ending})?"
        # the endings of adjectives vary: Кигалийский, Кигалийского
        plan = alternatives(re.escape(re.sub(rf"{marks.city_ending}$", "", word)) for word in marks.plans) + ending
        self._place, self._whole = rf"(?:{city}|{plan})", rf"(?:{city}{ending}|{plan})"
        self._name = re.compile(self._place)

    def pairs(self, text: str) -> Iterator[Pair]:
        """Yield the pairs of names, whole ones first."""
        names = [found.span() for found in self._name.finditer(text)]
        if len(names) > 1 and any(_is_glued(text, *name) for name in names):
            for pattern in self._patterns:
                yield from map(pair_of, pattern.finditer(text))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        """What is named after a city as a whole, the city first or last, and cities alone."""
        place, other = rf"(?P<place>{self._place})", rf"(?!(?P=place)){self._place}"
        return (
            re.compile(rf"(?P<old>{place}(?P<name>(?:\s[^\W\d_]+){{1,3}}))(?P<new>{other}(?P=name))(?![^\W\d_])"),
            re.compile(rf"(?<![^\W\d_])(?P<old>(?P<name>(?:[^\W\d_]+[\s'’]){{2,4}}){place})(?P<new>(?P=name){other})"),
            re.compile(rf"(?P<old>{self._whole})(?P<new>{self._whole})"),
        )


def _is_glued(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
