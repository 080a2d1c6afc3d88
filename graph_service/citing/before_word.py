"""Who is printed before the word that names a kind, and what a number says by its form."""

import re
from dataclasses import replace

from graph_service.citing.anchors import Anchor
from graph_service.citing.forms import chosen
from graph_service.citing.marker import PrintedMarker, marker_at
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.reference import Reference
from graph_service.names.kind import Kind

_LONGEST_SECTOR = 8
_LONGEST_ADOPTER = 120
_IN_ITS = re.compile(r"\s*,?(?:\s+[^\W\d]{1,5}){1,2}\s+")
_OF_UNITED_NATIONS = {"UNGA", "ECOSOC", "HRC"}


def with_adopter_before(
    text: str, anchor: Anchor, words: Words, found: list[Reference], places: Places
) -> list[Reference]:
    """Return the references with the body or Sector printed before their word: WTSA Resolution 1, ITU-R决议1-8."""
    return _with_sector_before(text, anchor, words, _with_body_before(text, anchor, words, found, places))


def tells(one: Reference) -> bool:
    """Whether the form of a number says by itself that it is one: 课题2/20, 建议书E.164."""
    return "/" in one.number if one.kind is Kind.QUESTION else one.number[0].isalpha()


def _with_body_before(
    text: str, anchor: Anchor, words: Words, found: list[Reference], places: Places
) -> list[Reference]:
    """The references with the body printed before their word, unless one is printed with them: WTSA Resolution 1."""
    is_printed = any(one.body and one.body_start is not None for one in found)
    if not found or anchor.is_provision or is_printed or _is_joined(text, anchor, words):
        return found
    match = words.body_before(text, anchor.start, places) or _who_says(text, anchor, words, found, places)
    if match is None:
        return found
    name, start, end = match
    is_dated = any(sign.isdigit() for sign in text[start:end])
    met = _met(text, end, anchor.start, words)
    return [
        replace(one, body=name, body_start=start, body_end=end, conference_beside=is_dated, marker=one.marker or met)
        for one in found
    ]


def _met(text: str, start: int, end: int, words: Words) -> PrintedMarker | None:
    """Where and when the body met, as printed between it and the word: 论坛（2021年，日内瓦）的意见1."""
    opening = text.rfind("(", start, end) if words.is_number_first else -1
    found = marker_at(text, opening, words) if opening >= 0 else None
    return found if found and found.marker.place else None


def _who_says(
    text: str, anchor: Anchor, words: Words, found: list[Reference], places: Places
) -> tuple[str, int, int] | None:
    """The body of the United Nations that says something "in its" resolutions, whose numbers have one form."""
    if not all(one.kind is Kind.RESOLUTION and "/" in one.number for one in found):
        return None
    named = places.within("bodies", text, max(0, anchor.start - _LONGEST_ADOPTER), anchor.start)
    last = max(named, key=re.Match.start, default=None)
    if last is None or not _IN_ITS.fullmatch(text, last.end(), anchor.start):
        return None
    if words.body_name(last) not in _OF_UNITED_NATIONS or words.joiner.search(text, last.end(), anchor.start):
        return None
    return words.body_name(last), last.start(), last.end()


def _is_joined(text: str, anchor: Anchor, words: Words) -> bool:
    """Whether "and" is a prefix of the word, so that what stands before it closes the reference before: والمقرر 12."""
    return bool(words.own.prefix) and words.join.match(text, anchor.start) is not None


def _with_sector_before(text: str, anchor: Anchor, words: Words, found: list[Reference]) -> list[Reference]:
    """The references with the Sector right before their word, where the number stands first: ITU-R决议1-8."""
    if not found or not words.is_number_first or anchor.is_provision or any(one.sector for one in found):
        return found
    start = max(0, anchor.start - _LONGEST_SECTOR)
    match = next((one for one in words.sector.finditer(text, start, anchor.start) if one.end() == anchor.start), None)
    if match is None:
        return found
    return [replace(one, sector=chosen(match), start=match.start() if one is found[0] else one.start) for one in found]
