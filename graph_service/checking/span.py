"""When an edition was made: the first and last day on which it can have been, and what "later" means between two."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from graph_service.names.edition import Edition
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.register import Register

_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:/|$)")
_DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days between which an edition was made, equal where the day is known.

    ``rank`` is the place of its conference among those of the body, or its revision number: it decides where the days
    of two editions overlap or are not known.
    """

    earliest: date | None
    latest: date | None
    rank: int | None = None

    def before(self, other: "Span") -> bool:
        """Whether this edition is surely the older one: ``latest(old) < earliest(new)``, else by rank."""
        if self.latest and other.earliest and self.latest < other.earliest:
            return True
        if self.earliest and other.latest and other.latest < self.earliest:
            return False
        return self.rank is not None and other.rank is not None and self.rank < other.rank

    def by(self, day: date) -> bool:
        """Whether the edition existed on a day, that day included."""
        return self.latest is not None and self.latest <= day

    def after(self, day: date) -> bool:
        """Whether the edition was surely made after a day."""
        return self.earliest is not None and self.earliest > day


def span_of_fact(register: Register, fact: EditionFact) -> Span:
    """Return when an edition of the register was made."""
    return Span(earliest=fact.earliest, latest=fact.latest, rank=_rank(register, fact.edition))


def span_of_name(register: Register, edition: Edition, marker: Marker) -> Span:
    """Return when an edition was made by its key and printed marker alone, whether anybody knows it or not."""
    conference = register.conference(_conference_id(edition))
    if conference and conference.closes:
        return Span(earliest=conference.closes, latest=conference.closes, rank=_rank(register, edition))
    first, last = _printed_days(edition, marker)
    return Span(earliest=first, latest=last, rank=_rank(register, edition))


def _conference_id(edition: Edition) -> str:
    return f"council-{edition.key}" if edition.instrument.body == "Council" else edition.key


def _rank(register: Register, edition: Edition) -> int | None:
    """The order of editions where days do not tell: the conference's place in its body's line, or the revision."""
    if edition.instrument.body == "ITU-R" and edition.key.isdecimal():
        return int(edition.key)
    conference = register.conference(_conference_id(edition))
    if conference is None:
        return None
    held = [one.id for one in register.conferences_of(conference.body)]
    return held.index(conference.id)


def _printed_days(edition: Edition, marker: Marker) -> tuple[date | None, date | None]:
    month = _MONTH.match(edition.key)
    if month:
        return month_days(int(month["year"]), int(month["month"]))
    if marker.year and marker.month:
        return month_days(marker.year, marker.month)
    year = marker.year or _year_of(edition.key)
    return (date(year, 1, 1), date(year, _DECEMBER, 31)) if year else (None, None)


def _year_of(key: str) -> int | None:
    found = _YEAR.search(key)
    return int(found[0]) if found else None


def month_days(year: int, month: int) -> tuple[date | None, date | None]:
    """Return the first and last day of a month; nothing where there is no such month."""
    if not 1 <= month <= _DECEMBER:
        return None, None
    following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
