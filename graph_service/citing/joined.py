"""What joins the next member of a list to the one before: "and", a comma, the slash between two dotted numbers."""

import re

from graph_service.citing.anchors import Anchor
from graph_service.citing.number import SERIES
from graph_service.citing.patterns import Words
from graph_service.names.kind import Kind

_SLASH = re.compile(r"\s?/\s?(?=\d{1,2}\.\d)")
_SPACES = re.compile(r"\s*")


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
