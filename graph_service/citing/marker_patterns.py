"""The patterns of edition markers: cities, months, conferences, words for revised and amended."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph_service.citing.forms import AFTER, BEFORE, alternation, choices, compiled, loose
from graph_service.citing.normalise import bare
from graph_service.lexicon.citation import CitationWords, Order

_CASE_ENDING = re.compile(r"(?<=[а-я]{3})[аяйь]$")


@dataclass(frozen=True, eq=False)
class MarkerWords:
    """What an edition marker is made of in one document's language and those read beside it, over normalised text."""

    lang: str
    own: CitationWords
    beside: tuple[CitationWords, ...]
    places: Mapping[str, str]
    named: tuple[tuple[str, tuple[str, ...]], ...]
    inflected: bool
    months: tuple[tuple[str, ...], ...]

    @property
    def is_number_first(self) -> bool:
        """Whether the number stands before the word (第71号决议)."""
        return self.own.order is Order.NUMBER_WORD

    @cached_property
    def all(self) -> tuple[CitationWords, ...]:
        """The language's own words first."""
        return (self.own, *self.beside)

    @cached_property
    def place(self) -> re.Pattern[str]:
        """Any form of any city, in `bare` letters; group ``c0`` ... tells which of ``place_names`` it is."""
        forms = {self._city(bare(form)): name for form, name in self.places.items()}
        ordered = sorted(forms, key=len, reverse=True)
        groups = [
            rf"(?P<c{at}>{'|'.join(form for form in ordered if forms[form] == name)})"
            for at, name in enumerate(self.place_names)
        ]
        return re.compile("|".join(sorted(groups, key=len, reverse=True)) or "(?!)")

    def _city(self, form: str) -> str:
        """A city's name in its cases where names are inflected: Дубай, Дубае."""
        stem = _CASE_ENDING.sub("", form) if self.inflected else form
        return loose(form) if stem == form else rf"{loose(stem)}[а-я]{{1,2}}"

    @cached_property
    def place_names(self) -> tuple[str, ...]:
        """The English names of the cities."""
        return tuple(dict.fromkeys(self.places.values()))

    @cached_property
    def month(self) -> re.Pattern[str]:
        """The name of a month in `bare` letters; group ``m_4`` is that of April."""
        forms: dict[int, list[str]] = {}
        for months in self.months:
            for at, form in enumerate(months, 1):
                forms.setdefault(at, []).append(bare(form))
        groups = [rf"(?P<m_{at}>{'|'.join(printed)})" for at, printed in forms.items()]
        return re.compile(rf"{BEFORE}(?:{'|'.join(groups)}){AFTER}" if groups else "(?!)")

    @cached_property
    def revised(self) -> re.Pattern[str]:
        """A word that says revised."""
        return compiled(alternation(form for w in self.all for form in w.revised))

    @cached_property
    def amended(self) -> re.Pattern[str]:
        """A word that says amended or modified."""
        return compiled(alternation(form for w in self.all for form in w.amended))

    @cached_property
    def conference(self) -> re.Pattern[str]:
        """A conference's abbreviation with its year: WRC-19, CMR-2015, C19."""
        return compiled(rf"{BEFORE}(?:{choices('conferences', self.all)})\s?-?\s?(?P<year>\d{{4}}|\d{{2}})(?!\d)")
