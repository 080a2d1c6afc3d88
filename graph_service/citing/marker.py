"""Edition markers as texts print them, read as a bag of place, year and edition words, in any order and language."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph_service.citing.forms import chosen
from graph_service.citing.normalise import bare
from graph_service.citing.patterns import Words
from graph_service.names.marker import Marker

_BRACKETED = re.compile(r"\s*\)?\s*[(\[)]\s*(?![.;,])(?P<inside>(?:[^()\[\]\d]{1,12}\()?[^()\[\]]{1,90}?)\s*[)\](]")
_YEAR_AND_MONTH = re.compile(r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月(?:份)?")
_YEAR_MONTH = re.compile(r"(?<!\d)(?P<first>(?:1[89]|20)\d\d)-(?P<second>0[1-9]|1[0-2])(?![\d-])")
_MONTH_YEAR = re.compile(r"(?<![\d-])(?P<first>\d{1,4})\s?/\s?(?P<second>\d{1,4})(?!\d)")
_MONTH_DOT_YEAR = re.compile(r"(?<![\d.])(?P<first>0[1-9]|1[0-2])\.(?P<second>(?:1[89]|20)\d\d)(?![\d.])")
_NUMBERED_MONTHS = (_MONTH_YEAR, _YEAR_MONTH, _MONTH_DOT_YEAR)
_YEAR = re.compile(r"(?<!\d)(?<![^\W\d_]-)(?P<year>1[89]\d\d|20\d\d)(?!\d)")
_DAYS = re.compile(r"(?<![\d.])\d{1,2}(?:er|st|nd|rd|th)?(?:\s?-\s?\d{1,2}(?:er|st|nd|rd|th)?)?(?![\w.])")
"""The days of a meeting, beside the month and the place of it: (Helsinki, March 1-12, 1993)."""
_PERIOD = re.compile(r"\s*(?:19|20)\d\d\s?-\s?(?:19|20)\d\d\s*")
"""A study period, which is no edition: Question 1/1 (2018-2021)."""
_UNKNOWN_PLACE = re.compile(r"[\u4e00-\u9fff]{2,12}|[^\W\d_][\w'.\- ]{2,40}")
_LEFT_OVER = re.compile(r"[^\s,;.:،\-–]")
_LAST_TWO_DIGIT_YEAR = 30
_MONTHS = 12
_DIGITS_OF_YEAR = 4


@dataclass(frozen=True, slots=True)
class PrintedMarker:
    """A marker and where it stands in normalised text, brackets included.

    ``is_of_all`` says that it holds for all that is joined before it: (both Rev. Bucharest, 2022). ``each`` are the
    markers of a list in its order: (Rev. Geneva, 2022 and Dubai, 2012, respectively).
    """

    marker: Marker
    start: int
    end: int
    is_of_all: bool = False
    each: tuple[Marker, ...] = ()


def marker_at(text: str, position: int, words: Words) -> PrintedMarker | None:
    """Return the marker in brackets that begins at a position, white space before it allowed; None for other words."""
    match = _BRACKETED.match(text, position)
    if not match:
        return None
    marker = read_marker(match["inside"].replace("(", " "), words)
    start = match.start() + len(match[0]) - len(match[0].lstrip(" )"))
    each = () if marker else _markers_of_each(match["inside"], words)
    if each:
        return PrintedMarker(each[-1], start, match.end(), each=each)
    is_of_all = marker is not None and words.every.search(match["inside"]) is not None
    return PrintedMarker(marker, start, match.end(), is_of_all) if marker else None


def _markers_of_each(inside: str, words: Words) -> tuple[Marker, ...]:
    """The markers of a list printed together, none where one of them is none."""
    said = words.each.search(inside)
    if said is None:
        return ()
    rest = (inside[: said.start()] + inside[said.end() :]).strip(" ,;")
    parts = re.findall(_TO_YEAR, rest)
    each = [read_marker(words.join.sub(" ", part, count=1) if at else part, words) for at, part in enumerate(parts)]
    return tuple(one for one in each if one) if len(each) > 1 and all(each) else ()


_BEFORE_BARE = re.compile(r"\s*,?\s+")
_PLACE_AND_YEAR = re.compile(r"\s+[^\d();]{4,40}\s(?:19|20)\d\d(?![\d-])")
_FIRST_AND_LAST = re.compile(r"(?P<first>[^();]{3,40}?(?:;|(?<=\d{4}),))(?P<last>[^();]{3,60})")
_TO_YEAR = re.compile(r"\D+(?:19|20)?\d\d(?!\d)")


def bare_marker_at(text: str, position: int, words: Words) -> PrintedMarker | None:
    """Return a marker that begins without brackets: Rév. PP-2006, revised (Geneva, 2022).

    It must say revised and name a conference, or have the place and year of one behind it, in brackets or in words:
    as last revised in Geneva, 2022.
    """
    gap = _BEFORE_BARE.match(text, position)
    revised = words.revised.match(text, gap.end()) if gap else None
    if not gap or not revised:
        return None
    behind = marker_at(text, revised.end(), words)
    if behind and behind.marker.place:
        return replace(behind, marker=replace(behind.marker, revised=True), start=gap.end())
    match = words.conference.match(text, _skip_spaces(text, revised.end()))
    if not match:
        return _in_words(text, gap.end(), revised.end(), words)
    marker = read_marker(text[gap.end() : match.end()], words)
    return PrintedMarker(marker, gap.end(), match.end()) if marker else None


def _in_words(text: str, start: int, end: int, words: Words) -> PrintedMarker | None:
    """The place and year of a conference that is known, right behind a word that says revised."""
    match = _PLACE_AND_YEAR.match(text, end)
    marker = read_marker(match[0], words) if match else None
    if not match or not marker or marker.place not in words.place_names:
        return None
    return PrintedMarker(replace(marker, revised=True), start, match.end())


@lru_cache(maxsize=4096)
def read_marker(inside: str, words: Words) -> Marker | None:
    """Return the marker that words between brackets are, None where anything in them is no part of a marker.

    What was read is kept: a text cites most of what it cites in the editions of a few conferences.
    """
    if _PERIOD.fullmatch(inside):
        return None
    both = _FIRST_AND_LAST.fullmatch(inside)
    if both and (last := _last_of_two(both, words)):
        return last
    bag = _Bag(inside, words)
    bag.take(words.every)
    amended = bag.take(words.amended)
    revised = bag.take(words.revised) or amended
    conference = bag.conference()
    month = bag.month()
    place = bag.place()
    if place and month and bag.take(_DAYS):
        month = month[0], None
    years = bag.years()
    year = (conference[1] if conference else None) or (month[0] if month else None) or (years[-1] if years else None)
    if year is None:
        return None
    if amended and years:
        year = max(year, *years)
    place = place or (None if month else bag.unknown_place())
    if bag.is_not_empty():
        return None
    word = conference[0] if conference and conference[0] != "Council" else None
    return Marker(
        place=place, year=year, month=month[1] if month else None, revised=revised, conference_word=word
    )  # fmt: skip


def _last_of_two(both: re.Match[str], words: Words) -> Marker | None:
    """The later of two editions printed together, the first one and the one that revised it."""
    first, last = read_marker(both["first"], words), read_marker(both["last"], words)
    is_pair = first and last and first.place in words.place_names and last.place in words.place_names
    return last if is_pair and last and last.revised else None


class _Bag:
    """What is left of a marker's words while its parts are taken out."""

    def __init__(self, inside: str, words: Words) -> None:
        self.rest = inside
        self.words = words

    def take(self, pattern: re.Pattern[str]) -> bool:
        taken = pattern.sub(" ", self.rest)
        found, self.rest = taken != self.rest, taken
        return found

    def conference(self) -> tuple[str, int] | None:
        last: tuple[str, int] | None = None
        for match in self.words.conference.finditer(self.rest):
            last = (chosen(match), _full_year(match["year"]))
        if last:
            self.rest = self.words.conference.sub(" ", self.rest)
        return last

    def month(self) -> tuple[int, int | None] | None:
        match = next((one for shape in _NUMBERED_MONTHS if (one := shape.search(self.rest))), None)
        if not match:
            return self._named_month()
        year, month = _year_and_month(match["first"], match["second"], year_first=self.words.own.year_first)
        if not 1 <= month <= _MONTHS or len(str(year)) != _DIGITS_OF_YEAR:
            return None
        self.rest = self.rest[: match.start()] + " " + self.rest[match.end() :]
        return year, month

    def _named_month(self) -> tuple[int, int] | None:
        """A month by its name or as the month of a year, with the only year there is: (November 1988), 1988年11月."""
        match = _YEAR_AND_MONTH.search(self.rest)
        if match:
            year, month = int(match["year"]), int(match["month"])
        else:
            match = self.words.month.search(bare(self.rest))
            years = _YEAR.findall(self.rest)
            if not match or not match.lastgroup or len(years) != 1:
                return None
            year, month = int(years[0]), int(match.lastgroup[2:])
        self.rest = self.rest[: match.start()] + " " + self.rest[match.end() :]
        return year, month

    def years(self) -> list[int]:
        found = [int(match["year"]) for match in _YEAR.finditer(self.rest)]
        self.rest = _YEAR.sub(" ", self.rest)
        return found

    def place(self) -> str | None:
        match = self.words.place.search(bare(self.rest))
        if match is None or match.lastgroup is None:
            return None
        self.rest = self.rest[: match.start()] + " " + self.rest[match.end() :]
        return self.words.place_names[int(match.lastgroup[1:])]

    def unknown_place(self) -> str | None:
        """A capitalised name that no row knows: kept as printed, so that an edition never heard of is not lost."""
        self.rest = self.words.fillers_whole.sub(" ", self.rest)
        match = _UNKNOWN_PLACE.search(self.rest)
        if not match or match[0][0].islower() or (not match[0][0].isupper() and "," not in self.rest):
            return None
        self.rest = self.rest[: match.start()] + " " + self.rest[match.end() :]
        return match[0].strip(" .,")

    def is_not_empty(self) -> bool:
        return bool(_LEFT_OVER.search(self.words.fillers_whole.sub(" ", self.rest)))


def _year_and_month(first: str, second: str, *, year_first: bool) -> tuple[int, int]:
    """Which of the two is the year: the longer one, else the one that is no month, else as the language has it."""
    if len(first) != len(second):
        long_first = len(first) > len(second)
    elif int(first) > _MONTHS or int(second) > _MONTHS:
        long_first = int(first) > _MONTHS
    else:
        long_first = year_first
    year, month = (first, second) if long_first else (second, first)
    return _full_year(year), int(month)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits stand for a year of this or the last century
        return year
    return 2000 + year if year <= _LAST_TWO_DIGIT_YEAR else 1900 + year


def _skip_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position
