"""Numbers of acts, Questions and Recommendations that flattened changes left side by side."""

import re
from collections.abc import Iterator

from graph_service.reading.flattened_pair import NEAR, SERIES, Pair, pair_of
from graph_service.reading.marks import YEAR, Marks

_LONGEST_CYCLE = 5
"""No session of the General Assembly run together with another is more years before it."""
_GROUPS_OF_TWO_DIGITS = range(10, 22)
_MOST_REVISIONS = 20
"""No text of ITU-R has been revised so often; 12 may be the twelfth revision, 23 are the second and the third."""


class FlattenedNumbers:
    """Finds pairs of numbers in folded text: Resolution 7879/1, Question 5/23/1, Resolution 13321372."""

    def __init__(self, marks: Marks) -> None:
        # of the United Nations, of one session and a later one: Resolution 7879/1
        self._of_assembly = re.compile(r"(?<![\d/.-])(?P<old>[4-9]\d)(?P<new>[4-9]\d)(?=/\d{1,3}(?![\d/]))")
        self._whole_of_assembly = re.compile(
            r"(?<![\d/.-])(?P<old>(?P<a>[4-9]\d)/\d{1,3})(?P<new>(?P<b>[4-9]\d)/\d{1,3})(?![\d/])"
        )
        self._act = re.compile(marks.act)
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
        # behind the members of a list too, with their marks
        member = r"\d{1,4}(?:\s*\([^()]{4,40}\))?(?:\s*[,،]\s*|\s+[^\W\d_]{1,3}\s*)"
        act = rf"{marks.act}[^\W\d_]{{0,3}}\s+(?:[^\W\d_]{{1,3}}\s*)?(?:{member}){{0,8}}"
        # two numbers of the Council, which have four digits: Resolution 13321372
        self._acts = re.compile(
            rf"{act}(?P<old>1\d{{3}})(?P<new>1\d{{3}})(?![\d/])"
            rf"|(?<!\d)(?P<old_>1\d{{3}})(?P<new_>1\d{{3}})(?=\s*号\s*{marks.act})"
        )
        # two numbers with as many digits each before the mark of a conference, of whose acts none has so many
        marked = rf"\s*[(（]\s*(?:(?:{YEAR})\s*年|{marks.revised}|{marks.city}|{marks.word})"
        members = rf"(?:(?:\s*,\s*|\s*{marks.join}\s*)\d{{1,3}}(?!\d)){{0,8}}"
        two = [
            rf"(?:(?P<old{one}>\d{{3}})(?P<new{one}>\d{{3}})|(?P<old{one}_>[2-9]\d)(?P<new{one}_>\d\d))(?!\d)"
            for one in "ab"
        ]
        self._marked_acts = re.compile(
            rf"{act}{two[0]}(?={members}{marked})"
            rf"|(?<!\d){two[1]}(?=\s*号\s*{marks.act}{marked})"
        )
        # two of one chapter of the Radio Regulations: 5.1095.110, not the third level of a number: 9.38.1
        dotted = r"(?:\d{2,3}[a-z]{0,2}|\d[a-z]{1,2})"
        self._provisions = re.compile(
            rf"(?<![0-9a-z./-])(?P<old>(?P<chapter>\d{{1,2}})\.{dotted})(?P<new>(?P=chapter)\.{dotted})(?![0-9a-z/-]|\.\d)"
        )
        self._recommendations = re.compile(
            rf"(?<![^\W\d_])[a-z]{{1,2}}\.(?:(?P<a_>\d{{4}})(?P<b_>\d{{4}})|(?P<c_>\d{{3}})(?P<d_>\d{{3}}))(?![\d.])"
            rf"|{marks.recommendation}\s+[^\W\d_]{{3}}-?d\s(?P<e_>[1-9]\d)(?P<f_>[1-9]\d)(?![\d/-])"
        )
        # two with their series: L.1024L.1050
        series = rf"{SERIES}\.\d{{1,4}}(?:\.\d{{1,3}}|-\d{{1,2}})?"
        self._series = re.compile(rf"(?<![a-zа-яё])(?P<old>{series})(?P<new>{series})(?![\w./])")
        # acts and those that took their place, before the mark of both: Resolution 76Resolutions 72 and 79 (
        more = rf"(?:\s*[,،]\s*(?:{marks.join}\s*)?|\s+{marks.join}\s*)\d{{1,3}}(?!\d)"
        acts = rf"[^\W\d_]{{0,2}}{marks.act}[^\W\d_]{{0,3}}\s+\d{{1,3}}(?:{more})*"
        joined = rf"{marks.join}(?:\s|[^\W\d_]?{marks.act})"
        self._named_acts = re.compile(rf"(?<![^\W\d_])(?P<old>{acts})(?P<new>(?!{joined}){acts})(?=\s*\()")
        of_radio = rf"(?:(?<![^\W\d_]){SERIES}\s?\.\s?|[^\W\d_]{{3}}[- ]?[rр]\s*(?:第\s?)?)"
        # a number and itself revised, or two revisions of one: M.23712371-1, M.1371-41371-5; M.1313-1 is one
        self._revised = re.compile(
            rf"{of_radio}(?P<old>(?:(?P<whole>\d{{3,4}}|(?<!\.)(?<!\.\s)\d\d)|(?P<number>\d{{1,4}})-\d{{1,2}}))"
            r"(?P<new>(?:(?P=whole)|(?P=number))-\d{1,2})(?![\d.-])"
        )
        self._revisions = re.compile(
            rf"{of_radio}\d{{1,4}}"
            r"-(?P<both>\d{2,4})(?=/\d{1,2}(?!\d)|(?![\d/.-]))"
        )

    def pairs(self, text: str) -> Iterator[Pair]:
        """Yield the pairs of numbers."""
        yield from self._of_united_nations(text)
        yield from self._of_questions(text)
        yield from self._of_acts(text)
        yield from map(pair_of, self._provisions.finditer(text))
        yield from map(pair_of, self._revised.finditer(text))
        yield from self._of_recommendations(text)
        yield from self._of_revisions(text)

    def _of_united_nations(self, text: str) -> Iterator[Pair]:
        """The sessions of two resolutions of the General Assembly beside the word of an act."""
        for found in self._of_assembly.finditer(text):
            near = max(0, found.start() - NEAR), found.end() + NEAR
            is_later = 0 < int(found["new"]) - int(found["old"]) <= _LONGEST_CYCLE
            if is_later and self._act.search(text, *near):
                yield pair_of(found)
        for found in self._whole_of_assembly.finditer(text):
            near = max(0, found.start() - NEAR), found.end() + NEAR
            if int(found["a"]) <= int(found["b"]) and self._act.search(text, *near):
                yield Pair(found.start("old"), found.start("new"), found.end())

    def _of_questions(self, text: str) -> Iterator[Pair]:
        """Two Questions of study groups run together, or the groups of one: 5/23/1 is 5/2 and 3/1."""
        for found in (*self._questions.finditer(text), *self._questions_after.finditer(text)):
            split = _split_groups(found["group"], found["last"])
            if split:
                start = found.start("old")
                yield Pair(start, found.start("group") + split, found.end())
        yield from map(pair_of, self._groups.finditer(text))

    def _of_acts(self, text: str) -> Iterator[Pair]:
        """Two numbers of the Council run together, or of another conference before its mark."""
        for found in (*self._acts.finditer(text), *self._marked_acts.finditer(text)):
            old, new = [name for name, value in found.groupdict().items() if value]
            yield Pair(found.start(old), found.start(new), found.end(new))
        yield from map(pair_of, self._named_acts.finditer(text))

    def _of_recommendations(self, text: str) -> Iterator[Pair]:
        """Two numbers of Recommendations with as many digits each, together more than any has: Q.31523160, 2123."""
        for found in self._recommendations.finditer(text):
            old, new = [name for name, value in found.groupdict().items() if value]
            yield Pair(found.start(old), found.start(new), found.end(new))
        yield from map(pair_of, self._series.finditer(text))

    def _of_revisions(self, text: str) -> Iterator[Pair]:
        """Two revisions of an ITU-R text, one of which follows the other and which are together too many for one."""
        for found in self._revisions.finditer(text):
            both, start, end = found["both"], *found.span("both")
            for at in range(1, len(both)):
                old, new = both[:at], both[at:]
                is_next = new == str(int(old) + 1) and old == str(int(old))
                if is_next and (int(both) > _MOST_REVISIONS or both.startswith("0")):
                    yield Pair(start, start + at, end)


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
