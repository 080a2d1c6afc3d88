"""Edition marks and years of conferences that flattened changes left side by side."""

import re
from collections.abc import Iterator

from graph_service.reading.flattened_pair import NEAR, SERIES, Pair, pair_of
from graph_service.reading.marks import YEAR, Marks

_FIRST_CONFERENCE, _LAST_CONFERENCE = 1947, 2099
"""Between these four digits after a conference's word are one year; before, they are two of two digits."""
_LONGEST_CYCLE = 5
"""No conference comes more years after the one before."""


class FlattenedMarks:
    """Finds pairs of marks in folded text: (Busan, 2014Rev. Dubai, 2018), WRC-1519, 20142018."""

    def __init__(self, marks: Marks) -> None:
        rev, city, word = marks.revised, marks.city, marks.word
        year_word = rf"(?:\s*{marks.year_word})?"
        self._marks = marks
        self._after = re.compile(
            rf"{year_word}(?P<gap>\s*)(?P<rev>{rev}\s*)?(?P<city>{city})\s*[,،]?\s*(?P<year>{YEAR})(?!\d){year_word}"
        )
        self._before = re.compile(rf"(?P<rev>{rev}\s*)?(?P<city>{city})\s*[,،]?\s*$")
        self._year_first = re.compile(
            rf"(?P<old>(?P<a>{YEAR})\s*年\s*[,，、]\s*{city}(?:[,，]\s*{rev})?)"
            rf"(?P<new>(?P<b>{YEAR})\s*年\s*[,，、]\s*{city}(?:\s*[,，]\s*{rev})?)"
        )
        self._periods = re.compile(rf"(?<!\d)(?P<old>(?P<a>{YEAR})-{YEAR})(?P<new>(?P<b>{YEAR})-{YEAR})(?!\d)")
        self._months = re.compile(rf"(?P<old>(?:0\d|1[0-2])/(?P<a>{YEAR}))(?P<new>(?:0\d|1[0-2])/(?P<b>{YEAR}))(?!\d)")
        said_of = rf"(?:(?:{rev}\s*)?(?:{city}\s*[,،]?\s*|{word}[- ]?)|(?:0\d|1[0-2])/)?"
        year_of = rf"(?:{YEAR}|(?<=[^\W\d_]-)\d\d)"
        marks_of = [rf"\({said_of}(?P<{one}>{year_of})(?:/(?:0\d|1[0-2]))?{year_word}\)" for one in "ab"]
        self._brackets = re.compile(rf"(?P<old>{marks_of[0]})(?P<new>{marks_of[1]})")
        self._year_months = re.compile(
            rf"(?<!\d)(?P<old>(?P<a>{YEAR})/(?:0\d|1[0-2]))(?P<new>(?P<b>{YEAR})/(?:0\d|1[0-2]))(?!\d)"
        )
        self._years = re.compile(
            rf"(?<!\d)(?P<old>(?P<a>{YEAR})(?:\s*{marks.year_word}(?={YEAR}\s*{marks.year_word}))?)(?P<new>(?P<b>{YEAR}))(?!\d)"
        )
        said = rf"(?:{rev}|{marks.modified})\s*"
        self._said_before = re.compile(rf"{said}$")
        self._said_years = re.compile(
            rf"(?P<old>(?P<a>{YEAR}){year_word})(?P<new>{said}(?P<b>{YEAR})(?!\d){year_word})"
        )
        self._words = re.compile(
            rf"(?P<old>(?:{rev}\s*)?(?P<word>{word})[- ]?(?P<a>{YEAR}|\d\d))\s?"
            rf"(?P<new>(?P<rev>{rev}\s*)?{word}[- ]?(?P<b>{YEAR}|\d\d))(?!\d)"
        )
        self._sessions = re.compile(rf"\b(?P<word>{word}|c)[- ]?(?P<old>(?P<a>\d\d))(?P<new>(?P<b>\d\d))(?!\d)")
        mark = r"[(（][^()（）]{4,60}[)）]"
        number = rf"(?:\d{{1,4}}[a-z]?(?:-\d{{1,2}})?|{SERIES}\.\d{{1,4}}(?:\.\d{{1,3}}|-\d{{1,2}})?)"
        self._numbers = re.compile(rf"(?<![\w/.-])(?P<old>{number}\s*{mark})(?P<new>{number}\s*{mark})")
        # each with its word: Recommendation ITU-D 22 (Dubai, 2014)Recommendation ITU-D 24 (Kigali, 2022)
        named = rf"[^\W\d_]*\s[^()\d]{{0,20}}{number}\s*{mark}"
        self._named_numbers = re.compile(
            rf"(?<![^\W\d_])(?P<old>(?P<word>[^\W\d_]{{6}}){named})(?P<new>(?:[^\W\d_]{{1,3}}[\s'’])?(?P=word){named})"
        )
        # the preposition behind both is neither's own: المراجَعالمراجَعين في
        self._said_twice = re.compile(rf"(?P<old>{rev})(?<!\s\w\w)(?P<new>(?={rev})[^\W\d_]+)(?=\s)")
        self._named_years = re.compile(
            rf"(?P<old>(?P<name>[^\W\d_]{{3,}})[ -](?P<a>{YEAR}))(?P<new>(?P=name)[ -](?P<b>{YEAR}))(?!\d)"
        )

    def pairs(self, text: str) -> Iterator[Pair]:
        """Yield the pairs of marks, surer ones first."""
        yield from self._marked(text)
        for pattern in (
            self._numbers,
            self._named_numbers,
            self._year_first,
            self._periods,
            self._months,
            self._brackets,
            self._year_months,
            self._named_years,
            self._years,
        ):
            yield from map(pair_of, pattern.finditer(text))
        yield from self._said(text)
        yield from self._of_sessions(text)
        yield from map(pair_of, self._said_twice.finditer(text))
        yield from self._of_words(text)

    def _marked(self, text: str) -> Iterator[Pair]:
        """Two marks of place and year side by side: looked for after each year, then before it."""
        for year in re.finditer(rf"(?<!\d){YEAR}(?!\d)", text):
            after = self._after.match(text, year.end())
            if after is None or (after["gap"] and not _in_parentheses(text, year.start(), after.end())):
                continue
            start = max(0, year.start() - NEAR)
            before = self._before.search(text[start : year.start()])
            if before is None:
                continue
            old = before.start() if after["rev"] and before["rev"] else before.start("city")
            middle = (
                after.start("gap") if after["gap"] else (after.start("rev") if after["rev"] else after.start("city"))
            )
            yield Pair(start + old, middle, after.end(), (int(year[0]), int(after["year"])))

    def _said(self, text: str) -> Iterator[Pair]:
        """Two years of one text, each behind the word that says so: (modified 2018modified 2020)."""
        for found in self._said_years.finditer(text):
            pair = pair_of(found)
            start = max(0, pair.start - NEAR)
            before = self._said_before.search(text[start : pair.start])
            yield Pair(start + before.start() if before else pair.start, pair.middle, pair.end, pair.years)

    def _of_words(self, text: str) -> Iterator[Pair]:
        """Two conferences by their abbreviations; a "Rev." before the first alone holds for both."""
        for found in self._words.finditer(text):
            pair = pair_of(found)
            yield pair if found["rev"] else Pair(found.start("word"), pair.middle, pair.end, pair.years)

    def _of_sessions(self, text: str) -> Iterator[Pair]:
        """Two years of two digits after the word of one conference, both of them years in which that body met."""
        for found in self._sessions.finditer(text):
            known = self._marks.sessions.get(self._marks.words.get(found["word"], "Council"), frozenset())
            whole, first, second = int(found["a"] + found["b"]), int(found["a"]), int(found["b"])
            is_one_year = _FIRST_CONFERENCE <= whole <= _LAST_CONFERENCE
            recent = max((year for year in known if year < _FIRST_CONFERENCE % 100), default=0)
            is_next = recent < second <= recent + _LONGEST_CYCLE
            if not is_one_year and first in known and (second in known or is_next):
                yield pair_of(found)


def _in_parentheses(text: str, start: int, end: int) -> bool:
    opened = max(text.rfind("(", 0, start), text.rfind("（", 0, start))
    closed = max(text.rfind(")", 0, start), text.rfind("）", 0, start))
    return opened > closed and _CLOSED.match(text, end) is not None


_CLOSED = re.compile(r"\s?[)）,]")
