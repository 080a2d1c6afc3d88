"""What a text holds whatever its document: places, references and sentences, kept for when the text is met again.

A text is met again when its file is read a second time (a correction's proof, a second check) and where documents
repeat each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.reference import Reference
from graph_service.citing.scan import references
from graph_service.citing.sentences import sentence_bounds

_MOST = 2_000_000
"""Characters of a language that are kept, some 20 MiB with what was found in them: more than a document is long."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A normalised text as the grammar reads it; ``bounds`` are those of its sentences, none without references."""

    places: Places
    references: Sequence[Reference]
    bounds: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Known:
    texts: dict[str, Scanned] = field(default_factory=dict)
    size: int = 0

    def has_room_for(self, text: str) -> bool:
        return self.size + len(text) <= _MOST


_known: WeakKeyDictionary[Words, _Known] = WeakKeyDictionary()
"""What was scanned with the words of a language, gone with them: a memory of a pure function."""


def scanned(text: str, words: Words) -> Scanned:
    """Return what a normalised text holds."""
    known = _known_of(words)
    found = known.texts.get(text)
    if found is None:
        found = _scanned(text, words)
        if not known.has_room_for(text):
            known.texts.clear()
            known.size = 0
        if known.has_room_for(text):
            known.texts[text] = found
            known.size += len(text)
    return found


def places_in(text: str, words: Words) -> Places:
    """Return where in a text the patterns may match.

    The whole of a document is asked for its places before its texts are read one by one: what is found in them is
    looked for here only as long as it can be kept until then.
    """
    known = _known_of(words)
    is_kept = text in known.texts or known.has_room_for(text)
    return scanned(text, words).places if is_kept else words.finder.places(text)


def _known_of(words: Words) -> _Known:
    known = _known.get(words)
    if known is None:
        known = _known[words] = _Known()
    return known


def _scanned(text: str, words: Words) -> Scanned:
    places = words.finder.places(text)
    found = references(text, words, places)
    return Scanned(places, found, sentence_bounds(text, words.abbreviations) if found else ())
