"""What the register knows of one edition: by which act, at which conference, dated when, under which titles."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph_service.names.edition import Edition
from graph_service.names.marker import Marker
from graph_service.register.fact import Evidence


class Act(StrEnum):
    """What a conference did to an instrument."""

    ADOPTED = "adopted"
    REVISED = "revised"
    ABROGATED = "abrogated"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFact:
    """One row of ``editions.csv`` with its titles.

    ``earliest`` and ``latest`` bound the day of adoption, equal where it is known; None where not even the year is.
    ``act`` abrogated means that the conference took the instrument away: there is no text of that date.
    ``marker_printed`` is False where "Rev." is inferred and not read; ``title_evidence`` says for each of ``titles``
    where it is from.
    """

    edition: Edition
    conference: str | None
    act: Act
    marker: Marker
    earliest: date | None
    latest: date | None
    titles: tuple[tuple[str, str], ...]
    evidence: Evidence
    other_sources: tuple[str, ...] = ()
    title_evidence: tuple[Evidence, ...] = ()
    marker_printed: bool = True
    note: str = ""
    row: str = ""

    def title(self, lang: str) -> str | None:
        """Return the title in a language, None where it is not known."""
        return next((title for code, title in self.titles if code == lang), None)
