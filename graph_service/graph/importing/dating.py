"""When a record's text was approved: the days between which that was, as far as the record tells.

ITU-T prints the month in the identifier and the record has the day. What ITU-R calls published is often the day when an
old text was put on the web; the month of approval stands in the name of its file, the year in that of a Report.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from graph_service.graph.importing.naming import Name
from graph_service.graph.importing.record import Record

_MONTH_IN_ADDRESS = re.compile(r"-?(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])-[A-Z]!")
_YEAR_IN_ADDRESS = re.compile(r"-(?P<year>(?:19|20)\d\d)(?:-|$)")
_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])")
_DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and last day on which a text can have been approved; None where that side is not known."""

    earliest: date | None
    latest: date | None

    @property
    def year(self) -> int | None:
        """The year, where only one is possible."""
        return self.latest.year if self.latest and self.earliest and self.earliest.year == self.latest.year else None


def days_of(record: Record, name: Name) -> Days:
    """Return when the text of a record was approved."""
    printed = _span(record.published)
    if name.year:
        return _printed(name.year, name.month, printed)
    for page in record.pages:
        if match := _MONTH_IN_ADDRESS.search(page):
            return _bounds(int(match["year"]), int(match["month"]))
        if match := _YEAR_IN_ADDRESS.search(page):
            return _of_year(int(match["year"]), printed)
    return Days(earliest=None, latest=printed.latest)


def days_of_key(key: str) -> Days:
    """Return when an edition was approved by its key alone, where that is a month; not known where it is none."""
    match = _MONTH.fullmatch(key)
    return _bounds(int(match["year"]), int(match["month"])) if match else Days(earliest=None, latest=None)


def _printed(year: int, month: int | None, published: Days) -> Days:
    """What the identifier prints, to the day where the record has one in that time."""
    whole = _bounds(year, month)
    if published.earliest and whole.earliest and whole.latest and whole.earliest <= published.earliest <= whole.latest:
        return published
    return whole


def _of_year(year: int, published: Days) -> Days:
    """A year; if it was published in that year it was not approved after that."""
    whole = _bounds(year, None)
    if published.latest and whole.earliest and whole.latest and whole.earliest <= published.latest <= whole.latest:
        return Days(earliest=whole.earliest, latest=published.latest)
    return whole


def _span(printed: str | None) -> Days:
    if printed is None:
        return Days(earliest=None, latest=None)
    parts = [int(part) for part in printed.split("-")]
    if len(parts) == len(("year", "month", "day")):
        day = date(*parts)
        return Days(earliest=day, latest=day)
    return _bounds(parts[0], parts[1] if len(parts) > 1 else None)


def _bounds(year: int, month: int | None) -> Days:
    last = month or _DECEMBER
    following = date(year + last // _DECEMBER, last % _DECEMBER + 1, 1)
    return Days(earliest=date(year, month or 1, 1), latest=following - timedelta(days=1))
