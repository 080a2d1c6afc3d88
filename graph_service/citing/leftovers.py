"""What a conversion leaves inside words and titles is taken out of normalised text: "Resolu-tion 71", "《 公约》"."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain

from graph_service.citing.normalise import Normal, fold_words
from graph_service.citing.patterns import Words
from graph_service.reading.offsets import Composed, Offsets

_SHORTEST = 6
"""Letters of a word that is looked for: shorter ones are seldom parted, and are parts of others."""
_HYPHEN = re.compile(r"(?<=[^\W\d_][^\W\d_])- ?(?=[^\W\d_]{2})")
_SPACE_INSIDE = re.compile(r"(?<=《) +| +(?=》)")
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_LONGEST = 30


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


def _parts_one_of(words: Collection[str], hyphen: re.Match[str]) -> bool:
    """Whether one of the words goes on across the hyphen."""
    text, (start, end) = hyphen.string, hyphen.span()
    before = _LETTERS_BEFORE.search(text, max(0, start - _LONGEST), start)
    after = _LETTERS.match(text, end, end + _LONGEST)
    if before is None or after is None:
        return False
    joined = (before[0] + after[0]).lower()
    return any(joined[:size] in words for size in range(max(len(before[0]) + 1, _SHORTEST), len(joined) + 1))


@lru_cache(maxsize=16)
def _long(words: Words) -> frozenset[str]:
    """The long words of citations in small letters; of a form whose end varies what all its words begin with."""
    found = set[str]()
    for own in words.all:
        forms = chain.from_iterable((*one.one, *one.many) for one in (*own.kinds.values(), *own.provisions.values()))
        tables = (own.texts, own.bodies, own.sector_names, own.programmes, own.plans)
        named = chain.from_iterable(chain.from_iterable(table.values()) for table in tables)
        for form in (*forms, *named, *words.places):
            found.update(word for word in _LETTERS.findall(fold_words(form).lower()) if len(word) >= _SHORTEST)
    return frozenset(found)
