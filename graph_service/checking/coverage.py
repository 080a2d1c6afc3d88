"""Which lists are known to be closed: calendars of conferences, acts of one conference, lines of one instrument."""

from collections.abc import Sequence
from datetime import date

from graph_service.checking.span import Span
from graph_service.names.conference import Conference
from graph_service.names.instrument import Instrument
from graph_service.names.iri import instrument_path
from graph_service.register.fact import Status
from graph_service.register.register import Register
from graph_service.register.values import Coverage

_CALENDAR = "calendar of conferences"
_ACTS = "adopted and revised"
_LINE = "line of editions"
_DECEMBER = (12, 31)


class Lists:
    """What the register says of the completeness of its own lists."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def calendar(self, body: str, year: int) -> Status | None:
        """Return how surely all conferences of a body in a year are known, None where that is open.

        Between the end of one closed row and the beginning of the next the calendar is closed by inference.
        """
        rows = sorted(self._register.coverage_of(f"body/{body}", _CALENDAR), key=lambda row: self._year(row.since))
        for row in rows:
            if self._year(row.since) <= year <= self._year(row.until):
                return _status(row)
        known = [(self._year(row.since), self._year(row.until)) for row in rows if _status(row)]
        between = known and known[0][0] <= year <= known[-1][1]
        return Status.INFERRED if between else None

    def acts(self, conference: str, kind: str) -> bool:
        """Whether the list of what a conference adopted and revised of one kind is closed."""
        rows = self._register.coverage_of(f"conference/{conference}", _ACTS)
        return any(row.kind == kind and row.closed == "yes" for row in rows)

    def line(self, instrument: Instrument) -> tuple[date, date] | None:
        """Return the days between which the line of an instrument's editions is known without a gap."""
        rows = self._register.coverage_of(instrument_path(instrument), _LINE)
        closed = [row for row in rows if row.closed == "yes"]
        days = [(self._day(row.since) or date.min, self._day(row.until)) for row in closed]
        known = [(since, until) for since, until in days if until]
        return max(known, key=lambda pair: pair[1]) if known else None

    def tells(self, instrument: Instrument, conference: Conference) -> bool:
        """Whether it is known if a conference revised an instrument."""
        if self.acts(conference.id, instrument.kind.value):
            return True
        line, day = self.line(instrument), _closing(conference)
        return line is not None and line[0] <= day <= line[1]

    def misses(self, instrument: Instrument, span: Span) -> bool:
        """Whether an edition of that time would be listed if it existed."""
        line = self.line(instrument)
        return bool(line and span.earliest and span.latest and line[0] <= span.earliest and span.latest <= line[1])

    def calendar_sources(self, body: str) -> tuple[str, ...]:
        """Return who says that the calendar of a body is closed."""
        rows = self._register.coverage_of(f"body/{body}", _CALENDAR)
        return tuple(dict.fromkeys(row.evidence.source for row in rows))

    def sources(self, instrument: Instrument, conference: str) -> tuple[str, ...]:
        """Return who says that the list of a conference or the line of an instrument is closed."""
        acts = [
            row for row in self._register.coverage_of(f"conference/{conference}", _ACTS) if row.kind == instrument.kind
        ]
        lines = self._register.coverage_of(instrument_path(instrument), _LINE)
        return tuple(dict.fromkeys(row.evidence.source for row in (*acts, *lines) if row.closed == "yes"))

    def sector(self, instrument: Instrument, day: date) -> bool:
        """Whether the list of a Sector's texts of that kind is known to be complete up to a day."""
        rows = self._register.coverage_of(f"body/{instrument.body}", _LINE)
        closed = [self._day(row.until) for row in rows if row.closed == "yes" and row.kind == instrument.kind]
        return any(until and until >= day for until in closed)

    def silent(self, instrument: Instrument, conferences: Sequence[Conference]) -> tuple[Conference, ...]:
        """Return those of the conferences of which it is not known whether they revised the instrument."""
        return tuple(one for one in conferences if not self.tells(instrument, one))

    def _year(self, end: str) -> int:
        conference = self._register.conference(end)
        return conference.year if conference else int(end[:4])

    def _day(self, end: str) -> date | None:
        conference = self._register.conference(end)
        if conference:
            return _closing(conference)
        return date.fromisoformat(end) if end else None


def _closing(conference: Conference) -> date:
    return conference.closes or date(conference.year, *_DECEMBER)


def _status(row: Coverage) -> Status | None:
    return {"yes": row.evidence.status, "inferred": Status.INFERRED}.get(row.closed)
