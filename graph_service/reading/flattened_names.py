"""Names of cities, and of what is called after them, that flattened changes left side by side."""

import re
from collections.abc import Iterator

from graph_service.reading.flattened_pair import Pair, pair_of
from graph_service.reading.marks import Marks, alternatives


class FlattenedNames:
    """Finds pairs of names in folded text: DubaiKigali, Kigali Action PlanBaku Action Plan."""

    def __init__(self, marks: Marks) -> None:
        city, ending = marks.city, rf"(?:{marks.city_ending})?"
        # the endings of adjectives vary: Кигалийский, Кигалийского
        plan = alternatives(re.escape(re.sub(rf"{marks.city_ending}$", "", word)) for word in marks.plans) + ending
        self._name = re.compile(rf"{city}|{plan}")
        self._cities = re.compile(rf"(?P<old>{city}{ending}|{plan})(?P<new>{city}{ending}|{plan})")
        # what is named after a city, as a whole: Kigali Action PlanBaku Action Plan
        place = rf"(?P<place>{city}|{plan})"
        other = rf"(?!(?P=place))(?:{city}|{plan})"
        self._city_first = re.compile(
            rf"(?P<old>{place}(?P<name>(?:\s[^\W\d_]+){{1,3}}))(?P<new>{other}(?P=name))(?![^\W\d_])"
        )
        self._city_last = re.compile(
            rf"(?<![^\W\d_])(?P<old>(?P<name>(?:[^\W\d_]+[\s'’]){{2,4}}){place})(?P<new>(?P=name){other})"
        )

    def pairs(self, text: str) -> Iterator[Pair]:
        """Yield the pairs of names, whole ones first."""
        first = self._name.search(text)
        if first is None or self._name.search(text, first.end()) is None:
            return
        for pattern in (self._city_first, self._city_last, self._cities):
            yield from map(pair_of, pattern.finditer(text))
