"""Where clauses open: at the start of a paragraph, or run into the end of the one before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.reading.labels import is_first, read_label
from graph_service.reading.words import STOPS, Words

_BARE_END = re.compile(r"[\s,:،，：…*_]*")
_FIRST_ITEM = re.compile(r"[^.;؛；。]{0,250}?\s(?=(?:1|a\))\s\w)")
_SHORT = 60
_FIRST_VERBS = {"resolves", "decides"}


@dataclass(frozen=True, slots=True)
class Opening:
    """A clause opening: its key, where its word begins and ends, and whether nothing else follows it.

    ``item`` is where the first item of its list begins in the same text, None where none does.
    """

    key: str
    start: int
    end: int
    bare: bool
    item: int | None = None


def opening_at_start(text: str, words: Words) -> Opening | None:
    """Return the clause that a folded text opens with its first words, None where it opens none."""
    start = 0 if text[:1].isalpha() else len(text) - len(text.lstrip(" \t*_…"))
    found = words.clause.match(text, start)
    if found is None or (words.internal.match(text, found.end()) and len(text) - found.end() < _SHORT):
        return None
    return Opening(words.key(found), start, found.end(), _is_bare(text, found.end()), _first_item(text, found.end()))


def openings_inside(text: str, start: int, words: Words, *, operative: bool, continued: bool) -> Iterator[Opening]:
    """Yield the clauses run into a folded text after a stop, from ``start`` on.

    A word of the preamble must be qualified, stand last or be followed by the first item; a verb of the operative part
    opens a clause in the preamble only where the list ends there. ``continued`` says that the next paragraph goes on
    with this one's list, so that whatever opens here must bring its own first item. A verb right behind a clause word
    belongs to it ("resolves, to instruct").
    """
    for found in words.run_in.finditer(text, start):
        opening = _opening(found, words)
        if 0 < start == found.start():
            continue
        pointing = words.internal.match(text, found.end())
        if pointing and (opening.item is None or pointing.end() <= opening.item):
            continue
        label = read_label(text[opening.end :], words.letters)
        lists = opening.item is not None
        if continued and not lists:
            continue
        if opening.key in words.operative:
            opens = operative or (not continued and (opening.key in _FIRST_VERBS or not found["that"]))
        else:
            directly = label is not None and is_first(label)
            opens = not operative and (opening.bare or bool(found["qualified"].strip(" ,")) or directly)
        if opens:
            operative = operative or opening.key in words.operative
            yield opening


def _opening(found: re.Match[str], words: Words) -> Opening:
    text, start = found.string, found.start() + 1
    while text[start].isspace():
        start += 1
    return Opening(words.key(found), start, found.end(), _is_bare(text, found.end()), _first_item(text, found.end()))


def _is_bare(text: str, end: int) -> bool:
    rest = _BARE_END.match(text, end)
    return rest is not None and rest.end() == len(text)


def _first_item(text: str, end: int) -> int | None:
    found = _FIRST_ITEM.match(text, end)
    return found.end() if found else None


def names_only(tail: str) -> bool:
    """Whether the words after a clause word name who is addressed and no more: they end without a stop."""
    return not tail.rstrip().endswith(tuple(STOPS))
