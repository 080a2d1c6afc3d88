"""Parts that are named with an instrument: Annex 2 to Resolution 34, § 98 of the Tunis Agenda, 第34号决议附件2."""

from collections.abc import Sequence
from dataclasses import replace

from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Surroundings
from graph_service.names.kind import Kind

_NEAR = 80
"""How far before a reference its part begins at most, in characters."""
_WITHOUT_PARTS = {Kind.PROVISION, Kind.OBJECTIVE}


def with_parts(references: Sequence[Reference], around: Surroundings) -> list[Reference]:
    """Return the references, each with the part that stands before it, or after it where the number stands first."""
    return [_with_part(one, around) for one in references]


def _with_part(one: Reference, around: Surroundings) -> Reference:
    if one.part or one.kind in _WITHOUT_PARTS:
        return one
    start = min(one.start, one.start if one.body_start is None else one.body_start)
    text, words = around.text, around.words
    found = around.places.first("part", text, max(0, start - _NEAR), start)
    if found and not (_is_inflected(words) or text[found.end("part") : start].strip()):
        return one
    if found is None and words.is_number_first:
        found = words.part_after.match(text, one.end)
    return replace(one, part=found["part"].strip()) if found else one


def _is_inflected(words: Words) -> bool:
    """Whether a case or a prefix says "of", and not a word: пункта 2 Резолюции 139; else the number is a label."""
    return words.inflected or bool(words.own.prefix)
