"""What stands around a reference while it is resolved: the text, its sentences, the document and the register."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from graph_service.citing.forms import chosen
from graph_service.citing.number import period_in_order
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.scanned import Scanned, places_in, scanned
from graph_service.names.edition import Edition
from graph_service.names.kind import Kind
from graph_service.reading.document import Head
from graph_service.register.register import Register

_RADIO = {"WRC", "RR"}
_HEAD_PARAGRAPHS = 4
T = TypeVar("T")
_HEAD_LINES = 10


@dataclass(frozen=True)
class Context:
    """What stays the same for a document: what it says of itself, its texts with their words, the register."""

    head: Head
    register: Register
    texts: Sequence[tuple[str, Words]]

    @property
    def is_radio(self) -> bool:
        """Whether a number with a dot alone is one of the Radio Regulations here."""
        return self.speaker in _RADIO

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The periods of plans that the document names anywhere, in order."""
        found = [
            period_in_order(match["period"])
            for text, words in self.texts
            for places in (places_in(text, words),)
            for name in words.plan_names
            for match in places.all(name, text)
            if match.groupdict().get("period")
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """The Sectors that the head of the document names, in order: where a liaison statement comes from is first."""
        head = [(places_in(text, words), text) for text, words in self.texts[:_HEAD_LINES]]
        return tuple(dict.fromkeys(chosen(one) for places, text in head for one in places.all("sector_names", text)))

    @cached_property
    def paper_of(self) -> tuple[str, ...]:
        """The Sectors that the first lines name, as those of a report or a letter do: lines that cite nothing."""
        head = [(places_in(text, words), text, words) for text, words in self.texts[:_HEAD_PARAGRAPHS]]
        named = (
            chosen(one)
            for places, text, words in head
            if not scanned(text, words).references
            for one in places.all("sector_names", text)
        )
        return tuple(dict.fromkeys(named))

    @cached_property
    def printed_bodies(self) -> Mapping[tuple[Kind, str], set[str]]:
        """The bodies that the document prints with each kind and number."""
        found: dict[tuple[Kind, str], set[str]] = defaultdict(set)
        for text, words in self.texts:
            for one in scanned(text, words).references:
                if one.body and one.body not in {"this", "same"}:
                    found[one.kind, one.number].add(one.body)
        return found

    @cached_property
    def printed_texts(self) -> Mapping[str, set[str]]:
        """The basic texts that the document prints with each number of a provision."""
        found: dict[str, set[str]] = defaultdict(set)
        for text, words in self.texts:
            for one in scanned(text, words).references:
                if one.kind is Kind.PROVISION and (one.text or one.is_foreign):
                    found[one.number].add(one.text or "")
        return found

    @cached_property
    def names_radio(self) -> bool:
        """Whether the document names the Radio Regulations anywhere."""
        return any(
            chosen(one) == "RR" for text, words in self.texts for one in places_in(text, words).all("texts", text)
        )

    @cached_property
    def speaker(self) -> str | None:
        """The body that speaks: "this Conference"."""
        return self.head.body or (self.head.instrument.body if self.head.instrument else None) or self.own_text

    @cached_property
    def own_text(self) -> str | None:
        """The basic text that the document is, or an extract of: it begins with that name, or speaks of itself."""
        if self.head.instrument:
            return None
        for text, words in self.texts[:_HEAD_PARAGRAPHS]:
            match = words.texts.match(text.lstrip())
            if match and not text.startswith("#") and chosen(match) != "this":
                return chosen(match)
        if self.head.body:
            return None
        own = (words.text_of_itself(text) for text, words in self.texts)
        return next(filter(None, own), None) or self._speaks_of_itself()

    def _speaks_of_itself(self) -> str | None:
        """The basic text that says "this Convention" and names another basic text of the Union."""
        said: set[str] = set()
        for text, words in self.texts:
            said |= {chosen(match) for match in words.this_text.finditer(text)}
        if len(said) != 1:
            return None
        others = (chosen(match) for text, words in self.texts for match in words.texts.finditer(text))
        return next(iter(said)) if any(other not in {"this", *said} for other in others) else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One normalised text with its words, sentences and document."""

    text: str
    words: Words
    context: Context
    bounds: tuple[tuple[int, int], ...]
    places: Places
    _known: dict[tuple[str, tuple[int, int]], Any] = field(default_factory=dict)

    def once(self, name: str, sentence: tuple[int, int], make: "Callable[[Surroundings, tuple[int, int]], T]") -> T:
        """Return what is made of a sentence, made when first asked for."""
        key = name, sentence
        if key not in self._known:
            self._known[key] = make(self, sentence)
        return cast("T", self._known[key])

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds a position; the last one beyond the end."""
        return self.bounds[self.sentence_number(position)] if self.bounds else (0, 0)

    def sentence_number(self, position: int) -> int:
        """Return the number of the sentence that holds a position, from 0."""
        last = len(self.bounds) - 1
        return min(bisect_right(self.bounds, position, key=_end), last) if last > 0 else 0


def _end(bound: tuple[int, int]) -> int:
    return bound[1]


@dataclass(slots=True)
class Memory:
    """What a document has said so far: bodies printed with a number, periods of plans, bodies as they were last named.

    ``plan_set`` is the period of the plan that an edition cited last sets, ``editions`` are those cited.
    """

    bodies: dict[tuple[Kind, str], str] = field(default_factory=dict)
    periods: list[str] = field(default_factory=list)
    plan_set: str | None = None
    editions: set[Edition] = field(default_factory=set)
    named: dict[str, None] = field(default_factory=dict)

    def remember_body(self, body: str) -> None:
        """Take note of a body that is named: it is the last one of ``named`` then."""
        self.named.pop(body, None)
        self.named[body] = None


def surroundings(text: str, words: Words, context: Context, found: Scanned) -> Surroundings:
    """Return what stands around the references of a text."""
    return Surroundings(text, words, context, found.bounds, found.places)
