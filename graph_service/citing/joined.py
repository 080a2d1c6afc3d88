"""What joins the next member of a list to the one before: "and", a comma, the slash between two dotted numbers."""

import re
from collections.abc import Callable

from graph_service.citing.anchors import Anchor
from graph_service.citing.marker import marker_at
from graph_service.citing.number import PLAIN, PROVISION, SERIES
from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference
from graph_service.citing.tail import Tail
from graph_service.names.kind import Kind

_SLASH = re.compile(r"\s?/\s?(?=\d{1,2}\.\d)")
_SPACES = re.compile(r"\s*")
_BESIDE = re.compile(r"\s*\((?=[^()]*[\d\ufffc])[^()]{3,60}\)(?!\s*[.;])")
"""What is said in brackets of a member: Articles 38 (Nos. 186 to 189A) and 46, Questions 5/1 (SG 1) and 2/2."""
_POINT = re.compile(r"\s?[a-z]\)")
"""A point of a provision: Nos. 1.1 b) and 6.1."""
_MOST_AHEAD = 12


def join_at(text: str, position: int, anchor: Anchor, words: Words) -> re.Match[str] | None:
    """Return what joins the next member of an anchor's list where one ends; None where the list ends."""
    match = words.join.match(text, position)
    if match or anchor.is_provision:
        return match or _SLASH.match(text, position)
    return _behind_part(text, position, words) if anchor.kind is Kind.RECOMMENDATION else None


def _behind_part(text: str, position: int, words: Words) -> re.Match[str] | None:
    """What joins the next Recommendation to a part of the one before: J.83 Annex C and J.112."""
    part = words.part_behind.match(text, position)
    match = words.join.match(text, part.end()) if part else None
    if match is None:
        return None
    sector = words.sector.match(text, match.end())
    spaces = _SPACES.match(text, sector.end() if sector else match.end())
    return match if spaces and SERIES.match(text, spaces.end()) else None


def after_member(text: str, position: int, anchor: Anchor) -> int:
    """Return where a member of a list ends with what is said beside it, in brackets or as a point of it."""
    if not anchor.many or not (anchor.is_provision or anchor.kind is Kind.QUESTION):
        return position
    match = _BESIDE.match(text, position) or (_POINT.match(text, position) if anchor.is_provision else None)
    return match.end() if match else position


def is_member(
    text: str, anchor: Anchor, words: Words, number: re.Match[str], *, tail: Tail, sector: str | None
) -> bool:
    """Return whether a number after a joiner belongs to the list: by its shape, its marker, or the plural before it."""
    if number[0][0].isalpha():
        return bool(sector) or "." in number[0]
    if sector or tail.marker or tail.body or "/" in number[0] or anchor.many:
        return True
    if anchor.is_provision and ("." in number[0] or tail.text or _is_alone(text, anchor, number)):
        return True
    return _goes_on_to_end(text, anchor, number, words)


def _goes_on_to_end(text: str, anchor: Anchor, number: re.Match[str], words: Words) -> bool:
    """Whether a list goes on to what its members share, behind a word that does not say it names several.

    So it is with Res. 154, 165 and 169 (Rev. Bucharest, 2022) and Appendix 30, 30A or 30B of the Radio Regulations:
    the member in the middle has no other sign of being one.
    """
    shape, ends = (PROVISION, words.text_tail.match) if anchor.is_provision else (PLAIN, _marker(words))
    end = number.end()
    for _ in range(_MOST_AHEAD):
        joined = words.join.match(text, end)
        following = shape.match(text, joined.end()) if joined else None
        if following is None:
            return False
        end = following.end()
        if ends(text, end):
            return True
    return False


def _marker(words: Words) -> Callable[[str, int], object]:
    return lambda text, position: marker_at(text, position, words)


def is_of_united_nations(one: Reference) -> bool:
    """Return whether the form of a number is that of a resolution of the United Nations, which one word may list."""
    return one.kind is Kind.RESOLUTION and "/" in one.number


def _is_alone(text: str, anchor: Anchor, number: re.Match[str]) -> bool:
    """Whether brackets hold a sign and the members of its list, and nothing else: (N.° 180 y 181)."""
    return text.endswith(("(", "( "), 0, anchor.start) and _CLOSED.match(text, number.end()) is not None


_CLOSED = re.compile(r"\s?\)")
