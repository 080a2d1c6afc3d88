"""Two stretches of a text side by side, the second of which took the place of the first."""

import re
from dataclasses import dataclass

from graph_service.reading.marks import full_year

NEAR = 60
"""Characters before and after a pair in which the words stand that tell what it is."""

SERIES = r"(?:[a-zавекмнорстху]|b[orst]|r[as]|s[afm]|sng|tf|p[in]|is)"
"""The letters of a Recommendation's series in small letters, not those of an abbreviation: ст. 30-34."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new stretch, with the years of their editions where they have some."""

    start: int
    middle: int
    end: int
    years: tuple[int, int] | None = None

    @property
    def backwards(self) -> bool:
        """Whether the older one stands second."""
        return self.years is not None and self.years[0] > self.years[1]


def pair_of(found: re.Match[str]) -> Pair:
    """Return the groups ``old`` and ``new`` of a match as a pair, with the years in its groups ``a`` and ``b``."""
    parts = found.groupdict()
    first, second = parts.get("a"), parts.get("b")
    years = (full_year(int(first)), full_year(int(second))) if first and second else None
    return Pair(found.start("old"), found.start("new"), found.end("new"), years)
