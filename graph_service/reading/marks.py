"""Edition marks in any language as patterns over folded text: cities, years, conference words, "Rev."."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.marker import Marker
from graph_service.reading.folding import fold
from graph_service.register.register import Register

YEAR = r"(?:18|19|20)\d\d"
_YEAR_FIRST = "年"
_SAME_NAME = 2
"""Two plans may bear one name (Buenos Aires, 1994 and 2017)."""

_SESSION = re.compile(r"\((?P<rev>\s*[cс][- ]?\d\d\s*[,;،][^()]{0,50})?\s*\b[cс][- ]?(?P<year>\d\d)\s*\)")
"""A session of the Council, the last one of those that changed the text: (C11, last amended C25)."""


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What an edition mark can be made of, in all languages at once.

    ``cities`` are folded names with their English ones, ``plans`` the first words of action plans (Бакинский),
    ``words`` the folded abbreviations of conferences with their
    bodies, ``sessions`` the two-digit years in which each body met, ``act`` the words for Resolution and Decision,
    ``recommendation`` those for a Recommendation, ``join`` those between the members of a list.
    """

    cities: Mapping[str, str]
    plans: frozenset[str]
    words: Mapping[str, str]
    sessions: Mapping[str, frozenset[int]]
    revised: str
    modified: str
    year_word: str
    question: str
    act: str
    recommendation: str
    join: str
    city_ending: str

    @cached_property
    def city(self) -> str:
        """A pattern for any city."""
        return any_word(self.cities)

    @cached_property
    def word(self) -> str:
        """A pattern for any conference's abbreviation."""
        return any_word(self.words)

    @cached_property
    def _place_first(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<rev>{self.revised}\s*)?(?P<place>{self.city})\s*[,،]?\s*(?P<year>{YEAR})(?!\d)")

    @cached_property
    def _year_first(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<year>{YEAR})\s*{_YEAR_FIRST}\s*[,，、]?\s*(?P<place>{self.city})(?:\s*[,，]?\s*(?P<rev>{self.revised}))?"
        )

    @cached_property
    def _conference(self) -> re.Pattern[str]:
        year = rf"(?P<year>{YEAR}|\d\d)(?!\d)"
        return re.compile(
            rf"(?P<rev>{self.revised}\s*)?\b(?P<word>{self.word})[- ]?{year}(?:\s*[,，]?\s*(?P<after>{self.revised}))?"
        )

    @cached_property
    def numbered(self) -> re.Pattern[str]:
        """The number of a document of a conference: WTDC-22/24."""
        return re.compile(rf"(?<!\w)(?P<word>{self.word})[- ]?(?:20)?(?P<year>\d\d)/\d")

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """A month of approval: 04/2017, in Arabic also 2017/04."""
        return re.compile(rf"(?P<month>0[1-9]|1[0-2])/(?P<year>{YEAR})|(?P<year_ar>{YEAR})/(?P<month_ar>0[1-9]|1[0-2])")

    @cached_property
    def _year_alone(self) -> re.Pattern[str]:
        before = rf"(?P<rev>(?:{self.revised}|{self.modified})\s*)?"
        return re.compile(
            rf"\(\s*(?:{YEAR}\s*[,،，]\s*)?{before}(?P<year>{YEAR})\s*{_YEAR_FIRST}?\s*(?P<after>{self.revised}|{self.modified})?"
        )

    def read(self, text: str) -> Marker:
        """Return the edition mark in a short text such as a title line; an empty one where there is none."""
        plain = fold(text)
        for pattern in (
            self._place_first,
            self._year_first,
            self._conference,
            self.dated,
            self._year_alone,
            _SESSION,
        ):
            found = pattern.search(plain)
            if found:
                return self._marker(found.groupdict())
        return Marker()

    def _marker(self, parts: Mapping[str, str | None]) -> Marker:
        year = int(parts.get("year") or parts.get("year_ar") or 0)
        month = parts.get("month") or parts.get("month_ar")
        place, word = parts.get("place"), parts.get("word")
        return Marker(
            place=self.cities[" ".join(place.split())] if place else None,
            year=full_year(year),
            month=int(month) if month else None,
            revised=bool(parts.get("rev") or parts.get("after")),
            conference_word=self.words[word] if word else None,
        )


def full_year(year: int) -> int:
    """Return the four digits of a year printed with two."""
    if year >= 100:  # noqa: PLR2004 - a year of two digits
        return year
    return year + (1900 if year >= 50 else 2000)  # noqa: PLR2004 - CCITT and CCIR print 60 to 99


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern for any of several, longest first; one that never matches for none."""
    ordered = sorted(set(patterns), key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(ordered)})" if ordered else "(?!)"


def any_word(words: Iterable[str]) -> str:
    """One pattern for any of several words, those with one first letter together: quick to fail where none stands."""
    by_letter: dict[str, set[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], set()).add(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    groups = [re.escape(letter) + alternatives(rest) for letter, rest in sorted(by_letter.items())]
    return f"(?:{'|'.join(groups)})" if groups else "(?!)"


def marks_of(lexicons: Mapping[str, Lexicon], register: Register) -> Marks:
    """Return what edition marks are made of, from the register's cities and conferences and the lexicons' words."""
    structures = [lexicon.structure for lexicon in lexicons.values()]
    bodies = {conference.body for conference in register.conferences.values()}
    words = {
        fold(name.form): body
        for name in register.names_of_kind("body")
        if name.use == "abbreviation" and (body := name.subject.removeprefix("body/")) in bodies
    }
    sessions: dict[str, set[int]] = {}
    for conference in register.conferences.values():
        printed = conference.id.rpartition("-")[2]
        sessions.setdefault(conference.body, set()).update({conference.year % 100, int(printed) % 100})
    return Marks(
        cities={fold(name.form): name.subject.removeprefix("place/") for name in register.names_of_kind("place")},
        plans=_plan_words(register),
        words=words | {fold(body): body for body in bodies},
        sessions={body: frozenset(years) for body, years in sessions.items()},
        revised=_spaced(pattern for one in structures for pattern in one.revised),
        modified=_spaced(pattern for one in structures for pattern in one.modified),
        year_word=_spaced(pattern for one in structures for pattern in one.year_words),
        question=_spaced(pattern for one in structures for pattern in one.kinds["question"]),
        act=_spaced(form for one in structures for kind in ("resolution", "decision") for form in one.kinds[kind]),
        recommendation=_spaced(form for one in structures for form in one.kinds["recommendation"]),
        join=_spaced(form for one in lexicons.values() for form in one.citation.join),
        city_ending=alternatives(fold(pattern) for one in structures for pattern in one.city_endings),
    )


def _plan_words(register: Register) -> frozenset[str]:
    """The adjectives of cities that name action plans in languages that put them first: Кигалийский план действий.

    A first word that several plans share is the word for "plan" and not the name of one.
    """
    plans = {f"programme/{one.id}" for one in register.programmes.values() if one.line == "action-plan"}
    first = Counter(
        fold(name.form.split(" ")[0]) for name in register.names_of_kind("programme") if name.subject in plans
    )
    return frozenset(word for word, times in first.items() if times <= _SAME_NAME and " " not in word)


def _spaced(patterns: Iterable[str]) -> str:
    return alternatives(fold(pattern).replace(" ", r"\s+") for pattern in patterns)
