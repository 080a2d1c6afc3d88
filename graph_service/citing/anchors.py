"""Words that name a kind of instrument or provision: where the grammar sets in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.citing.forms import group_number
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.names.kind import Kind

_PROVISIONS = {"No.", "Art.", "App."}
_KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that names a kind: ``name`` is the kind or the provision's sign, ``many`` that a list may follow."""

    name: str
    many: bool
    start: int
    end: int

    @property
    def is_provision(self) -> bool:
        """Whether it names a provision of a basic text."""
        return self.name in _PROVISIONS

    @property
    def kind(self) -> Kind:
        """The kind of what it names."""
        return _KINDS.get(self.name, Kind.PROVISION)


def anchors(text: str, words: Words, places: Places) -> Iterator[Anchor]:
    """Return the words of a text that name a kind, in order."""
    for match in places.all("kind_anchor", text):
        anchor = _anchor(match, words)
        if anchor:
            yield anchor


def anchor_at(text: str, position: int, end: int, words: Words) -> Anchor | None:
    """Return the word that names a kind at a place, read up to another."""
    match = words.kind_anchor.match(text, position, end)
    return _anchor(match, words) if match else None


def _anchor(match: re.Match[str], words: Words) -> Anchor | None:
    name, _, many = words.anchor_names[group_number(match)]
    if words.is_number_first and name in {"No.", "Art."}:
        return None
    several = many or words.several[name].fullmatch(match[0].casefold()) is not None
    return Anchor(name, several, match.start(), match.end())
