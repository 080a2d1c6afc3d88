"""Bodies that other words of a document tell: the conference named before in the sentence, a mention further on."""

import re

from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Surroundings
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind


def named_before(reference: Reference, around: Surroundings) -> str | None:
    """Return which of several bodies that met at a marker's place and year the sentence names last before it."""
    marker = reference.marker.marker if reference.marker else None
    if marker is None or not marker.place or not marker.year:
        return None
    met = {one.body for one in around.context.register.conferences_at(marker.place, marker.year)} - {"Council"}
    if len(met) == 1 or around.context.speaker in met:
        return None
    start = around.sentence(reference.start)[0]
    named = [around.words.body_name(one) for one in around.places.within("bodies", around.text, start, reference.start)]
    return next((body for body in reversed(named) if body in met), None)


def adopter_before(reference: Reference, around: Surroundings) -> str | None:
    """Return the body that the sentence says to have adopted what is cited: the Conference adopted Resolution 218."""
    text, words = around.text, around.words
    before = text[max(0, reference.start - _LONGEST_ADOPTING) : reference.start]
    verb = max(words.adopting.finditer(before), key=_start, default=None)
    if verb is None or _OTHER_CLAUSE.search(before, verb.end()):
        return None
    verb_at = reference.start - len(before) + verb.start()
    start = around.sentence(reference.start)[0]
    named = max(around.places.within("bodies", text, start, verb_at), key=_start, default=None)
    if named is None or verb_at - named.end() > _FARTHEST_VERB:
        return None
    body = words.body_name(named)
    return None if body in {"this", "same"} else body


_LONGEST_ADOPTING = 60
_FARTHEST_VERB = 40
_OTHER_CLAUSE = re.compile(r"[;:.]")


def _start(match: re.Match[str]) -> int:
    return match.start()


def said_on(reference: Reference, around: Surroundings) -> str | None:
    """Return the body that stands before what an act is on: 经社理事会关于科学的第2023/3号决议."""
    text, words = around.text, around.words
    on = words.subject_before.search(text, max(0, reference.start - _LONGEST_SUBJECT), reference.start)
    body = words.body_before(text, on.start(), around.places) if on else None
    if body is None or body[0] == "same":
        return None
    return around.context.speaker if body[0] == "this" else body[0]


_LONGEST_SUBJECT = 60


def is_group_between(start: int, end: int, around: Surroundings) -> bool:
    """Return whether a Study Group closes a Question before a Sector: Question 1/2 of Study Group 2 and 6/1 of ITU-D.

    It is one of the stretches that are no citation; one right before the Sector is a Group of that Sector.
    """
    between = around.places.within("nothing", around.text, start, end)
    return any(not around.words.is_gap(around.text, one.end(), end) for one in between)


def document_tells(reference: Reference, around: Surroundings) -> tuple[str, str] | None:
    """Return the body that the rest of the document implies, and how."""
    body = _named_elsewhere(reference, around)
    if body:
        return body, "another mention in the document"
    assembly = _assembly_of_paper(reference, around)
    return (assembly, "the Sector whose paper it is") if assembly else None


def _named_elsewhere(reference: Reference, around: Surroundings) -> str | None:
    """Return the only body that the document prints with a kind and number anywhere."""
    bodies = around.context.printed_bodies.get((reference.kind, reference.number), set())
    return next(iter(bodies)) if len(bodies) == 1 else None


def _assembly_of_paper(reference: Reference, around: Surroundings) -> str | None:
    """Return the assembly of the Sector whose paper the document is, where it has a Resolution of that number.

    Resolution 18 in a report of the advisory group for standardization is one of the assembly that set up the group.
    """
    sectors = around.context.paper_of
    assembly = _ASSEMBLIES.get(sectors[0]) if len(sectors) == 1 else None
    if assembly is None or reference.kind is not Kind.RESOLUTION or reference.marker:
        return None
    known = around.context.register.line(Instrument(kind=reference.kind, body=assembly, number=reference.number))
    return assembly if known else None


_ASSEMBLIES = {"ITU-T": "WTSA", "ITU-D": "WTDC"}
"""That of radiocommunications is left out: a plain number is one of the WRC there, its own say ITU-R."""
