"""Which body adopted what a reference names: what is printed, else what the words around and ITU usage imply."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from graph_service.citing.forms import chosen
from graph_service.citing.number import SERIES
from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Memory, Surroundings
from graph_service.citing.told import adopter_before, document_tells, is_group_between, named_before, said_on
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.register import Register

SECTOR_ASSEMBLY = {"ITU-T": "WTSA", "ITU-R": "RA", "ITU-D": "WTDC", "CCITT": "CCITT", "CCIR": "CCIR"}
ASSEMBLY_SECTOR = {"WTSA": "ITU-T", "WTSC": "ITU-T", "RA": "ITU-R", "WRC": "ITU-R", "WTDC": "ITU-D"}
_OF_SECTORS = {Kind.RECOMMENDATION, Kind.QUESTION, Kind.REPORT}
_CONFERENCES = {"PP", "WTDC", "WTSA", "RA", "WRC", "WCIT", "WTPF", "WTSC", "WATTC", "Council"}
_COUNCIL_FROM = {Kind.RESOLUTION: 900, Kind.DECISION: 100}
"""Numbers that only the Council reaches: its Resolutions passed 900 and its Decisions 100 before their first edition
that anybody still cites (register: the highest number of any other body is 958 of WRC, whose markers say WRC)."""


_WITHOUT_PLAIN_RECOMMENDATIONS = {"PP", "Council", "WTSA"}
"""Those of ITU-T have a series, and the few of PP are cited with place and year: a plain number is an auditor's."""
_OF_ASSEMBLY = re.compile(r"\d{1,2}-\d{1,2}")
_NEW_AT_ONE_CONFERENCE = {Kind.RESOLUTION: 40}
"""How far beyond the highest known number of a body a new text may be numbered; few but Resolutions are new."""
_BY_SPEAKER = "the body that speaks"
_BY_USAGE = "usage: no other body is named"
_BY_FORM = "the form of its marker"
_WEAK = {_BY_USAGE, _BY_FORM, _BY_SPEAKER}
_OTHER_CLAUSE = re.compile(r"[;:]|\s-\s")
_OUT_OF_BRACKET = re.compile(r"[^()]*\)")
BY_MARKER = "the place and year of its marker"
"""How the body is known of what an edition says the conference of."""


@dataclass(frozen=True, slots=True)
class Found:
    """A body and where it is from: ``printed``, or words on what it was inferred from."""

    body: str
    how: str


def body_of(reference: Reference, around: Surroundings, memory: Memory) -> Found | None:
    """Return the body of a reference that is no provision or programme; None where it can be none that we know."""
    if reference.body == "same":
        reference = replace(reference, body=_same(reference, around, memory))
    printed = _printed(reference, around.context.speaker)
    if printed:
        return printed
    if reference.kind is Kind.QUESTION:
        return _of_question(reference, around)
    if reference.kind in {Kind.RECOMMENDATION, Kind.REPORT} and reference.number[:1].isalpha():
        return _of_series(reference, around)
    if reference.kind is Kind.RECOMMENDATION and "/" in reference.number:
        return None
    if reference.kind is Kind.REPORT:
        is_radio = _own_sector(around) == "ITU-R" or reference.marker is not None
        return Found("ITU-R", "usage: numbered Reports are those of ITU-R") if is_radio else None
    return _of_numbered(reference, around, memory)


def _of_numbered(reference: Reference, around: Surroundings, memory: Memory) -> Found | None:
    """The body of an act that is known by its plain number."""
    owner = _owner(reference, around) or _told(said_on(reference, around), "the body before what it is on")
    owner = owner or _told(named_before(reference, around), "the conference named before")
    found = owner or _of_act(reference, around.context.speaker, around.context.register, memory)
    if found and found.how in _WEAK:
        found = _told(adopter_before(reference, around), "who is said to have adopted it") or found
    if found is None or found.how != _BY_USAGE:
        return found
    told = document_tells(reference, around)
    return Found(*told) if told else found


def _told(body: str | None, how: str) -> Found | None:
    return Found(body, how) if body else None


def _owner(reference: Reference, around: Surroundings) -> Found | None:
    """The body that "its Resolution 807" is one of: the one that follows after a comma, else the last one named."""
    text, words = around.text, around.words
    is_its = words.its.search(text, max(0, reference.start - _LONGEST_ITS), reference.start)
    if not is_its and not words.its_ending.match(text, reference.start):
        return None
    comma = _COMMA_AND_ARTICLE.match(text, reference.end)
    named = [words.bodies.match(text, comma.end())] if comma else []
    start = around.sentence(reference.start)[0]
    named += reversed(list(words.bodies.finditer(text, start, reference.start)))
    found = (words.body_name(match) for match in named if match)
    body = next((one for one in found if one in _CONFERENCES), None)
    return Found(body, "the body whose it is said to be") if body else None


