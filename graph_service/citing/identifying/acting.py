"""Which body acted where an identifier does not say: by its edition, its number, and what the register has."""

import re
import sys

from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.shapes import Number
from graph_service.errors import Code, ProblemError, problem
from graph_service.names.instrument import Instrument
from graph_service.names.iri import instrument_path
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register

_COUNCIL_FROM = {Kind.RESOLUTION: 900, Kind.DECISION: 100}
"""Numbers that only the Council reaches, as in citations."""
_USUAL = {Kind.RESOLUTION: "PP", Kind.DECISION: "PP", Kind.OPINION: "WTPF", Kind.REPORT: "ITU-R"}


def acting_body(draft: Draft, kind: Kind, number: Number, register: Register) -> str:
    """Return the body whose text is meant. Raise ambiguous-name, with the choices, where several have one."""
    marker = draft.marker
    certain = _by_form(kind, number, marker)
    if certain:
        return certain
    having = tuple(
        one for one in register.lines if (one.kind, one.number) == (kind, number.core) and one.numbering is None
    )
    if marker and marker.place and marker.year:
        return _at(draft, marker.place, marker.year, having, register)
    if marker and marker.year and not marker.month:
        having = tuple(one for one in having if _has_edition(one, marker.year, register)) or having
    if not having and int(re.sub(r"\D.*", "", number.core) or 0) >= _COUNCIL_FROM.get(kind, sys.maxsize):
        return "Council"
    if len(having) > 1:
        raise ambiguous(draft, having)
    body = having[0].body if having else _USUAL.get(kind)
    if body is None:
        raise draft.refuse("no body or Sector is named")
    return body


def _by_form(kind: Kind, number: Number, marker: Marker | None) -> str | None:
    """The body that the form of number or marker tells: 70/1, (Rev.WRC-19), Recommendation 500-4."""
    if number.group and kind is Kind.RESOLUTION:
        return "UNGA"
    if marker and marker.conference_word:
        return marker.conference_word
    return "ITU-R" if kind is Kind.RECOMMENDATION and number.revision is not None else None


def sector_of_question(draft: Draft, number: Number, register: Register) -> str:
    """Return the one Sector that has the study group of a Question. Raise ambiguous-name where several have."""
    having = register.sectors_with_group(number.group or "")
    if not having:
        raise draft.refuse("a Question has a Sector")
    if len(having) > 1:
        raise ambiguous(
            draft, tuple(Instrument(kind=Kind.QUESTION, body=sector, number=number.number) for sector in having)
        )  # fmt: skip
    return having[0]


def _at(draft: Draft, place: str, year: int, having: tuple[Instrument, ...], register: Register) -> str:
    """The body that met at a place in a year; of several the one that has the number."""
    held = [one.body for one in register.conferences_at(place, year) if one.body != "Council"]
    holders = [body for body in held if any(one.body == body for one in having)]
    bodies = set(holders or held or [one.body for one in having])
    if not bodies:
        raise draft.refuse(f"no body is known to have met in {place} in {year}, and none is named")
    # conferences of radiocommunication print their abbreviation, not a place
    fitting = bodies - {"WRC"} or bodies
    if len(fitting) > 1:
        raise ambiguous(draft, tuple(one for one in having if one.body in bodies))
    return fitting.pop()


def _has_edition(instrument: Instrument, year: int, register: Register) -> bool:
    return any(fact.marker.year == year for fact in register.line(instrument))


def ambiguous(draft: Draft, having: tuple[Instrument, ...]) -> ProblemError:
    """Return the problem of a name that several bodies have, with the paths of their texts."""
    choices = tuple(sorted({instrument_path(one) for one in having}))
    return problem(
        Code.AMBIGUOUS, f"{draft.text!r} is the name of {len(choices)} texts", where=repr(draft.text),
        hint="name the body or Sector too", choices=choices,
    )  # fmt: skip
