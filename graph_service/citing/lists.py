"""What the members of a list share: a marker printed once, the body that closes the list, the Sector before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference
from graph_service.names.kind import Kind

_YEAR = re.compile(r"(?:19|20)\d\d")


def is_range(first: Reference, last: Reference) -> bool:
    """Return whether two numbers can be the ends of a range: not a number and a year (Decisions 5 and 6 to 2025)."""
    return _YEAR.fullmatch(last.number) is None or len(first.number) == len(last.number)


def shared(members: list[Reference]) -> list[Reference]:
    """Return the members; one without marker, body, basic text or Sector takes that of the next member that has it."""
    out = _with_own_of_each(members)
    for at in range(len(out) - 2, -1, -1):
        one, following = out[at], out[at + 1]
        if one.kind is not following.kind:
            continue
        is_of_same = None in {one.sector, following.sector} or one.sector == following.sector
        lacks_marker = one.marker is None and following.marker is not None and is_of_same
        same_text = one.text is None and one.kind is Kind.PROVISION
        out[at] = replace(
            one,
            marker=following.marker if lacks_marker else one.marker,
            marker_is_own=one.marker_is_own and not lacks_marker,
            body=one.body or (None if _is_of_conference(one, following) else following.body),
            body_words=one.body_words or following.body_words,
            sector=one.sector or (None if _opens_anew(one, following) else following.sector),
            text=following.text if same_text else one.text,
            is_foreign=following.is_foreign if same_text else one.is_foreign,
        )
    _take_leading_body(out)
    if any(one.kind is Kind.RESOLUTION and "/" in one.number for one in out) and not any(one.body for one in out):
        out = [replace(one, body="UNGA") for one in out]
    for at in range(1, len(out)):
        if out[at].sector is None and out[at - 1].sector and out[at].kind is out[at - 1].kind:
            out[at] = replace(out[at], sector=out[at - 1].sector)
    return out


def _take_leading_body(members: list[Reference]) -> None:
    """Give the body before the first number to those behind it, up to one with a body of its own.

    A place tells by itself who met there, so only the second member takes a body against its own marker.
    """
    if not members or not _leads_list(members[0]):
        return
    first = members[0]
    for at in range(1, len(members)):
        one = members[at]
        if one.body is not None or one.kind is not first.kind:
            return
        if at == 1 or one.marker is None:
            members[at] = replace(one, body=first.body)


def _is_of_conference(one: Reference, following: Reference) -> bool:
    """Whether a member has a place in its own marker, where the Council, whose the next one is, prints none."""
    return following.body == "Council" and one.marker is not None and one.marker.marker.place is not None


def _with_own_of_each(members: Sequence[Reference]) -> list[Reference]:
    """The members, each with its own of the markers that are printed behind the last one."""
    marker = members[-1].marker if members else None
    if marker is None or len(marker.each) != len(members):
        return list(members)
    return [
        replace(one, marker=replace(marker, marker=own, each=()), marker_is_own=one is members[-1])
        for one, own in zip(members, marker.each, strict=True)
    ]


def _opens_anew(one: Reference, following: Reference) -> bool:
    """Whether a Sector stands right before a number behind one with its own series: H.248.1 and ITU-R V.662-3."""
    return one.number[:1].isalpha() and following.start < following.number_start


def _leads_list(one: Reference) -> bool:
    """Whether the body stands between the word and the number, and so before all of a list."""
    return one.body is not None and one.body_start is not None and one.start <= one.body_start < one.number_start


def with_markers_of_all(text: str, words: Words, references: Sequence[Reference]) -> list[Reference]:
    """Return the references, those without marker before one for "both" or "all" with that one, whatever their kind."""
    out = list(references)
    for at in range(len(out) - 1, 0, -1):
        one, before = out[at], out[at - 1]
        is_of_all = one.marker is not None and one.marker.is_of_all
        if is_of_all and before.marker is None and are_joined(text, words, before.end, one.start):
            out[at - 1] = replace(before, marker=one.marker, marker_is_own=False)
    return out


def are_joined(text: str, words: Words, end: int, start: int) -> bool:
    """Return whether nothing but "and", a comma and articles stand between two references."""
    match = words.join.match(text, end)
    if match is None:
        return False
    if match.end() > start:  # "and" is a prefix of the second one's word
        return bool(words.own.prefix) and text[end:start].isspace()
    return words.is_gap(text, match.end(), start)
