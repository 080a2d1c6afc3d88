"""Edition markers printed in a language: from the templates, or by changing only what differs in a printed one."""

import re
import unicodedata
from dataclasses import dataclass, replace

from graph_service.checking.digits import like, numbers, plain
from graph_service.checking.habits import Habits, gap_pattern, is_spelled_as, spelled
from graph_service.citing.forms import loose
from graph_service.citing.normalise import bare
from graph_service.lexicon.printing import Printing
from graph_service.names.marker import Marker
from graph_service.register.register import Register

_BRACKETS = str.maketrans("（），", "(),")
_COMMAS = ("，", ",")
_CENTURY = 100
_LONG_YEAR = 4
_SHORT = 2
_YEAR_IN_FULL = 2000
"""The one year whose conference prints four digits: WRC-2000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerPrinter:
    """Prints markers in one language, in the habits of one text."""

    register: Register
    printing: Printing
    lang: str
    habits: Habits

    def printed(self, marker: Marker, kind: str) -> str:
        """Return a marker from the language's template, empty for one that says nothing."""
        if marker.is_empty:
            return ""
        if marker.year is None:
            return f"-{marker.revision}"
        rev = self._rev(marker, kind) if marker.revised else ""
        word = self.printing.conferences.get(marker.conference_word or "", marker.conference_word)
        return self._template(marker).format(
            rev=rev,
            place=self.city(marker.place),
            year=marker.year,
            yy=str(marker.year) if marker.year == _YEAR_IN_FULL else f"{marker.year % _CENTURY:02d}",
            month=f"{marker.month or 0:02d}",
            word=word,
        )

    def city(self, place: str | None) -> str:
        """Return the name of a city in the language, its English one where that is not known."""
        if place is None:
            return ""
        return self.register.city(place, self.lang) or place

    def conference_of(self, body: str, marker: Marker) -> str | None:
        """Return the year in the name of the conference that a marker names, ``20`` of WTSA-20; None for no marker."""
        if not marker.place or not marker.year:
            return None
        held = self.register.conference_at(body, marker.place, marker.year)
        return held.id.rpartition("-")[2] if held else None

    def put_in(self, marker: Marker, kind: str, words: str) -> str:
        """Return a marker as the text's own markers are printed, with the white space before it.

        Where the text has none, its numbers are in the script of those of ``words``.
        """
        fresh = self.printed(marker, kind)
        same = [one for one in self.habits.samples if _form(one.marker) == _form(marker)]
        alike = [one for one in same if bool(one.marker.revised) == bool(marker.revised)]
        for sample in alike or same:
            printed = self._agreeing(sample.printed, "conference" if marker.conference_word else kind)
            return sample.before + self.rewritten(printed, sample.marker, marker, kind)
        for sample in self.habits.samples:
            return sample.before + self._in_style(fresh, sample.printed, sample.marker)
        return "".join(like(char, words) if char.isdecimal() else char for char in self.printing.marker_gap + fresh)

    def _agreeing(self, printed: str, kind: str) -> str:
        """A printed marker with its word of revision in the form that goes with one text of a kind."""
        usual = self.printing.rev_word(kind)
        found = gap_pattern(self.printing).search(printed)
        if found is None or len(set(self.printing.rev.values())) == 1 or is_spelled_as(found["word"], usual):
            return printed
        return printed[: found.start("word")] + spelled(usual, self.habits) + printed[found.end("word") :]

    def rewritten(self, printed: str, old: Marker, new: Marker, kind: str) -> str:
        """Return a printed marker with the new edition in it; all that need not change stays as it was printed."""
        for target in (new, _without_place(new, old)):
            changed = self._substituted(printed, old, target, kind)
            if changed is not None:
                return changed
        return self._in_style(self.printed(new, kind), printed, old)

    def _template(self, marker: Marker) -> str:
        if marker.conference_word:
            return self.printing.conference_marker
        if marker.place:
            return self.printing.place_marker
        return self.printing.date_marker if marker.month else self.printing.year_marker

    def _rev(self, marker: Marker, kind: str) -> str:
        gap = self._gap(marker)
        usual = self.printing.rev_word("conference" if marker.conference_word else kind)
        word = spelled(usual if marker.conference_word else self.habits.word or usual, self.habits)
        return gap + word if self.printing.rev_last else word + gap

    def _gap(self, marker: Marker) -> str:
        usual, other = self.printing.rev_gap, self.printing.rev_gap_conference
        shown = self.habits.gap if usual == other else None
        if marker.conference_word:
            return next((gap for gap in (self.habits.gap_conference, shown) if gap is not None), other)
        return usual if self.habits.gap is None else self.habits.gap

    # Only what differs

    def _substituted(self, printed: str, old: Marker, new: Marker, kind: str) -> str | None:
        if _form(old) != _form(new):
            return None
        text: str | None = printed
        for step in (self._with_place, self._with_year, self._with_month, self._with_revision):
            text = step(text, old, new) if text is not None else None
        return self._with_rev(text, old, new, kind) if text is not None else None

    def _with_place(self, printed: str, old: Marker, new: Marker) -> str | None:
        if not old.place or old.place == new.place:
            return printed
        found = self._place_in(printed, old.place)
        if found is None:
            return None
        start, end = found
        fresh = self._city_like(new.place, printed[start:end], old.place)
        return printed[:start] + _in_case(fresh, printed[start:end]) + printed[end:]

    def _city_like(self, place: str | None, printed: str, old: str) -> str:
        """The name of a city in the language; in that of a printed one, where a text prints it in another script."""
        fresh = self.city(place)
        if place is None or _script(fresh) == _script(printed):
            return fresh
        names = self.register.names_of_kind("place")
        langs = [one.lang for one in names if one.subject == f"place/{old}" and bare(one.form) == bare(printed)]
        return next((name for lang in langs if (name := self.register.city(place, lang))), fresh)

    def _place_in(self, printed: str, place: str) -> tuple[int, int] | None:
        """Where a city is printed once, under any of its names, with or without accents."""
        named = {name.form for name in self.register.names_of_kind("place") if name.subject == f"place/{place}"}
        forms = sorted({loose(bare(form)) for form in (*named, place)}, key=len, reverse=True)
        found = [match.span() for match in re.finditer("|".join(forms), bare(printed))]
        return found[0] if len(found) == 1 else None

    def _with_year(self, printed: str, old: Marker, new: Marker) -> str | None:
        years = [(found, value) for found, value in numbers(printed) if _is_year(found[0], value, old)]
        if not old.year and not new.year:
            return printed
        if not years or not new.year or len(numbers(printed)) > _numbers_in(old):
            return None
        found = years[-1][0]
        is_short = len(found[0]) < _LONG_YEAR or (_form(old) == "conference" and old.year == _YEAR_IN_FULL)
        short = is_short and new.year != _YEAR_IN_FULL
        number = f"{new.year % _CENTURY:02d}" if short else str(new.year)
        return printed[: found.start()] + like(number, found[0]) + printed[found.end() :]

    def _with_month(self, printed: str, old: Marker, new: Marker) -> str | None:
        if not old.month or not new.month:
            return printed if old.month == new.month or _form(old) != "date" else None
        months = [found for found, value in numbers(printed) if value == old.month and len(found[0]) <= _SHORT]
        if not months:
            return None
        found = months[0]
        return printed[: found.start()] + like(f"{new.month:02d}", found[0]) + printed[found.end() :]

    def _with_revision(self, printed: str, old: Marker, new: Marker) -> str | None:
        if _form(old) != "revision" or new.revision is None:
            return printed
        found = next((found for found, value in numbers(printed) if value == old.revision), None)
        return None if found is None else printed[: found.start()] + str(new.revision) + printed[found.end() :]

    def _with_rev(self, printed: str, old: Marker, new: Marker, kind: str) -> str | None:
        if bool(old.revised) == bool(new.revised) or _form(new) in {"date", "revision"}:
            return printed
        return self._with_word(printed, new, kind) if new.revised else self._without_word(printed)

    def _with_word(self, printed: str, new: Marker, kind: str) -> str | None:
        """The word of revision put in: before the place, conference or year; after them where it stands last."""
        anchor = self._anchor(printed, new)
        if anchor is None:
            return None
        start, end = anchor
        word = _in_case(self._rev(new, kind), printed[start:end] if new.place else "")
        word = self._punctuated_like(printed, word)
        at = end if self.printing.rev_last else start
        return printed[:at] + word + printed[at:]

    def _punctuated_like(self, printed: str, fresh: str) -> str:
        """Words with the brackets and commas of a printed marker; where it has no comma, with those of the text."""
        if "(" not in printed:
            return fresh
        narrow = fresh.translate(_BRACKETS)
        shown = (printed, *(sample.printed for sample in self.habits.samples if "(" in sample.printed))
        model = next((one for one in shown if any(comma in one for comma in _COMMAS)), "")
        return narrow.replace(",", _COMMAS[0]) if _COMMAS[0] in model and _COMMAS[0] in fresh else narrow

    def _anchor(self, printed: str, new: Marker) -> tuple[int, int] | None:
        if new.place:
            return self._place_in(printed, new.place)
        body = printed.strip()
        start = printed.index(body) + (body[:1] in {"(", "（"})
        end = printed.index(body) + len(body) - (body[-1:] in {")", "）"})
        return (start, end) if start < end else None

    def _without_word(self, printed: str) -> str | None:
        changed, count = gap_pattern(self.printing).subn("", printed)
        return changed if count == 1 else None

    def _in_style(self, fresh: str, printed: str, old: Marker) -> str:
        """A marker from the template with the brackets, digits and capitals of a printed one."""
        style = self._punctuated_like(printed, fresh)
        if not printed.strip().startswith(("(", "（")):
            style = style.strip("()（）")
        place = self._place_in(printed, old.place) if old.place else None
        styled = _in_case(style, printed[slice(*place)] if place else printed if old.revised else "")
        sample = next((found[0] for found, _ in numbers(printed)), "")
        return "".join(like(char, sample) if char.isdecimal() else char for char in styled)


def _script(word: str) -> str:
    """The script of a word's first letter: LATIN, CYRILLIC, CJK, ARABIC."""
    letter = next((char for char in word if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _form(marker: Marker) -> str:
    if marker.conference_word:
        return "conference"
    if marker.place:
        return "place"
    if marker.year:
        return "date" if marker.month else "year"
    return "revision"


def _without_place(new: Marker, old: Marker) -> Marker:
    """The new marker in the form of an old one that prints no place: by year alone, or by conference (PP-2006)."""
    return new if old.place else replace(new, place=None, conference_word=old.conference_word)


def _numbers_in(marker: Marker) -> int:
    """How many numbers a marker of this form prints at most: a Council one may have two years."""
    return _SHORT if _form(marker) in {"date", "year"} else 1


def _is_year(digits: str, value: int, marker: Marker) -> bool:
    if marker.year is None:
        return False
    return value == marker.year or (len(plain(digits)) <= _SHORT and value == marker.year % _CENTURY)


def _in_case(words: str, sample: str) -> str:
    """Words in capitals where the sample is in capitals."""
    letters = [char for char in sample if char.isalpha()]
    return words.upper() if letters and all(char.isupper() for char in letters) else words