_LONGEST_ITS = 12
_COMMA_AND_ARTICLE = re.compile(r"\s*,\s*(?:[^\W\d_]{1,4}\s+)?")


def _same(reference: Reference, around: Surroundings, memory: Memory) -> str:
    """The body that "the same Assembly" means: who met at the marker's place, else the last one with that noun."""
    words = [word[:_STEM].casefold() for word in (reference.body_words or "").split() if len(word) >= _STEM]
    register, lang = around.context.register, around.words.lang
    marker = reference.marker.marker if reference.marker else None
    met = register.conferences_at(marker.place, marker.year) if marker and marker.place and marker.year else ()

    def fits(body: str | None) -> bool:
        name = (register.name(f"body/{body}", lang, "official") or "").casefold() if body else ""
        return any(word in name for word in words)

    for body in (*(one.body for one in met), *reversed(memory.named), around.context.speaker):
        if fits(body):
            return str(body)
    only = [body for body in _CONFERENCES if fits(body)]
    return only[0] if len(only) == 1 else next(reversed(memory.named), "this")


_STEM = 5
"""Letters of a noun that stay the same in all its cases: Assem-bly, Ассам-блеи."""


def _printed(reference: Reference, speaker: str | None) -> Found | None:
    by_sector = reference.kind in _OF_SECTORS
    if reference.body == "this" and speaker:
        sector = ASSEMBLY_SECTOR.get(speaker) if by_sector else None
        return Found(sector or SECTOR_ASSEMBLY.get(speaker, speaker), "printed")
    if reference.body and reference.body != "this":
        body = reference.body
        if reference.kind in {Kind.QUESTION, Kind.REPORT} or (reference.kind is Kind.OPINION and body == "RA"):
            body = ASSEMBLY_SECTOR.get(body, body)
        if reference.kind is Kind.RECOMMENDATION and body in {"WTSA", "RA"}:
            body = ASSEMBLY_SECTOR[body]
        return Found(body, "printed")
    if reference.sector:
        if by_sector or reference.kind is Kind.OPINION:
            return Found(reference.sector, "printed")
        return Found(SECTOR_ASSEMBLY[reference.sector], "printed")
    word = reference.marker.marker.conference_word if reference.marker else None
    return Found(word, "printed in the marker") if word and word in _CONFERENCES else None


def _of_question(reference: Reference, around: Surroundings) -> Found:
    group = reference.number.rpartition("/")[2]
    having = around.context.register.sectors_with_group(group)
    if len(having) == 1:
        return Found(having[0], f"only {having[0]} has a Study Group {group}")
    near = _nearest_sector(reference, around)
    if near and (not having or near in having):
        return Found(near, "the Sector named in the sentence")
    own = _own_sector(around)
    if own in SECTOR_ASSEMBLY and (not having or own in having):
        return Found(str(own), "the body that speaks")
    named = next((sector for sector in around.context.sectors if not having or sector in having), None)
    if named:
        return Found(named, "the Sector that the document's head names first")
    return Found(_of_number_alone(reference.number, having), "usage")


def _of_number_alone(number: str, having: Sequence[str]) -> str:
    """The Sector whose Questions are numbered so: those of ITU-R have a revision or three digits.

    Those of ITU-T have no revision; those of ITU-D may have one.
    """
    first = number.partition("/")[0]
    is_radio = "-" in first or len(first) >= _DIGITS_OF_RADIO
    order = ("ITU-R", "ITU-D", "ITU-T") if is_radio else ("ITU-D", "ITU-T", "ITU-R")
    return next((sector for sector in order if sector in having), "ITU-T")


_DIGITS_OF_RADIO = 3


def _own_sector(around: Surroundings) -> str | None:
    speaker = around.context.speaker
    return ASSEMBLY_SECTOR.get(speaker or "", speaker)


def _of_series(reference: Reference, around: Surroundings) -> Found:
    letters = reference.number.partition(".")[0]
    if reference.kind is Kind.REPORT or len(letters) > 1:
        return Found("ITU-R", "its series")
    near = _nearest_sector(reference, around)
    own = _own_sector(around) or next(iter(around.context.sectors), None)
    if letters in _SERIES_OF_BOTH and (near == "ITU-R" or (near is None and own == "ITU-R")):
        return Found("ITU-R", "the Sector of the text around it")
    return Found("ITU-T", "its series")


_SERIES_OF_BOTH = frozenset("FMPSV")


