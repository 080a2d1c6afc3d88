"""The ways to write a list of numbers and the word after it, and where in a text each of them stands.

What may stand before the numbers (a body, a Sector) is much to try at every character: a shape is tried only before its
own word, and there only where a body, a Sector or a number begins.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph_service.citing.beginnings import beginnings
from graph_service.citing.number import PLAIN, PROVISION, SERIES
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places

PROVISIONS = ("No.", "Art.", "App.")
_SIGN_AFTER = r"\s*号"
_AFTER_NUMBER = rf"(?:{_SIGN_AFTER})?\s*"
_DATED = r"\([^()]{4,24}\)"
_YEAR = r"\((?:\d{1,2}/)?(?:1[89]|20)\d\d年?\)"
_YEAR_BEFORE = re.compile(rf"{_YEAR}$")
_MARKED = r"\((?=[^()]*(?:19|20)\d\d)[^()]{4,40}\)"
_LATE = rf"(?:(?P<late>{_MARKED}){_AFTER_NUMBER})?"
_MARKED_BEFORE = re.compile(rf"(?:{_SIGN_AFTER})?\s*{_MARKED}$")
"""The edition between number and word: 第37号（2022年，基加利，修订版）决议."""
NUMERALS = "〇零一二三四五六七八九"
_NUMERAL = NUMERALS + "十百"
_PROVISION = re.compile(rf"(?:{PROVISION.pattern}|[{_NUMERAL}]{{1,6}})")
"""A provision's number in digits, or in words: 三十八."""
_IN_WORDS = re.compile(rf"(?<=第)[{_NUMERAL}]{{1,6}}(?![{_NUMERAL}])")
"""The number of an act in words: 第五号决定."""
_IN_WORDS_OF = {"resolution", "decision"}
_NOT_OF_DRAFT = r"(?!(?<=[A-Z]{2})\d)(?<!\d/)"
"""The number of a conference's draft is no number of an act: 第COM5/7号决议."""
_LETTERS = "A-Za-zА-яЁёЅѕІіЈј"
_NUMBER_STARTS = re.compile(r"第|\d")
_SERIES_STARTS = re.compile(rf"(?<![A-Za-zА-я\-])[{_LETTERS}](?=[{_LETTERS}]{{0,2}}[\s.]*\d)")
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_LONG_LIST = 200
_LONGEST_BEFORE = 300
"""More than the name of a body and a Sector take before the first number."""
_LONGEST_YEAR = 10
_LONGEST_MARKED = 50
_VERSION = r"(?:\(V\d{1,2}\)\s*)?"
"""The version before the year: H.265（V10）（07/2024）建议书."""
_VERSION_BEFORE = re.compile(r"\(V\d{1,2}\)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """One way to write a list of numbers and the word after it.

    ``patterns`` are those of the three properties, each compiled when a text first needs it: most use few of the kinds.
    """

    name: str
    number: re.Pattern[str]
    patterns: tuple[str, str, str]
    word: re.Pattern[str]
    before: tuple[str, ...]

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """All of it, with what may stand before the numbers: a body, a Sector, a basic text."""
        return re.compile(self.patterns[0], re.IGNORECASE)

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """It from its first number on."""
        return re.compile(self.patterns[1], re.IGNORECASE)

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """The numbers alone."""
        return re.compile(self.patterns[2], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes of a language by the first sign of their word, and the stretches that lists of numbers fill."""

    all: tuple[Shape, ...]
    by_sign: Mapping[str, tuple[Shape, ...]]
    stretch: re.Pattern[str]


@lru_cache(maxsize=16)
def shapes(words: Words) -> Shapes:
    """Return the shapes of a language that puts the number first."""
    sign = r"(?:第\s*)?(?:A/RES/)?"
    join = rf"(?:\s*,\s*|{words.join.pattern}|{words.range.pattern})"
    short = r"(?:\([A-Z]{2,6}(?:-?\d{2,4})?\))?"
    before = rf"(?:(?P<before>{_ungrouped(words.bodies.pattern)})\s*{short}\s*(?:(?P<met>{_DATED})\s*的?)?\s*)?"
    sector = rf"(?:(?P<sector>{_ungrouped(words.sector.pattern)})\s*)?"
    text = rf"(?P<text>{_ungrouped(words.texts.pattern)})\s*(?P<when>{_DATED})?\s*"
    # the number of a part, or a conference's year, begins no list: 附件1以及第94、151号决议, WTPF-13意见1
    not_part = r"(?!(?<=\d)\d)(?<![A-Z]-)(?<![A-Z]-\d)" + "".join(
        rf"(?<!{form})" for form in words.own.parts if form.isalpha()
    )
    made = []
    for number, list_sign, first in ((SERIES, "", ""), (PLAIN, sign, not_part), (_IN_WORDS, r"第", "")):
        listed = _listed(number, join, rf"{list_sign}(?:{_ungrouped(words.sector.pattern)})?\s*")
        for name, forms in _once(words, PROVISIONS):
            if number is _IN_WORDS and (name not in _IN_WORDS_OF or forms[0].isascii()):
                continue
            signed = r"(?=\s*号)" if number is _IN_WORDS else ""
            behind = rf"{signed}\s*{_VERSION}(?P<when>{_YEAR})?{_AFTER_NUMBER}{_LATE}(?:{'|'.join(forms)})"
            rest = rf"{first}{list_sign}(?P<list>{listed}){behind}"
            patterns = f"{before}{sector}{rest}", _NOT_OF_DRAFT + rest, list_sign + listed
            made.append(_shape(name, number, patterns, forms, ("bodies", "sector")))
    not_app = "".join(
        rf"(?<!{form})" for name, forms, _ in words.anchor_names if name == "App." for form in forms if form.isalpha()
    )
    kinds = tuple({name for name, _, _ in words.anchor_names} - set(PROVISIONS[:2]))
    for name, forms in _once(words, kinds):
        unit = "|".join(forms)
        # the word after each number: 第6款和7款, 第9.11款至第9.14款
        again = rf"\s*(?:{unit})(?:{join}|{words.range.pattern}第\s*){_PROVISION.pattern}(?=\s*(?:{unit}))"
        listed = _listed(_PROVISION, join, sign, again)
        rest = rf"(?P<list>{listed})\s*(?P<unit>{unit})"
        signed = rf"{not_app}第\s*"
        whole = rf"(?:{text}{not_app}{sign}|{signed}){rest}"
        made.append(_shape(name, _PROVISION, (whole, signed + rest, sign + listed), forms, ("texts",)))
    by_sign: dict[str, list[Shape]] = {}
    for shape in made:
        for letter in {word[:1] for word in beginnings(shape.word.pattern) or ("",)}:
            by_sign.setdefault(letter, []).append(shape)
    listing = words.join.pattern + words.range.pattern + words.sector.pattern + words.number_sign.pattern + _SIGN_AFTER
    listing += _NUMERAL
    return Shapes(tuple(made), {first: tuple(of_it) for first, of_it in by_sign.items()}, _stretch(listing))


@lru_cache(maxsize=16)
def inner_provisions(words: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of a provision in brackets, each with the name of its kind: (第21条)."""
    return tuple(
        (name, re.compile(rf"\s*\(\s*第?\s*(?P<number>{PROVISION.pattern})\s*(?:{'|'.join(forms)})\s*\)"))
        for name, forms, _ in words.anchor_names
        if name in PROVISIONS[:2]
    )


def _stretch(listing: str) -> re.Pattern[str]:
    """The signs that can stand in a list: all but brackets, quotes and Han signs that are in none of its words."""
    allowed = sorted({ord(sign) for sign in listing if _FIRST_HAN <= sign <= _LAST_HAN})
    starts = [ord(_FIRST_HAN), *(code + 1 for code in allowed)]
    stops = [*(code - 1 for code in allowed), ord(_LAST_HAN)]
    gaps = "".join(f"{chr(start)}-{chr(stop)}" for start, stop in zip(starts, stops, strict=True) if start <= stop)
    return re.compile(rf"[^()\[\]《》\";:?!{gaps}]+")


def _once(words: Words, without: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The kinds or provisions with their forms, those that name one and several once."""
    yield from dict.fromkeys((name, forms) for name, forms, _ in words.anchor_names if name not in without)


def _shape(
    name: str, number: re.Pattern[str], patterns: tuple[str, str, str], forms: tuple[str, ...], before: tuple[str, ...]
) -> Shape:
    return Shape(name, number, patterns, re.compile("|".join(forms), re.IGNORECASE), before)


def _listed(number: re.Pattern[str], join: str, sign: str, again: str = "(?!)") -> str:
    """A list of numbers, read in one way only: a word that does not follow all of it does not follow a part of it."""
    one = number.pattern
    return rf"(?>{one}(?:(?:{_SIGN_AFTER})?{_ungrouped(join)}{sign}{one}|{_ungrouped(again)})*+)"


def _ungrouped(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def shape_matches(text: str, known: Shapes, places: Places) -> Iterator[tuple[Shape, re.Match[str]]]:
    """Yield what ``finditer`` of each shape would, shape by shape."""
    words = places.of("kind_anchor")
    if words is None:
        for shape in known.all:
            yield from ((shape, match) for match in shape.whole.finditer(text))
        return
    ends: dict[int, list[tuple[int, int]]] = {}
    for at in words:
        last = _number_before(text, at)
        if last is None:
            continue
        first = text[at].lower()
        for shape in (*known.by_sign.get(first, ()), *known.by_sign.get("", ())):
            if (shape.number is not _IN_WORDS or text[last] in _NUMERAL) and shape.word.match(text, at):
                ends.setdefault(id(shape), []).append((last, at))
    if not ends:
        return
    stretches = [match.span() for match in known.stretch.finditer(text)]
    for shape in known.all:
        if id(shape) in ends:
            yield from ((shape, match) for match in _matches(text, shape, ends[id(shape)], stretches, places))


def _number_before(text: str, position: int) -> int | None:
    """Where a number, with or without its 号, ends right before a place: its last sign, None where none does."""
    at = position - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    if at >= 0 and text[at] == "号":
        at -= 1
        while at >= 0 and text[at].isspace():
            at -= 1
    if at >= 0 and text[at] == ")" and (year := _YEAR_BEFORE.search(text, max(0, at - _LONGEST_YEAR), at + 1)):
        version = _VERSION_BEFORE.search(text, max(0, year.start() - _LONGEST_YEAR), year.start())
        at = (version or year).start() - 1
    elif at >= 0 and text[at] == ")" and (marked := _MARKED_BEFORE.search(text, max(0, at - _LONGEST_MARKED), at + 1)):
        at = marked.start() - 1
    is_number = at >= 0 and text[at].isalnum() and not _FIRST_HAN <= text[at] <= _LAST_HAN
    return at if is_number or (at >= 0 and text[at] in _NUMERAL) else None


def _matches(
    text: str,
    shape: Shape,
    ends: Sequence[tuple[int, int]],
    stretches: Sequence[tuple[int, int]],
    places: Places,
) -> Iterator[re.Match[str]]:
    end = 0
    for start, is_whole in _starts(text, shape, ends, stretches, places):
        if start >= end:
            match = (shape.whole if is_whole else shape.bare).match(text, start)
            if match:
                yield match
                end = match.end()
            else:
                end = _end_of_lost_list(text, start, shape, ends)


def _end_of_lost_list(text: str, start: int, shape: Shape, ends: Sequence[tuple[int, int]]) -> int:
    """Where a long list ends that no word follows: it need not be tried from each of its numbers."""
    at = bisect_right(ends, (start, -1))
    following = ends[at][0] if at < len(ends) else len(text)
    if following - start < _LONG_LIST:
        return start
    found = shape.listed.match(text, start)
    return found.end() if found and start + _LONG_LIST < found.end() <= following else start


def _starts(
    text: str,
    shape: Shape,
    ends: Sequence[tuple[int, int]],
    stretches: Sequence[tuple[int, int]],
    places: Places,
) -> list[tuple[int, bool]]:
    """Where a shape may begin that ends in one of its words; whether a body, a Sector or a text may stand there."""
    numbers = _SERIES_STARTS if shape.number is SERIES else _NUMBER_STARTS
    found: dict[int, bool] = {}
    done = 0
    for last, end in ends:
        first = stretches[bisect_right(stretches, (last, len(text))) - 1][0]
        listed = [match.start() for match in numbers.finditer(text, max(first, done), end)]
        if listed:
            found.update(dict.fromkeys(listed, False))
            for name in shape.before:
                found.update(dict.fromkeys(places.between(name, max(first - _LONGEST_BEFORE, done), end), True))
        done = end
    return sorted(found.items())
