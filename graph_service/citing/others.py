"""Acts that are none of ours: another body stands beside them, or they are numbered and dated as laws are."""

import re
from collections.abc import Sequence

from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Surroundings
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind

_ACTS = {Kind.RESOLUTION, Kind.DECISION, Kind.RECOMMENDATION, Kind.OPINION, Kind.REPORT}
_PLAIN_ACTS = {Kind.RESOLUTION, Kind.DECISION}
"""No body of the Union puts a letter before the numbers of these: A41-7 is one of another."""
_LONGEST_NAME = 60
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d\d[-/]\d+|\d+[-/](?:19|20)\d\d|0\d.*")
"""How laws are numbered, by year or with noughts: 2019-1386, 243/2012, 07-20; the United Nations are told before."""
_MORE = re.compile(r"-\d|/[A-Z]{2,4}\.\d")
"""What follows the beginning of a longer number: 12-20-03-001, 4/CP.21."""
_OTHER_CONGRESS = re.compile(r"\s*\((?:[A-Z][a-z]|[A-Z]{1,2}C)-(?:[A-Z][a-z]{2,4}[ -]?)?\(?(?:19|20)?\d\d\)")
"""The mark of a session of the World Meteorological Organization: (Cg-19), (EC-73), (Cg-Ext 2021)."""
_FAR_BEYOND = 300
"""No body adopts so many between two editions of the register."""
_DIGITS_OF_CONFERENCES = 2
"""Decisions of conferences have one or two digits, so that those of three are told from them by their number."""


def without_others(references: Sequence[Reference], around: Surroundings) -> list[Reference]:
    """Return the references without those to acts of other bodies; a list is one body's."""
    gone = {one.group for one in references if _is_of_another(one, around)}
    return [one for one in references if one.group not in gone or one.group < 0] if gone else list(references)


def _is_of_another(one: Reference, around: Surroundings) -> bool:
    if one.kind in _PLAIN_ACTS and not one.sector and one.number[:1].isalpha():
        return True
    if one.kind not in _ACTS or one.sector or one.number[:1].isalpha() or _is_ours(one, around):
        return False
    text, words = around.text, around.words
    at = one.number_end if one.marker is None or one.marker.end < one.number_end else one.marker.end
    if words.of_other.match(text, at) or words.other_before.search(text, max(0, one.start - _LONGEST_NAME), one.start):
        return True
    if one.body:
        return False
    if _YEAR_AND_NUMBER.fullmatch(one.number) and (one.kind is not Kind.RESOLUTION or "-" in one.number):
        return True
    is_longer = one.range is None and _MORE.match(text, one.number_end)
    is_numbered_so = is_longer or _is_beyond_all(one, around) or _is_of_congress(one, text)
    is_dated_so = words.dated.match(text, at) and not _is_of_council(one, around)
    return "/" not in one.number and bool(is_numbered_so or is_dated_so)


def _is_ours(one: Reference, around: Surroundings) -> bool:
    """Whether a body of the Union or the United Nations is printed with it, or a marker names a conference."""
    if one.body_start is not None and one.body != "Council":
        return True
    marker = one.marker.marker if one.marker else None
    if marker is None:
        return False
    known = marker.place and marker.year and around.context.register.conferences_at(marker.place, marker.year)
    return bool(marker.conference_word or known)


def _is_of_congress(one: Reference, text: str) -> bool:
    names_ours = one.marker is not None and one.marker.marker.conference_word is not None
    return not names_ours and _OTHER_CONGRESS.match(text, one.number_end) is not None


def _is_of_council(one: Reference, around: Surroundings) -> bool:
    instrument = Instrument(kind=one.kind, body="Council", number=one.number)
    return len(one.number) > _DIGITS_OF_CONFERENCES and bool(around.context.register.line(instrument))


def _is_beyond_all(one: Reference, around: Surroundings) -> bool:
    """Whether a number is far beyond the highest that any body of the Union has reached."""
    if not one.number.isdecimal() or one.kind not in {Kind.RESOLUTION, Kind.DECISION}:
        return False
    numbers = around.context.register.highest_numbers
    highest = max((top for (_, kind), top in numbers.items() if kind == one.kind.value), default=0)
    return bool(highest) and int(one.number) > highest + _FAR_BEYOND
