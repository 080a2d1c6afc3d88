"""Lists in which each number has its own marker before the word that closes them: 第50（2022年，日内瓦）和52号决议."""

import re
from dataclasses import replace
from functools import lru_cache

from graph_service.citing.marker import marker_at
from graph_service.citing.number import PLAIN, SERIES, clean_plain, clean_series
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.reference import Reference

_NEAR = 5
"""More than a joiner with its white space takes."""
_LONGEST = 80
_MOST_MEMBERS = 60
_SIGN = "第"


def with_marked_before(text: str, members: list[Reference], words: Words, places: Places) -> list[Reference]:
    """Return the members of a list with those that stand, each with a marker, before the first one."""
    is_own = members[0].body_start is not None
    if is_own or ")" not in text[max(0, members[0].start - _NEAR) : members[0].start]:
        return members
    out = members
    while len(out) < _MOST_MEMBERS and (earlier := _earlier(text, out, members, words)):
        out = [earlier, *out]
    return _with_adopter(text, out, words, places) if out is not members else members


def _earlier(text: str, out: list[Reference], members: list[Reference], words: Words) -> Reference | None:
    first = out[0]
    is_series = first.number[0].isalpha()
    match = _pattern(words, is_series=is_series).search(text, max(0, first.start - _LONGEST), first.start)
    if match is None:
        return None
    marker = marker_at(text, match.start("marker"), words) if match["marker"] else None
    is_signed = match["sign"] is not None and out is not members
    is_former = match["marker"] is not None and words.formerly.match(text, match.end("number")) is not None
    if marker is None and not is_former and (match["marker"] or not is_signed):
        return None
    return replace(
        members[0],
        number=clean_series(match["number"]) if is_series else clean_plain(match["number"]),
        start=match.start("sign" if match["sign"] else "number"),
        end=marker.end if marker else match.end("number"),
        number_start=match.start("number"),
        number_end=match.end("number"),
        marker=marker or first.marker,
        marker_is_own=marker is not None,
        range=None,
    )


def _with_adopter(text: str, found: list[Reference], words: Words, places: Places) -> list[Reference]:
    """The members with the body that is printed before the first of them."""
    body = words.body_before(text, found[0].start, places)
    if body is None:
        return found
    name, start, end = body
    out = [one if one.body else replace(one, body=name, body_start=start, body_end=end) for one in found]
    return [replace(out[0], start=start), *out[1:]]


@lru_cache(maxsize=16)
def _pattern(words: Words, *, is_series: bool) -> re.Pattern[str]:
    join = rf"(?:\s*,\s*|{words.join.pattern})"
    sign = rf"(?P<sign>{_SIGN}\s*)"
    number = rf"{sign}?(?P<number>{SERIES.pattern})" if is_series else rf"(?:{sign}|{join})(?P<number>{PLAIN.pattern})"
    marker = r"(?P<marker>\([^()]{4,40}\))"
    return re.compile(rf"{number}(?:\s*号)?\s*{marker}?{join}$", re.IGNORECASE)
