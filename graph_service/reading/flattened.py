"""Tracked changes that a conversion flattened: old and new words run together become guessed spans.

The register's cities and conferences and the words for "revised" tell what can be two marks; nothing is guessed that
is not two of a kind side by side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.reading.document import Change, Span
from graph_service.reading.folding import folded
from graph_service.reading.marks import YEAR, Marks, alternatives, full_year

_LETTER = "A-ZÀ-ÞА-Я\u0620-\u06ff"
_GLUED = re.compile(
    r"[\d/)\u2011-](?:(?<=\d)(?:"
    rf"\d{{7}}|\d[{_LETTER}]|\d{{3}}[a-zß-ÿа-яё]|\d{{3}}\s*[гГ]\.\s*[^\W\d_]|/\d{{2,5}}/\d"
    rf"|(?:(?<=[,،]\s\d)|(?<=\s\s\d))\d{{3}}\s+[{_LETTER}]|(?<=[\u4e00-\u9fff]\d)\d{{3}}\s*年\s*[,，、]"
    r"|\d{3}/\d{1,3}(?![\d/])|年\s*(?:19|20)\d\d\s*年"
    r")|(?<=/)\d{6}|(?<=\d/)(?!19|20)[12]\d[12]\d(?![\d/])|(?<=\))\d|(?<=[\u2011-])\d{4}(?!\d)"
    r"|(?<=C\d)\d{3}(?!\d)|(?<=[A-Z]\.\d)\d{5}(?!\d)|(?<=D\s\d)\d{3}(?![\d/-])"
    r"|(?<=\))\((?=[^()]{0,50}\d{4}[^()\d]{0,6}\))|(?<=\d[\u2011-])(?:01|23|34|45|56|67|78|89|910|1011|1112|1213)(?!\d))"
)
"""What two numbers or marks run together look like; what has none of it has no flattened mark."""
_CAMEL = re.compile(r"[a-zß-ÿа-яё][A-ZÀ-ÞА-Я]|[\u0600-\u06ff\u4e00-\u9fff]{4}|[A-ZА-Я]{8}")
"""What two names run together look like."""
_SERIES = r"(?:[a-zавекмнорстху]|b[orst]|r[as]|s[afm]|sng|tf|p[in]|is)"
"""The letters of a series in small letters, not those of an abbreviation: ст. 30-34."""
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u0640"))
_AND = r"(?:and|or|et|ou|y|o|и|или)\s|و"
_MORE_NUMBERS = rf"(?:(?:\s*[,،]\s*(?:{_AND})?|\s+(?:{_AND}))\s*\d{{1,3}}(?!\d))*"
_BACK = 60
_FIRST_CONFERENCE, _LAST_CONFERENCE = 1947, 2099
"""Between these four digits after a conference's word are one year; before, they are two of two digits."""
_GROUPS_OF_TWO_DIGITS = range(10, 22)
_LONGEST_CYCLE = 5
"""No conference comes more years after the one before."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two stretches side by side, the second of which took the place of the first."""

    start: int
    middle: int
    end: int
    years: tuple[int, int] | None = None

    @property
    def backwards(self) -> bool:
        """Whether the older one stands second."""
        return self.years is not None and self.years[0] > self.years[1]


