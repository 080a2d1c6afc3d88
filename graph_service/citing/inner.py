"""What goes with a provision: another in brackets, No. 118 (Article 21), its basic text, the number beside it."""

import re
from collections.abc import Sequence

from graph_service.citing.anchors import anchor_at
from graph_service.citing.forms import chosen
from graph_service.citing.number import PROVISION, clean_plain
from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference, make_reference

_BRACKET = re.compile(r"\s*\(\s*")
_CLOSE = re.compile(r"\s*\)")
_WHOLE_BRACKET = re.compile(r"\s*\([^()]{4,60}\)")
_LONGEST = 60
_NEAR = 160
_DOTTED = re.compile(r"No\. \d{1,2}\.\d")
_WITHOUT_DOT = re.compile(r"\d{1,2}")


def inner_provision(text: str, position: int, words: Words, group: int) -> Reference | None:
    """Return the provision that stands alone in the brackets at a position."""
    opening = _BRACKET.match(text, position)
    anchor = anchor_at(text, opening.end(), position + _LONGEST, words) if opening else None
    if not anchor or not anchor.is_provision:
        return None
    sign = words.number_sign.match(text, anchor.end)
    number = PROVISION.match(text, sign.end() if sign else anchor.end)
    closing = _CLOSE.match(text, number.end()) if number else None
    if not number or not closing:
        return None
    return make_reference(
        kind=anchor.kind, number=f"{anchor.name} {clean_plain(number[0])}", start=anchor.start, end=closing.end(),
        number_start=number.start(), number_end=number.end(), group=group,
    )  # fmt: skip


def text_behind_bracket(text: str, position: int, words: Words) -> str | None:
    """Return the basic text behind brackets that hold a list of provisions: Article 21 (Nos. 118 to 128) of the CS."""
    bracket = _WHOLE_BRACKET.match(text, position)
    opening = _BRACKET.match(text, position) if bracket else None
    anchor = anchor_at(text, opening.end(), position + _LONGEST, words) if opening else None
    match = words.text_tail.match(text, bracket.end()) if bracket and anchor and anchor.is_provision else None
    return chosen(match) if match else None


def text_tail_at(text: str, position: int, words: Words) -> re.Match[str] | None:
    """Return the name of the basic text behind a provision; not another body's own: WHO ... its Constitution."""
    match = words.text_tail.match(text, position)
    if match and match["its"] and words.other.search(text, max(0, position - _NEAR), position):
        return None
    return match


def provision_at(text: str, position: int, before: Sequence[Reference]) -> re.Match[str] | None:
    """Return the number of a provision; beside one with a dot a note's sign is none: No. 9.7, 13 (WRC-19)."""
    match = PROVISION.match(text, position)
    is_sign = match and before and _WITHOUT_DOT.fullmatch(match[0]) and _DOTTED.match(before[-1].number)
    return None if is_sign else match
