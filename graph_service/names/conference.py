"""A conference, assembly or Council session: who met, where and when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One meeting that adopts instruments.

    ``id`` is its key everywhere (``pp-18``); ``year`` the year printed in edition markers, which is not always the
    year in the name (WTSA-20 reads "Geneva, 2022"); ``place`` the English name of the city. ``opens`` and ``closes``
    are days, None where not known; ``status`` says how well they are attested, ``source`` and ``grade`` by whom.
    """

    id: str
    body: str
    year: int
    place: str | None
    opens: date | None
    closes: date | None
    status: str
    source: str = "unverified"
    grade: str = "none"

    def __str__(self) -> str:
        return f"{self.body} ({self.place}, {self.year})" if self.place else f"{self.body} ({self.year})"
