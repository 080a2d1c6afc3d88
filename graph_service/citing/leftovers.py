"""What a conversion leaves inside words and titles is taken out of normalised text: "Resolu-tion 71", "《 公约》"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from graph_service.citing.normalise import Normal, fold_words
from graph_service.citing.patterns import Words
from graph_service.reading.offsets import Composed, Offsets

_SHORTEST = 6
"""Letters of a word that is looked for: shorter ones are seldom parted, and are parts of others."""
_HYPHEN = re.compile(r"-(?<=[^\W\d_]{2}-) ?(?=[^\W\d_]{2})")
"""Between two letters and two: the hyphen comes first in the pattern, since it is quick to look for."""
_SPACE_INSIDE = re.compile(r"(?<=《) +| +(?=》)")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 30
_OPENING = '("[«'


def without_leftovers(known: Normal, words: Words) -> Normal:
    """Return the text without hyphens that the ends of lines left inside words of citations, and spaces inside 《》."""
    gone = sorted(_gone(known.text, words))
    if not gone:
        return known
    text, runs, size, at = [], [], 0, 0
    for start, end in (*gone, (len(known.text), len(known.text))):
        text.append(known.text[at:start])
        runs.append((size, at))
        size += start - at
        at = end
    return Normal("".join(text), Composed(Offsets(runs, size), known.offsets))


def _gone(text: str, words: Words) -> Iterator[tuple[int, int]]:
    if "-" in text:
        yield from (hyphen.span() for hyphen in _HYPHEN.finditer(text) if _parts_one_of(_long(words), hyphen))
    if "《 " in text or " 》" in text:
        yield from (space.span() for space in _SPACE_INSIDE.finditer(text))


def _parts_one_of(words: "_Long", hyphen: re.Match[str]) -> bool:
    """Whether one of the words goes on across the hyphen."""
    text, (start, end) = hyphen.string, hyphen.span()
    token = text[max(0, start - _LONGEST) : start].rsplit(None, 1)[-1]
    before = token.rpartition("'")[2].lstrip(_OPENING).lower()
    if before not in words.starts:
        return False
    after = _LETTERS.match(text, end, end + _LONGEST)
    joined = before + after[0].lower() if after else before
    return any(joined[:size] in words.whole for size in range(max(len(before) + 1, _SHORTEST), len(joined) + 1))


@dataclass(frozen=True, slots=True)
class _Long:
    """The long words of citations, and what they begin with."""

    whole: frozenset[str]
    starts: frozenset[str]


@lru_cache(maxsize=16)
def _long(words: Words) -> _Long:
    """The long words of citations in small letters; of a form whose end varies what all its words begin with."""
    found = set[str]()
    for own in words.all:
        forms = chain.from_iterable((*one.one, *one.many) for one in (*own.kinds.values(), *own.provisions.values()))
        tables = (own.texts, own.bodies, own.sector_names, own.programmes, own.plans)
        named = chain.from_iterable(chain.from_iterable(table.values()) for table in tables)
        for form in (*forms, *named, *words.places):
            found.update(word for word in _LETTERS.findall(fold_words(form).lower()) if len(word) >= _SHORTEST)
    return _Long(frozenset(found), frozenset(word[:size] for word in found for size in range(2, len(word))))
