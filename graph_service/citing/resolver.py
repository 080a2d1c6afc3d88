"""References become readings: body, number, marker, identity and edition, through the register and the document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.citing.bodies import ASSEMBLY_SECTOR, BY_MARKER, Found, body_of, can_be_of
from graph_service.citing.identifying.catalogue import FORMER_SECTOR
from graph_service.citing.looking_back import LookingBack
from graph_service.citing.maker import maker
from graph_service.citing.number import split_revision
from graph_service.citing.others import without_others
from graph_service.citing.parts import with_parts
from graph_service.citing.patterns import Words
from graph_service.citing.plans import PLAN_LINE, plan_of, plan_period, programme_of, remember_plan
from graph_service.citing.provisions import with_texts
from graph_service.citing.reference import Reference
from graph_service.citing.scanned import scanned
from graph_service.citing.surroundings import Context, Memory, Surroundings, surroundings
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import instrument_path
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for
from graph_service.register.values import Programme

_SECTOR_LETTERS = {"D": "ITU-D", "R": "ITU-R", "T": "ITU-T", "I": "ITU"}
_FIRST_COMMON_NUMBERING = 1994
_FORMER = {"WTSC": "WTSA", **FORMER_SECTOR}
_WITHOUT_REVISION = {Kind.PROVISION, Kind.PROGRAMME, Kind.OBJECTIVE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reference with what it names; places are still those of normalised text."""

    reference: Reference
    body: str
    number: str
    marker: Marker
    instrument: Instrument
    edition: Edition | None
    body_from: str
    edition_from: str | None
    sentence: tuple[int, int]
    sentence_number: int
    looking_back: str | None
    binding: str | None
    inside_title_of: str | None


_make_reading, _make_instrument = maker(Reading), maker(Instrument)
_NO_MARKER = Marker()


def readings(text: str, words: Words, context: Context, memory: Memory) -> list[Reading]:
    """Return what normalised text names, in order of place; the memory takes up what it says."""
    found = scanned(text, words)
    if not found.references:
        return []
    around = surroundings(text, words, context, found)
    out: list[Reading] = []
    references_here = with_parts(with_texts(without_others(found.references, around), around), around)
    looking_back = LookingBack(references_here, around)
    for one in references_here:
        made = _reading(one, looking_back, around, memory)
        if made:
            out.append(made)
            _remember(made, memory, context)
    sectors = _sectors_of_lists(out, context.register)
    out = [_with_sector_of_list(one, sectors) for one in out]
    out = _with_bodies_of_joined(out, around)
    tied = _tied_plans(out, context.register)
    plans = [plan for one in out if (plan := _with_period(one, tied, context, memory))]
    titled = [one for one in plans if one.reference.title_start is not None and not one.reference.title_is_open]
    titled.sort(key=_title_start)
    return [_with_title(one, titled) for one in plans] if titled else plans


def _reading(one: Reference, looking_back: LookingBack, around: Surroundings, memory: Memory) -> Reading | None:
    named = _named(one, around, memory)
    if named is None:
        return None
    body, number, instrument, marker = named
    sentence_number = around.sentence_number(one.start)
    sentence = around.bounds[sentence_number]
    bound = _binding(sentence, one.start, around)
    return _make_reading(
        reference=one, body=body.body, number=number, marker=marker, instrument=instrument,
        edition=edition_for(around.context.register, instrument, marker), body_from=body.how,
        edition_from=_edition_from(one, marker), sentence=sentence,
        sentence_number=sentence_number, looking_back=looking_back.words(one, sentence),
        binding=bound[0] if bound else None, inside_title_of=None,
    )  # fmt: skip


def _binding(sentence: tuple[int, int], position: int, around: Surroundings) -> re.Match[str] | None:
    """The first phrase of a sentence that binds to a text as it stands, if it ends before a place."""
    found = around.once("binding", sentence, _first_binding)
    if found is None or found.end() <= position:
        return found
    if found.start() >= position:
        return None
    return around.places.first("binding", around.text, sentence[0], position)


def _first_binding(around: Surroundings, sentence: tuple[int, int]) -> re.Match[str] | None:
    return around.places.first("binding", around.text, *sentence)


