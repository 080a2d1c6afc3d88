"""Programmes, plans and objectives in time: what followed one of them, from which day, told to the end of the line."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph_service.checking.span import month_days
from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import NotAPathError, parse
from graph_service.names.kind import Kind
from graph_service.register.fact import Status
from graph_service.register.register import Register
from graph_service.register.values import Programme, Succession

_STAND_BESIDE = {"declaration", "regulations"}
"""Lines whose members follow one another without repeal."""
_PERIODS = {"strategic-plan", "financial-plan"}
"""Lines whose members are told apart by the years they cover."""
_OBJECTIVES_OF = ("strategic-plan",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One programme that took the place of the one before, from a day on."""

    programme: str
    since: date
    source: str
    status: Status
    defined_by: str


class Programmes:
    """The register's successions, walked."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._next: Mapping[str, tuple[Succession, ...]] = _by_predecessor(register)

    def programme_of(self, instrument: Instrument) -> Programme | None:
        """Return the programme that a mention names, or the plan that an objective belongs to."""
        if instrument.kind is Kind.PROGRAMME:
            return self._register.programme(instrument.number)
        if instrument.kind is Kind.OBJECTIVE and instrument.numbering:
            slugs = (f"{line}-{instrument.numbering}" for line in _OBJECTIVES_OF)
            return next(filter(None, map(self._register.programme, slugs)), None)
        return None

    def followed(self, slug: str, until: date) -> tuple[Step, ...]:
        """Return what followed a programme up to a day, that day included, in order; empty where it holds.

        A declaration or the Regulations stand beside their predecessors and follow nothing.
        """
        steps: list[Step] = []
        seen = {slug}
        while step := self._step(slug):
            if step.since > until or step.programme in seen:
                break
            steps.append(step)
            seen.add(step.programme)
            slug = step.programme
        return tuple(steps)

    def same_line(self, one: str, other: str) -> bool:
        """Whether one of two programmes followed the other at any time."""
        return self.precedes(one, other) or self.precedes(other, one)

    def precedes(self, one: str, other: str) -> bool:
        """Whether one programme came before another of its line."""
        return other in self._all_after(one)

    def is_plan(self, slug: str) -> bool:
        """Whether a programme is a plan for a period, which its years tell from the others of its line."""
        programme = self._register.programme(slug)
        return programme is not None and programme.line in _PERIODS

    def is_set_by(self, slug: str, instrument: Instrument) -> bool:
        """Whether an instrument, in one of its editions, sets a plan."""
        programme = self._register.programme(slug)
        return programme is not None and self._setter(programme) == instrument

    def setter_of(self, slug: str) -> Edition | None:
        """Return the edition of an instrument that sets a programme, None where that is not known."""
        programme = self._register.programme(slug)
        named = _named(programme) if programme else None
        return named if isinstance(named, Edition) else None

    def sets_plans(self, instrument: Instrument) -> bool:
        """Whether an instrument sets the plans of a line, with their objectives."""
        return instrument in self._setters

    @cached_property
    def _setters(self) -> frozenset[Instrument]:
        setters = (self._setter(one) for one in self._register.programmes.values() if one.line in _PERIODS)
        return frozenset(setter for setter in setters if setter)

    def made_at(self, slug: str) -> Conference | None:
        """Return the conference that made a programme: that of the edition which sets it, else of the succession."""
        setter = self.setter_of(slug)
        rows = (row for row in self._register.successions if row.successor == slug)
        keys = [setter.key if setter else "", *(row.since_words for row in rows)]
        return next(filter(None, map(self._register.conference, keys)), None)

    def _setter(self, programme: Programme) -> Instrument | None:
        named = _named(programme)
        return named.instrument if isinstance(named, Edition) else named

    def _all_after(self, slug: str) -> set[str]:
        return {step.programme for step in self.followed(slug, date.max)}

    def _step(self, slug: str) -> Step | None:
        steps = [step for row in self._next.get(slug, ()) if (step := self._read(row))]
        return min(steps, key=lambda step: step.since, default=None)

    def _read(self, row: Succession) -> Step | None:
        successor = self._register.programme(row.successor)
        begins = successor.applies_from if successor else None
        since = row.applies_from or begins or row.since or _last_day(row.since_words)
        if since is None:
            return None
        return Step(
            programme=row.successor,
            since=since,
            source=row.evidence.source,
            status=row.evidence.status,
            defined_by=row.defined_by,
        )


def _named(programme: Programme) -> Edition | Instrument | None:
    """What a programme is defined by, None where the register does not say or says it in words."""
    try:
        return parse(programme.defined_by) if programme.defined_by else None
    except NotAPathError:
        return None


def _by_predecessor(register: Register) -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = defaultdict(list)
    for row in register.successions:
        if row.kind not in _STAND_BESIDE:
            found[row.predecessor].append(row)
    return {slug: tuple(rows) for slug, rows in found.items()}


def _last_day(words: str) -> date | None:
    """The last day of a month or year given without its day: by then the successor surely stood."""
    year, _, month = words.partition("-")
    if not year.isdecimal():
        return None
    return month_days(int(year), int(month) if month.isdecimal() else 12)[1]
