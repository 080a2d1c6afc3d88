"""Where in a text the patterns of a language can match: an automaton looks for the beginnings of all at once."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import ahocorasick

from graph_service.citing.beginnings import beginnings, held
from graph_service.citing.forms import BEFORE, LETTER, spaced

_WHITE = re.compile(r"\s")
_JOINED = frozenset(re.findall(rf"[{LETTER}0-9]", "".join(map(chr, range(0x700)))))
"""The signs behind which a pattern that stands apart (``BEFORE``) does not match: most beginnings are inside words."""
_Starts = dict[str, list[int] | None]
"""Where each pattern may match, in order; None where it may be anywhere, no entry where it can not."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pattern to look for.

    ``opening`` is a pattern of what it begins with, where the whole has too many beginnings. ``forms`` are what it is
    made of: one without a known beginning is looked for by a word that it holds, and where that stands, the pattern is
    tried at every place.
    """

    pattern: re.Pattern[str]
    opening: str | None = None
    forms: tuple[str, ...] = ()


class Finder:
    """Looks for the beginnings of patterns: in one pass for those of references, in another for those around them."""

    def __init__(self, wanted: Mapping[str, Wanted], around: Mapping[str, Wanted]) -> None:
        self.patterns: dict[str, re.Pattern[str]] = {name: one.pattern for name, one in {**wanted, **around}.items()}
        self.around = frozenset(around)
        self._first, self._second = _Automaton(wanted), _Automaton(around)

    def places(self, text: str) -> "Places":
        """Return where in a normalised text the patterns may match."""
        return Places(self, text, self._first.starts(text))

    def starts_around(self, text: str) -> _Starts:
        """Return where the patterns of the second pass may match."""
        return self._second.starts(text)


@dataclass(slots=True)
class Places:
    """Where each pattern may match in one text; what stands around references is looked for when first asked."""

    finder: Finder
    text: str
    starts: _Starts
    _is_complete: bool = field(default=False)

    def of(self, name: str) -> Sequence[int] | None:
        """Return where a pattern may match, in order; None where it may be anywhere."""
        if not self._is_complete and name in self.finder.around:
            self.starts = self.starts | self.finder.starts_around(self.text)
            self._is_complete = True
        return self.starts.get(name, ())

    def may_hold(self, names: Iterable[str]) -> bool:
        """Whether one of the patterns of references may match at all."""
        return not self.starts.keys().isdisjoint(names)

    def between(self, name: str, start: int, end: int) -> Sequence[int]:
        """Return where between two places the pattern may match."""
        starts = self.of(name)
        if starts is None:
            return range(max(start, 0), min(end, len(self.text)))
        return starts[bisect_left(starts, start) : bisect_left(starts, end)] if starts else ()

    def all(self, name: str, text: str) -> Iterable[re.Match[str]]:
        """Return what ``finditer`` of the pattern would, in a text that has nothing where this one has nothing."""
        starts, pattern = self.of(name), self.finder.patterns[name]
        if starts is None:
            return pattern.finditer(text)
        return _matches(pattern, starts, text, len(text)) if starts else ()

    def within(self, name: str, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """Return what ``finditer`` of the pattern would between two places of such a text."""
        starts = self.of(name)
        if starts is None:
            return self.finder.patterns[name].finditer(text, start, end)
        at = bisect_left(starts, start) if starts else 0
        if at == len(starts) or starts[at] >= end:
            return ()
        return _matches(self.finder.patterns[name], starts[at : bisect_left(starts, end, at)], text, end)

    def first(self, name: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return what ``search`` of the pattern would between two places of such a text."""
        found = self.within(name, text, start, end)
        return next(iter(found), None) if found else None


def _matches(pattern: re.Pattern[str], starts: Sequence[int], text: str, end: int) -> Iterator[re.Match[str]]:
    after = 0
    for start in starts:
        if start >= after:
            match = pattern.match(text, start, end)
            if match:
                yield match
                after = max(match.end(), start + 1)


class _Automaton:
    """The beginnings of some patterns as one automaton."""

    def __init__(self, wanted: Mapping[str, Wanted]) -> None:
        self._anywhere: list[str] = []
        words: dict[str, tuple[list[str], list[str], list[str]]] = {}
        for name, one in wanted.items():
            begun, inside = _words_of(one)
            if begun is None:
                self._anywhere.append(name)
                continue
            is_apart = one.pattern.pattern.startswith(BEFORE)
            for word in begun:
                words.setdefault(word, ([], [], []))[0 if is_apart else 1].append(name)
            for word in inside:
                words.setdefault(word, ([], [], []))[2].append(name)
        automaton = ahocorasick.Automaton()
        for word, (apart, starts, holds) in words.items():
            automaton.add_word(word, (len(word) - 1, (*apart, *starts), tuple(starts), tuple(holds)))
        automaton.make_automaton()
        self._automaton = automaton if words else None

    def starts(self, text: str) -> _Starts:
        """Return where the patterns may match in a text."""
        found: dict[str, list[int]] = {}
        anywhere = list(self._anywhere)
        for last, (back, names, inside, holds) in self._automaton.iter(_key(text)) if self._automaton else ():
            start = last - back
            for name in inside if start and text[start - 1] in _JOINED else names:
                known = found.get(name)
                if known is None:
                    found[name] = [start]
                else:
                    known.append(start)
            if holds:
                anywhere += holds
        for known in found.values():
            known.sort()
        return {**found, **dict.fromkeys(anywhere)}


def _key(text: str) -> str:
    """The text in small letters, sign for sign, every white space a space."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lower if lower.isprintable() else _WHITE.sub(" ", lower)


def _words_of(one: Wanted) -> tuple[Sequence[str] | None, Sequence[str]]:
    """The words that the matches of a pattern begin with, and those that they hold where the first are not known.

    None for the first where neither is known.
    """
    begun = beginnings(one.opening or one.pattern.pattern)
    if begun is not None:
        return sorted(begun), ()
    starts: set[str] = set()
    inside: set[str] = set()
    for form in one.forms:
        known = beginnings(spaced(form))
        if known is not None:
            starts |= known
            continue
        words = held(spaced(form))
        if words is None:
            return None, ()
        inside |= words
    return (sorted(starts), sorted(inside)) if one.forms else (None, ())