def _sectors_of_lists(readings_here: Sequence[Reading], register: Register) -> Mapping[int, str]:
    """The Sector of each list of Questions that only one Sector can have: one that has all their study groups."""
    having: dict[int, set[str]] = {}
    for one in readings_here:
        if one.reference.kind is Kind.QUESTION:
            group = one.reference.group
            those = set(register.sectors_with_group(one.reference.number.rpartition("/")[2]))
            having[group] = having.get(group, those) & those
    return {group: next(iter(sectors)) for group, sectors in having.items() if len(sectors) == 1}


def _with_sector_of_list(one: Reading, sectors: Mapping[int, str]) -> Reading:
    """A Question whose Sector was guessed takes the one that all Questions of its list can have."""
    if one.reference.kind is not Kind.QUESTION or one.body_from.startswith(("printed", "only")):
        return one
    sector = sectors.get(one.reference.group)
    if sector is None or sector == one.body:
        return one
    instrument = replace(one.instrument, body=sector)
    return replace(one, body=sector, body_from="the other Questions of the list", instrument=instrument)


def _with_bodies_of_joined(readings_here: Sequence[Reading], around: Surroundings) -> list[Reading]:
    """Readings whose body nothing tells take that of the one they are joined to: ITU-R第74号决议、第75号决议."""
    out = list(readings_here)
    for at, one in enumerate(out):
        before = out[at - 1] if at and _are_joined(out[at - 1], one, around) else None
        after = out[at + 1] if at + 1 < len(out) and _are_joined(one, out[at + 1], around) else None
        told = next((other for other in (before, after) if other and _lends(other, one, around)), None)
        if told:
            out[at] = _of_body(one, told.body, around.context.register)
    return out


def _are_joined(first: Reading, second: Reading, around: Surroundings) -> bool:
    if first.reference.kind is not second.reference.kind or first.reference.end > second.reference.start:
        return False
    gap = around.words.join.match(around.text, first.reference.end)
    return gap is not None and gap.end() == second.reference.start


def _lends(other: Reading, one: Reading, around: Surroundings) -> bool:
    """Whether a reading has a body that is told and that the other, which has none by itself, can be of."""
    guessed = ("usage", "the body that speaks") if around.words.is_number_first else ("usage",)
    is_told = not other.body_from.startswith(("usage", "the body that speaks"))
    is_untold = one.body_from.startswith(guessed) and one.reference.marker is None
    return is_told and is_untold and can_be_of(one.reference, other.body, around.context.register)


def _of_body(one: Reading, body: str, register: Register) -> Reading:
    marker = one.reference.marker.marker if one.reference.marker else Marker()
    instrument, marker = identity(one.reference.kind, body, one.reference.number, marker, register)
    return replace(
        one, body=body, body_from="the reference that it is joined to", instrument=instrument, marker=marker,
        edition=edition_for(register, instrument, marker),
    )  # fmt: skip


def _named(one: Reference, around: Surroundings, memory: Memory) -> tuple[Found, str, Instrument, Marker] | None:
    """Body, number as the labels have it, identity, and marker of a reference."""
    marker = one.marker.marker if one.marker else _NO_MARKER
    context = around.context
    match one.kind:
        case Kind.PROVISION:
            instrument = _make_instrument(kind=Kind.PROVISION, body=str(one.text), number=one.number)
            return Found(str(one.text), "printed"), one.number, instrument, marker
        case Kind.PROGRAMME:
            programme = programme_of(one, context)
            instrument = Instrument(kind=Kind.PROGRAMME, body="", number=programme.id if programme else PLAN_LINE)
            body = Found(programme.body if programme else "ITU", "printed")
            return body, programme.name if programme else "", instrument, marker
        case Kind.OBJECTIVE:
            sector = _SECTOR_LETTERS[one.number[0].upper()]
            instrument = Instrument(
                kind=Kind.OBJECTIVE, body=sector, number=f"{one.number[0].upper()}.{one.number[-1]}",
                numbering=plan_period(None, context),
            )  # fmt: skip
            return Found(sector, "its letter"), one.number, instrument, marker
        case _:
            found = body_of(one, around, memory)
            if found is None:
                return None
            is_paged = found.body == "WRC" and one.kind is Kind.RESOLUTION  # none has a revision: RES750-1 is a page
            number = split_revision(one.number)[0] if is_paged else one.number
            instrument, marker = identity(one.kind, found.body, number, marker, context.register)
            return found, number, instrument, marker


