"""Dates of every style, and what else brackets of an identifier may hold: editions, versions, periods, languages."""

import re
from dataclasses import dataclass
from itertools import chain

from graph_service.citing.identifying.words import ScriptWords
from graph_service.citing.marker import read_marker
from graph_service.names.marker import Marker

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_SEPARATOR = r"\s?[./\-]\s?"
_ROMAN_MONTH = r"(?P<roman>XI{0,2}|IX|IV|VI{0,3}|V|I{1,3})"
_NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_MONTH}{_SEPARATOR}{_YEAR}",
        _YEAR,
        rf"{_YEAR}{_SEPARATOR}{_MONTH}",
        rf"{_YEAR}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_DAY}",
        rf"{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_YEAR}",
        rf"(?:{_DAY}(?:{_SEPARATOR}|\s))?{_ROMAN_MONTH}(?:{_SEPARATOR}|\s){_YEAR}",
    )
)
_SHORT = re.compile(r"(?P<first>\d\d)/(?P<second>\d\d)")
_DIGITS = re.compile(r"\d+")
_PERIOD = re.compile(r"(?P<since>(?:19|20)\d\d)\s?-\s?(?P<until>(?:19|20)\d\d)")
_MONTHS = 12
_LAST_TWO_DIGIT_YEAR = 30
_LAST_DAY = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What brackets hold: an edition, a version, a study period, or the language of the text."""

    marker: Marker | None = None
    version: int | None = None
    period: str | None = None
    language: str | None = None


def read_inside(text: str, words: ScriptWords) -> Inside | None:
    """Return what the words between brackets are, None for any other."""
    content = text.strip()
    date = read_date(content, words)
    if date:
        return Inside(marker=date)
    book = next((year for year, pattern in words.books if pattern.fullmatch(content)), None)
    if book:
        return Inside(marker=Marker(year=book, revised=False))
    language = words.languages.get(content)
    if language:
        return Inside(language=language)
    version = words.version.fullmatch(content)
    if version:
        return Inside(version=int(version["number"]))
    period = read_period(content, words)
    if period:
        return Inside(period=period)
    marker = _edition(content, words)
    return Inside(marker=marker) if marker else None


def _edition(content: str, words: ScriptWords) -> Marker | None:
    """The marker as the language reads it that knows most of its words: its city, and that it says revised."""
    readings = [found for reader in words.readers if (found := read_marker(content, reader))]
    places = set(words.readers[0].places.values())
    return max(readings, key=lambda one: (one.place is None or one.place in places, bool(one.revised)), default=None)


def read_period(content: str, words: ScriptWords) -> str | None:
    """Return a study period or the period of a plan, 2018-2021; None for other words."""
    match = _PERIOD.search(content)
    if not match:
        return None
    rest = content[: match.start()] + " " + content[match.end() :]
    rest = words.year_sign.sub(" ", words.period.sub(" ", rest))
    return f"{match['since']}-{match['until']}" if not rest.strip(" ,;:") else None


def read_date(content: str, words: ScriptWords) -> Marker | None:
    """Return a date as an edition without place, None for what is no date."""
    bare = _without_year_sign(content, words)
    for pattern, text in chain(((one, bare) for one in _NUMERIC), ((one, content) for one in words.unit_dates)):
        match = pattern.fullmatch(text)
        if match:
            groups = match.groupdict()
            month = _ROMAN.index(groups["roman"]) + 1 if groups.get("roman") else _whole(groups.get("month"))
            return _dated(int(groups["year"]), month, _whole(groups.get("day")))
    match = _SHORT.fullmatch(bare)
    return _short(match, words) if match else _worded(bare, words)


def _without_year_sign(content: str, words: ScriptWords) -> str:
    match = re.compile(rf"(?P<date>.*\d)\s?(?:{words.year_sign.pattern})", re.IGNORECASE).fullmatch(content)
    return match["date"] if match else content


def _short(match: re.Match[str], words: ScriptWords) -> Marker | None:
    """A month and a year of two digits, 03/99, in the order of the language where either could be the year."""
    first, second = int(match["first"]), int(match["second"])
    year_first = first > _MONTHS or (second <= _MONTHS and words.readers[0].own.year_first)
    month, year = (second, first) if year_first else (first, second)
    return _dated(2000 + year if year <= _LAST_TWO_DIGIT_YEAR else 1900 + year, month, None)


def _worded(content: str, words: ScriptWords) -> Marker | None:
    """A date with the name of its month, its parts in any order: 15 November 2015, abril de 2016."""
    for at, pattern in enumerate(words.months):
        match = pattern.search(content)
        if not match:
            continue
        rest = words.noise.sub(" ", content[: match.start()] + " " + content[match.end() :])
        numbers = [int(digits) for digits in _DIGITS.findall(rest)]
        years = [number for number in numbers if number > _LAST_DAY]
        days = [number for number in numbers if number <= _LAST_DAY]
        if len(years) == 1 and len(days) <= 1 and not _DIGITS.sub("", words.year_sign.sub("", rest)).strip(" ,."):
            return _dated(years[0], at + 1, days[0] if days else None)
    return None


def _dated(year: int, month: int | None, day: int | None) -> Marker | None:
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    return Marker(year=year, month=month, day=day, revised=False)


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None
