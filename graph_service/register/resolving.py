"""A printed marker becomes the key of an edition: conference, year, date or revision, through the register."""

import re
import unicodedata
from collections.abc import Sequence

from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.register import Register

_WITHOUT_EDITIONS = {Kind.PROVISION, Kind.PROGRAMME, Kind.OBJECTIVE}
_FORMER = {"WTSC": "WTSA", "CCITT": "WTSA", "CCIR": "RA", "ITU-D": "WTDC"}


def edition_for(register: Register, instrument: Instrument, marker: Marker) -> Edition | None:
    """Return the edition that a marker names, whether the register knows it or not.

    None without a marker, and for bodies outside the Union, whose texts have one edition.

    The key is the conference where one of that body fits place and year (Dubai 2012 is WTSA-12 for a WTSA text and
    WCIT-12 for a WCIT one), and ``unresolved/<place>-<year>`` where none does.
    """
    holder = register.bodies.get(instrument.body)
    if marker.is_empty or instrument.kind in _WITHOUT_EDITIONS or (holder and holder.kind == "outside"):
        return None
    key = _key(register, instrument, marker)
    return Edition(instrument=instrument, key=key) if key else None


def _key(register: Register, instrument: Instrument, marker: Marker) -> str | None:
    match instrument.body:
        case "Council":
            return str(marker.year) if marker.year else None
        case "ITU-T":
            return _dated_key(register.line(instrument), marker)
        case "ITU-R":
            return _revision_key(register.line(instrument), marker)
        case _:
            return _conference_key(register, instrument, marker)


def _conference_key(register: Register, instrument: Instrument, marker: Marker) -> str | None:
    body = _FORMER.get(instrument.body, instrument.body)
    if marker.year is None:
        line = register.line(instrument)
        return next((fact.edition.key for fact in line if fact.marker.revision == marker.revision), None)
    if marker.place:
        conference = register.conference_at(body, marker.place, marker.year)
    else:
        held = [one for one in register.conferences_of(body) if one.year == marker.year]
        conference = held[0] if len(held) == 1 else None
    return conference.id if conference else _unresolved(marker)


def _dated_key(line: Sequence[EditionFact], marker: Marker) -> str | None:
    """The date that ITU-T prints; a bare year means the one edition of that year, where only one is known."""
    if marker.year is None:
        return None
    if marker.month:
        return f"{marker.year}-{marker.month:02d}"
    of_year = [fact.edition.key for fact in line if fact.marker.year == marker.year and "/" not in fact.edition.key]
    return of_year[0] if len(of_year) == 1 else str(marker.year)


def _revision_key(line: Sequence[EditionFact], marker: Marker) -> str | None:
    """The revision that ITU-R prints after the hyphen; with a date alone, the edition known by that date."""
    if marker.revision is not None:
        return str(marker.revision)
    for fact in line:
        if fact.marker.year == marker.year and marker.month in {None, fact.marker.month}:
            return fact.edition.key
    return _unresolved(marker)


def _unresolved(marker: Marker) -> str | None:
    if marker.year is None:
        return None
    words = [_ascii(marker.place)] if marker.place else []
    month = [f"{marker.month:02d}"] if marker.month else []
    return "unresolved/" + "-".join([*words, str(marker.year), *month])


def _ascii(place: str) -> str:
    """A place as a step of a path: ASCII letters, hyphens for what is none."""
    plain = unicodedata.normalize("NFKD", place).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-") or "place"