def as_it_was(one: Reading, register: Register) -> Reading:
    """Return a reading of struck words with the revision that its edition has: the "-1" of 66-1 may be new.

    Flattened text shows no border in a number, but the register knows which revision the struck place and year had.
    """
    fact = register.fact(one.edition) if one.edition else None
    if fact is None or fact.marker.revision is None or one.marker.revision in {None, fact.marker.revision}:
        return one
    revision = fact.marker.revision
    number = f"{one.instrument.number}-{revision}" if revision else one.instrument.number
    return replace(one, number=number, marker=replace(one.marker, revision=revision))


def _edition_from(one: Reference, marker: Marker) -> str | None:
    if marker.is_empty:
        return None
    return "printed" if one.marker_is_own or one.marker is None else "the marker of the list"


def identity(kind: Kind, body: str, number: str, marker: Marker, register: Register) -> tuple[Instrument, Marker]:
    """Return the instrument that body and printed number name, and the marker with the revision that the number has."""
    base, revision = split_revision(number) if kind not in _WITHOUT_REVISION else (number, None)
    holder = ASSEMBLY_SECTOR.get(body, body) if kind is Kind.RECOMMENDATION and body in {"WTDC", "WTSA"} else body
    holder = _FORMER.get(holder, holder)
    numbering = _numbering(holder, marker, register)
    first = base.partition("/")[0] if base[:1].isalpha() else base
    return (
        _make_instrument(kind=kind, body=holder, number=first, numbering=numbering),
        replace(marker, revision=revision) if revision is not None else marker,
    )


def _numbering(body: str, marker: Marker, register: Register) -> str | None:
    """The conference whose numbers are its own: those before Kyoto began again each time."""
    if body != "PP" or not marker.year or marker.year >= _FIRST_COMMON_NUMBERING:
        return None
    held = [one.id for one in register.conferences_of("PP") if one.year == marker.year]
    return held[0] if held else f"pp-{marker.year % 100:02d}"


def _tied_plans(all_of_it: Sequence[Reading], register: Register) -> Mapping[int, Programme]:
    """The plan that an edition of Resolution 71 sets, by the sentence that names one; none where no plan is named."""
    found: dict[int, Programme] = {}
    if any(one.reference.kind is Kind.PROGRAMME for one in all_of_it):
        for one in all_of_it:
            plan = None if one.sentence_number in found else plan_of(one.edition, register)
            if plan:
                found[one.sentence_number] = plan
    return found


def _with_period(one: Reading, plans: Mapping[int, Programme], context: Context, memory: Memory) -> Reading | None:
    """The reading of a plan without printed period, tied to the edition of Resolution 71 beside it or to the text."""
    if one.reference.kind is not Kind.PROGRAMME or one.number:
        return one
    tied = plans.get(one.sentence_number)
    how = "the edition of the Resolution that sets it" if tied else "the period that the text names"
    period = plan_period(memory, context)
    plan = tied or (context.register.programme(f"{PLAN_LINE}-{period}") if period else None)
    if plan is None:
        return None
    return replace(
        one, number=plan.name, body=plan.body, edition_from=how,
        instrument=Instrument(kind=Kind.PROGRAMME, body="", number=plan.id),
    )  # fmt: skip


def _remember(made: Reading, memory: Memory, context: Context) -> None:
    if made.reference.body and made.reference.kind not in _WITHOUT_REVISION:
        memory.remember_body(made.body)
    own = context.head.instrument
    is_own_number = own is not None and (own.kind, own.number) == (made.reference.kind, made.reference.number)
    told = {"printed"} if is_own_number else {"printed", "printed in the marker", BY_MARKER}
    if made.body_from in told and made.reference.kind not in _WITHOUT_REVISION:
        memory.bodies[made.reference.kind, made.reference.number] = made.body
    if made.reference.programme == PLAN_LINE and made.reference.number:
        memory.periods.append(made.reference.number)
    remember_plan(made.edition, memory, context.register)


def _with_title(one: Reading, titled: Sequence[Reading]) -> Reading:
    at = bisect_left(titled, one.reference.start - _LONGEST_TITLE, key=_title_start)
    for other in titled[at : bisect_right(titled, one.reference.start, key=_title_start)]:
        start, end = other.reference.title_start or 0, other.reference.title_end or 0
        if other is not one and start <= one.reference.start and one.reference.end <= end:
            return replace(one, inside_title_of=instrument_path(other.instrument))
    return one


_LONGEST_TITLE = 500


def _title_start(one: Reading) -> int:
    return one.reference.title_start or 0