class Flattened:
    """Finds flattened changes in single paragraphs."""

    def __init__(self, marks: Marks) -> None:
        rev, city, word = marks.revised, marks.city, marks.word
        year_word = rf"(?:\s*{marks.year_word})?"
        ending = rf"(?:{marks.city_ending})?"
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
        marks_of = [
            rf"\((?:(?:{rev}\s*)?{city}\s*[,،]?\s*|(?:0\d|1[0-2])/)?(?P<{one}>{YEAR}){year_word}\)" for one in "ab"
        ]
        self._brackets = re.compile(rf"(?P<old>{marks_of[0]})(?P<new>{marks_of[1]})")
        self._year_months = re.compile(
            rf"(?<!\d)(?P<old>(?P<a>{YEAR})/(?:0\d|1[0-2]))(?P<new>(?P<b>{YEAR})/(?:0\d|1[0-2]))(?!\d)"
        )
        self._years = re.compile(rf"(?<!\d)(?P<old>(?P<a>{YEAR})(?:年(?={YEAR}年))?)(?P<new>(?P<b>{YEAR}))(?!\d)")
        # of the United Nations, of one session and a later one: Resolution 7879/1
        self._of_assembly = re.compile(r"(?<![\d/.-])(?P<old>[4-9]\d)(?P<new>[4-9]\d)(?=/\d{1,3}(?![\d/]))")
        self._whole_of_assembly = re.compile(
            r"(?<![\d/.-])(?P<old>(?P<a>[4-9]\d)/\d{1,3})(?P<new>(?P<b>[4-9]\d)/\d{1,3})(?![\d/])"
        )
        self._act = re.compile(marks.act)
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
        # the endings of adjectives vary: Кигалийский, Кигалийского
        plan = alternatives(re.escape(re.sub(rf"{marks.city_ending}$", "", word)) for word in marks.plans) + ending
        self._cities = re.compile(rf"(?P<old>{city}{ending}|{plan})(?P<new>{city}{ending}|{plan})")
        # what is named after a city, as a whole: Kigali Action PlanBaku Action Plan
        place = rf"(?P<place>{city}|{plan})"
        other = rf"(?!(?P=place))(?:{city}|{plan})"
        self._city_first = re.compile(
            rf"(?P<old>{place}(?P<name>(?:\s[^\W\d_]+){{1,3}}))(?P<new>{other}(?P=name))(?![^\W\d_])"
        )
        self._city_last = re.compile(
            rf"(?<![^\W\d_])(?P<old>(?P<name>(?:[^\W\d_]+[\s'’]){{2,4}}){place})(?P<new>(?P=name){other})"
        )
        mark = r"[(（][^()（）]{4,60}[)）]"
        number = r"\d{1,4}[a-z]?(?:-\d{1,2})?"
        self._numbers = re.compile(rf"(?<![\w/.-])(?P<old>{number}\s*{mark})(?P<new>{number}\s*{mark})")
        self._questions = re.compile(
            rf"{marks.question}(?:e?s)?\s+(?:[\w-]+\s+)?(?:\d{{1,3}}/\d{{1,2}}(?:\s*[,،]\s*|\s+[^\W\d_]{{1,3}}\s*)){{0,8}}"
            r"(?P<old>\d{1,3}(?:-\d{1,2})?/(?P<group>\d{1,4}))/(?P<last>\d{1,2})(?!\d)"
        )
        self._questions_after = re.compile(
            r"(?<![\d/])(?P<old>\d{1,3}(?:-\d{1,2})?/(?P<group>\d{1,4}))/(?P<last>\d{1,2})"
            rf"(?=\s*号\s*{marks.question})"
        )
        # one Question of two study groups, of two digits each: Question 28/1621
        self._groups = re.compile(
            rf"{marks.question}\s+(?:[\w-]+\s+)?\d{{1,3}}/(?P<old>[12]\d)(?!(?P=old))(?P<new>[12]\d)(?![\d/])"
        )
        # two numbers of the Council, which have four digits: Resolution 13321372
        self._acts = re.compile(
            rf"{marks.act}\s+(?:[^\W\d_]{{1,3}}\s*)?(?P<old>1\d{{3}})(?P<new>1\d{{3}})(?![\d/])"
            rf"|(?<!\d)(?P<old_>1\d{{3}})(?P<new_>1\d{{3}})(?=\s*号\s*{marks.act})"
        )
        self._recommendations = re.compile(
            rf"(?<![^\W\d_])[a-z]{{1,2}}\.(?:(?P<a_>\d{{4}})(?P<b_>\d{{4}})|(?P<c_>\d{{3}})(?P<d_>\d{{3}}))(?![\d.])"
            rf"|{marks.recommendation}\s+[^\W\d_]{{3}}-?d\s(?P<e_>[1-9]\d)(?P<f_>[1-9]\d)(?![\d/-])"
        )
        # two with their series: L.1024L.1050
        series = rf"{_SERIES}\.\d{{1,4}}(?:\.\d{{1,3}}|-\d{{1,2}})?"
        self._series = re.compile(rf"(?<![a-zа-яё])(?P<old>{series})(?P<new>{series})(?![\w./])")
        # acts and those that took their place, before the mark of both: Resolution 76Resolutions 72 and 79 (
        acts = rf"[^\W\d_]{{0,2}}{marks.act}[^\W\d_]{{0,3}}\s+\d{{1,3}}{_MORE_NUMBERS}"
        self._named_acts = re.compile(rf"(?<![^\W\d_])(?P<old>{acts})(?P<new>(?!{_AND}){acts})(?=\s*\()")
        # the preposition behind both is neither's own: المراجَعالمراجَعين في
        self._said_twice = re.compile(rf"(?P<old>{rev})(?<!\s\w\w)(?P<new>(?={rev})[^\W\d_]+)(?=\s)")
        self._revisions = re.compile(
            rf"(?:(?<![^\W\d_]){_SERIES}\s?\.\s?\d{{1,4}}|[^\W\d_]{{3}}[- ]?[rр]\s*(?:第\s?)?\d{{1,3}})"
            r"-(?P<both>\d{2,4})(?=/\d{1,2}(?!\d)|(?![\d/.-]))"
        )
        self._named_years = re.compile(
            rf"(?P<old>(?P<name>[^\W\d_]{{3,}})[ -](?P<a>{YEAR}))(?P<new>(?P=name)[ -](?P<b>{YEAR}))(?!\d)"
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the changed stretches of a paragraph, struck and inserted ones side by side; none for most texts."""
        bare = text if text.isascii() else text.translate(_WITHOUT_WIDTH)
        if not _GLUED.search(bare) and not _CAMEL.search(bare):
            return ()
        plain = folded(text)
        taken: list[_Pair] = []
        for pair in self._pairs(plain.text, bare):
            if all(pair.end <= one.start or one.end <= pair.start for one in taken):
                taken.append(pair)
        spans: list[Span] = []
        for pair in sorted(taken, key=lambda one: one.start):
            start, middle, end = plain.at(pair.start), plain.at(pair.middle), plain.at(pair.end)
            first, second = (Change.INSERTED, Change.STRUCK) if pair.backwards else (Change.STRUCK, Change.INSERTED)
            spans += (
                Span(start=start, end=middle, change=first, guessed=True),
                Span(start=middle, end=end, change=second, guessed=True),
            )
        return tuple(spans)

    def _pairs(self, text: str, printed: str) -> Iterator[_Pair]:
        """The pairs of a folded text; ``printed`` is the text itself, whose capitals tell words run together."""
        if _GLUED.search(printed):
            yield from self._marked(text)
            for pattern in (
                self._numbers,
                self._year_first,
                self._periods,
                self._months,
                self._brackets,
                self._year_months,
                self._named_years,
                self._years,
            ):
                yield from map(_pair, pattern.finditer(text))
            yield from self._said(text)
            yield from self._of_sessions(text)
            yield from self._of_united_nations(text)
            yield from map(_pair, self._said_twice.finditer(text))
            yield from self._of_words(text)
            yield from self._of_questions(text)
            yield from self._of_acts(text)
            yield from self._of_recommendations(text)
            yield from self._of_revisions(text)
        if _CAMEL.search(printed):
            for pattern in (self._city_first, self._city_last, self._cities):
                yield from map(_pair, pattern.finditer(text))

    def _marked(self, text: str) -> Iterator[_Pair]:
        """Two marks of place and year side by side: looked for after each year, then before it."""
        for year in re.finditer(rf"(?<!\d){YEAR}(?!\d)", text):
            after = self._after.match(text, year.end())
            if after is None or (after["gap"] and not _in_parentheses(text, year.start(), after.end())):
                continue
            start = max(0, year.start() - _BACK)
            before = self._before.search(text[start : year.start()])
            if before is None:
                continue
            old = before.start() if after["rev"] and before["rev"] else before.start("city")
            middle = (
                after.start("gap") if after["gap"] else (after.start("rev") if after["rev"] else after.start("city"))
            )
            yield _Pair(start + old, middle, after.end(), (int(year[0]), int(after["year"])))

    def _said(self, text: str) -> Iterator[_Pair]:
        """Two years of one text, each behind the word that says so: (modified 2018modified 2020)."""
        for found in self._said_years.finditer(text):
            pair = _pair(found)
            start = max(0, pair.start - _BACK)
            before = self._said_before.search(text[start : pair.start])
            yield _Pair(start + before.start() if before else pair.start, pair.middle, pair.end, pair.years)

    def _of_united_nations(self, text: str) -> Iterator[_Pair]:
        """The sessions of two resolutions of the General Assembly beside the word of an act."""
        for found in self._of_assembly.finditer(text):
            near = max(0, found.start() - _BACK), found.end() + _BACK
            is_later = 0 < int(found["new"]) - int(found["old"]) <= _LONGEST_CYCLE
            if is_later and self._act.search(text, *near):
                yield _pair(found)
        for found in self._whole_of_assembly.finditer(text):
            near = max(0, found.start() - _BACK), found.end() + _BACK
            if int(found["a"]) <= int(found["b"]) and self._act.search(text, *near):
                yield _Pair(found.start("old"), found.start("new"), found.end())

    def _of_words(self, text: str) -> Iterator[_Pair]:
        """Two conferences by their abbreviations; a "Rev." before the first alone holds for both."""
        for found in self._words.finditer(text):
            pair = _pair(found)
            yield pair if found["rev"] else _Pair(found.start("word"), pair.middle, pair.end, pair.years)

    def _of_sessions(self, text: str) -> Iterator[_Pair]:
        """Two years of two digits after the word of one conference, both of them years in which that body met."""
        for found in self._sessions.finditer(text):
            known = self._marks.sessions.get(self._marks.words.get(found["word"], "Council"), frozenset())
            whole, first, second = int(found["a"] + found["b"]), int(found["a"]), int(found["b"])
            is_one_year = _FIRST_CONFERENCE <= whole <= _LAST_CONFERENCE
            recent = max((year for year in known if year < _FIRST_CONFERENCE % 100), default=0)
            is_next = recent < second <= recent + _LONGEST_CYCLE
            if not is_one_year and first in known and (second in known or is_next):
                yield _pair(found)

    def _of_questions(self, text: str) -> Iterator[_Pair]:
        """Two Questions of study groups run together, or the groups of one: 5/23/1 is 5/2 and 3/1."""
        for found in (*self._questions.finditer(text), *self._questions_after.finditer(text)):
            split = _split_groups(found["group"], found["last"])
            if split:
                start = found.start("old")
                yield _Pair(start, found.start("group") + split, found.end())
        yield from map(_pair, self._groups.finditer(text))

    def _of_acts(self, text: str) -> Iterator[_Pair]:
        """Two numbers of the Council run together."""
        for found in self._acts.finditer(text):
            after = "_" if found["old_"] else ""
            yield _Pair(found.start(f"old{after}"), found.start(f"new{after}"), found.end(f"new{after}"))
        yield from map(_pair, self._named_acts.finditer(text))

    def _of_recommendations(self, text: str) -> Iterator[_Pair]:
        """Two numbers of Recommendations with as many digits each, together more than any has: Q.31523160, 2123."""
        for found in self._recommendations.finditer(text):
            old, new = [name for name, value in found.groupdict().items() if value]
            yield _Pair(found.start(old), found.start(new), found.end(new))
        yield from map(_pair, self._series.finditer(text))

    def _of_revisions(self, text: str) -> Iterator[_Pair]:
        """Two revisions of an ITU-R text, one of which follows the other and which are together too many for one."""
        for found in self._revisions.finditer(text):
            both, start, end = found["both"], *found.span("both")
            for at in range(1, len(both)):
                old, new = both[:at], both[at:]
                is_next = new == str(int(old) + 1) and old == str(int(old))
                if is_next and (int(both) > _MOST_REVISIONS or both.startswith("0")):
                    yield _Pair(start, start + at, end)


_MOST_REVISIONS = 20
"""No text of ITU-R has been revised so often; 12 may be the twelfth revision, 23 are the second and the third."""


def _pair(found: re.Match[str]) -> _Pair:
    parts = found.groupdict()
    first, second = parts.get("a"), parts.get("b")
    years = (full_year(int(first)), full_year(int(second))) if first and second else None
    return _Pair(found.start("old"), found.start("new"), found.end("new"), years)


def _in_parentheses(text: str, start: int, end: int) -> bool:
    opened = max(text.rfind("(", 0, start), text.rfind("（", 0, start))
    return opened > max(text.rfind(")", 0, start), text.rfind("）", 0, start)) and text[end : end + 1] in {
        ")",
        "）",
        ",",
    }


def _split_groups(middle: str, last: str) -> int | None:
    """Where the first study group ends in the digits between two slashes; None where it cannot be told."""
    if middle.endswith(last) is False and len(middle) == 2:  # noqa: PLR2004 - a digit each
        return 1
    same = [cut for cut in range(1, len(middle)) if middle[:cut] == last]
    if len(same) == 1:
        return same[0]
    if len(last) == 2 and len(middle) > 2:  # noqa: PLR2004 - of ITU-T, whose groups changed: 26/1611/21
        return 2 if int(middle[:2]) in _GROUPS_OF_TWO_DIGITS else 1
    return 1 if len(middle) == 2 else None  # noqa: PLR2004 - a digit each
