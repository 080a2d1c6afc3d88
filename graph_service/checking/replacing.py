"""Instruments taken away: abrogated, merged, split or renumbered, with the way to what stands in their place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph_service.checking.certainty import weakest
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import NotAPathError, parse
from graph_service.register.fact import Status
from graph_service.register.register import Register
from graph_service.register.values import Replacement

_TAKE_AWAY = {"suppressed", "merged", "split", "renumbering", "renumbered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """An instrument's end: the day, who says so, and where its matter went; ``into`` is empty for a plain abrogation.

    ``since`` is None where it is known that it was taken away but not when. ``way`` names what was passed on the way.
    """

    instrument: Instrument
    since: date | None
    source: str
    status: Status
    into: tuple[Instrument, ...] = ()
    way: tuple[Instrument, ...] = ()


class Removals:
    """The replacement table as a graph, walked to its ends."""

    def __init__(self, register: Register) -> None:
        self._rows: Mapping[Instrument, tuple[Replacement, ...]] = _by_instrument(register)

    def of(self, instrument: Instrument) -> tuple[Removal, ...]:
        """Return what the table says of an instrument's end, its successors walked to those that stand last."""
        return tuple(self._removal(instrument, row) for row in self._rows.get(instrument, ()))

    def _removal(self, instrument: Instrument, row: Replacement) -> Removal:
        ends, way, status = self._walk(instrument, {instrument}, row.since)
        return Removal(
            instrument=instrument,
            since=row.since,
            source=row.evidence.source,
            status=weakest(row.evidence.status, status),
            into=ends,
            way=way,
        )

    def _walk(
        self, instrument: Instrument, seen: set[Instrument], since: date | None
    ) -> tuple[tuple[Instrument, ...], tuple[Instrument, ...], Status]:
        """The ends that are reached from an instrument by steps in order of time, what lies between, how sure."""
        ends: list[Instrument] = []
        way: list[Instrument] = []
        sure = Status.ATTESTED
        for row in self._rows.get(instrument, ()):
            successor = _instrument(row.to_edition)
            if successor is None or successor in seen or (since and row.since and row.since < since):
                continue
            seen.add(successor)
            further, between, status = self._walk(successor, seen, row.since)
            ends.extend(further or (successor,))
            way.extend((successor, *between) if further else ())
            sure = weakest(sure, row.evidence.status, status)
        return tuple(dict.fromkeys(ends)), tuple(dict.fromkeys(way)), sure


def _by_instrument(register: Register) -> Mapping[Instrument, tuple[Replacement, ...]]:
    found: dict[Instrument, list[Replacement]] = defaultdict(list)
    for row in register.replacements:
        gone = _instrument(row.from_edition)
        if gone and row.kind in _TAKE_AWAY:
            found[gone].append(row)
    return {instrument: tuple(rows) for instrument, rows in found.items()}


def _instrument(path: str) -> Instrument | None:
    """The instrument of a path in the table, None where the field is empty or names none."""
    try:
        named = parse(path) if path else None
    except NotAPathError:
        return None
    return named.instrument if isinstance(named, Edition) else named
