"""What the publisher says of a text's force: in force, superseded or withdrawn."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph_service.graph.importing.dating import Days
from graph_service.graph.importing.record import Record
from graph_service.graph.importing.settling import Settled
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument

_LETTER = re.compile(r"\d{4,}-(?P<letter>[A-Z])(?:!|$)")


class Force(StrEnum):
    """Whether a text is in force, by its publisher."""

    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


_BY_LETTER = {"I": Force.IN_FORCE, "P": Force.IN_FORCE, "S": Force.SUPERSEDED, "W": Force.WITHDRAWN}
"""The letter in the address of a text: in force, pre-published, superseded, withdrawn."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of a text in the line of its instrument: its revision, else its last day."""

    revision: int
    day: date


class Lines:
    """The newest text of each instrument, to tell what was superseded from what was withdrawn."""

    def __init__(self, dated: Iterable[tuple[Edition, Days]]) -> None:
        found: dict[Instrument, list[_Place]] = defaultdict(list)
        for edition, days in dated:
            found[edition.instrument].append(_place(edition, days))
        self._newest: Mapping[Instrument, _Place] = {one: max(places, key=_rank) for one, places in found.items()}

    def is_followed(self, edition: Edition, days: Days) -> bool:
        """Whether a later text of the instrument is known."""
        newest = self._newest.get(edition.instrument)
        return newest is not None and _rank(newest) > _rank(_place(edition, days))


def force_of(one: Settled, days: Days, lines: Lines) -> Force | None:
    """Return what the publisher says of a text; None where it says nothing.

    The record's stage decides between in force and not; the letter in the address and later texts say which of the two
    it is then. ITU-R gives no stage: there a newer revision supersedes, whatever the address of the older one says.
    """
    letter = _letter(one.record)
    match one.record.stage:
        case "Published":
            return Force.IN_FORCE
        case "Withdrawal" if letter in {Force.SUPERSEDED, Force.WITHDRAWN}:
            return letter
        case "Withdrawal":
            return Force.SUPERSEDED if _is_followed(one, days, lines) else Force.WITHDRAWN
        case _ if letter in {Force.IN_FORCE, None} and one.is_whole and lines.is_followed(one.edition, days):
            return Force.SUPERSEDED
        case _:
            return letter


def _is_followed(one: Settled, days: Days, lines: Lines) -> bool:
    """Whether a later text takes the place of one: of an amendment, a later edition of the whole."""
    return lines.is_followed(one.whole or one.edition, days)


def _letter(record: Record) -> Force | None:
    found = (match["letter"] for page in record.pages if (match := _LETTER.search(page)))
    return _BY_LETTER.get(next(found, ""))


def _place(edition: Edition, days: Days) -> _Place:
    by_revision = edition.instrument.body == "ITU-R" and edition.key.isdecimal() and len(edition.key) < len("1990")
    return _Place(int(edition.key) if by_revision else -1, days.latest or date.min)


def _rank(place: _Place) -> tuple[int, date]:
    return (place.revision, date.min) if place.revision >= 0 else (-1, place.day)