def _nearest_sector(reference: Reference, around: Surroundings) -> str | None:
    """The Sector named nearest before the reference in its sentence, else the nearest after it."""
    found = around.once("sectors", around.sentence(reference.start), _sectors)
    before = bisect_left(found, reference.start, key=itemgetter(0))
    after = bisect_left(found, reference.end, key=itemgetter(0))
    if before:
        return found[before - 1][1]
    # one that follows in another clause is said of something else
    follows = after < len(found) and not _is_apart(around.text, reference.end, found[after][0])
    if not follows or (reference.kind is Kind.QUESTION and _is_of_another(reference.end, found[after][0], around)):
        return None
    return found[after][1]


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a clause ends between two places, or brackets that hold the first."""
    return bool(_OTHER_CLAUSE.search(text, start, end) or _OUT_OF_BRACKET.match(text, start, end))


def _is_of_another(end: int, position: int, around: Surroundings) -> bool:
    return _opens_number(position, around) or is_group_between(end, position, around)


def _opens_number(position: int, around: Surroundings) -> bool:
    """Whether a Sector is that of a Recommendation, whose number follows it."""
    sign = around.words.sector.match(around.text, position)
    return sign is not None and SERIES.match(around.text, sign.end() + 1) is not None


def _sectors(around: Surroundings, sentence: tuple[int, int]) -> list[tuple[int, str]]:
    """The Sectors that a sentence names, with their places."""
    matches = around.places.within("sector_names", around.text, *sentence)
    return [(match.start(), chosen(match)) for match in matches]


def _of_act(reference: Reference, speaker: str | None, register: Register, memory: Memory) -> Found | None:
    """The body of a Resolution, Decision, Opinion or unseries Recommendation without printed body."""
    number = reference.number
    if "/" in number and reference.kind is Kind.RESOLUTION:
        return Found("UNGA", "its number has the form of a United Nations resolution")
    if reference.kind is Kind.RESOLUTION and _OF_ASSEMBLY.fullmatch(number):
        return Found("RA", "its number has a revision, as only those of ITU-R do")
    return _of_marker(reference, speaker, register) or _of_document(reference, speaker, register, memory)


def _of_document(reference: Reference, speaker: str | None, register: Register, memory: Memory) -> Found | None:
    """The body that the document implies: it has said so before, or it speaks itself."""
    known = memory.bodies.get((reference.kind, reference.number))
    if known:
        return Found(known, "an earlier mention in the document")
    if reference.kind is Kind.RECOMMENDATION and speaker in _WITHOUT_PLAIN_RECOMMENDATIONS:
        return None
    if speaker in _CONFERENCES and can_be_of(reference, str(speaker), register):
        return Found(SECTOR_ASSEMBLY.get(str(speaker), str(speaker)), _BY_SPEAKER)
    if reference.kind is Kind.RECOMMENDATION:
        return None
    if speaker in SECTOR_ASSEMBLY:
        return Found(SECTOR_ASSEMBLY[str(speaker)], "the Sector that speaks")
    return Found("WTPF" if reference.kind is Kind.OPINION else "PP", _BY_USAGE)


def _of_marker(reference: Reference, speaker: str | None, register: Register) -> Found | None:
    """The body that the form of marker and number tells: who met there, or the Council."""
    marker = reference.marker.marker if reference.marker else None
    if marker and marker.place and marker.year:
        held = [one.body for one in register.conferences_at(marker.place, marker.year) if one.body != "Council"]
        found = _of_place(reference, held, speaker, register)
        if found:
            return found
    plain = int(reference.number) if reference.number.isdecimal() else 0
    if plain >= _COUNCIL_FROM.get(reference.kind, 10**9):
        return Found("Council", "its number")
    year_only = marker is not None and marker.year is not None and not marker.place and marker.month is None
    if year_only and reference.kind in _COUNCIL_FROM:
        return Found("Council", _BY_FORM)
    return None


def _of_place(reference: Reference, held: Sequence[str], speaker: str | None, register: Register) -> Found | None:
    """The body that met at the marker's place and year; of several the one that speaks, else the one that has it."""
    fitting = [body for body in held if body != "WRC"] or list(held)
    if reference.kind is Kind.OPINION and "WTPF" in fitting:
        return Found("WTPF", BY_MARKER)
    if speaker in fitting:
        return Found(str(speaker), BY_MARKER)
    having = [body for body in fitting if register.line(_instrument(reference, body))]
    one = having if len(having) == 1 else fitting
    return Found(one[0], BY_MARKER) if len(one) == 1 or having else None


def can_be_of(reference: Reference, body: str, register: Register) -> bool:
    """Whether the number can be one of the body: not far beyond the highest that is known."""
    if body == "Council" and reference.kind is Kind.OPINION:
        return False
    highest = register.highest_numbers.get((body, reference.kind.value), 0)
    if reference.kind is Kind.DECISION and body not in {"PP", "Council"} and not highest:
        return not register.line(_instrument(reference, "PP"))
    if body == "Council" or not reference.number.isdecimal() or not highest:
        return body != "Council" or not register.line(_instrument(reference, "PP"))
    return int(reference.number) <= highest + _NEW_AT_ONE_CONFERENCE.get(reference.kind, 3)


def _instrument(reference: Reference, body: str) -> Instrument:
    return Instrument(kind=reference.kind, body=body, number=reference.number.partition("-")[0])
