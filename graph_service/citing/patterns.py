"""The citation words of a language, compiled: one set of patterns per lexicon and the lexicons that it reads beside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph_service.citing.body_patterns import BodyWords
from graph_service.citing.forms import (
    AFTER,
    AFTER_IDEOGRAPH,
    BEFORE,
    BEFORE_IDEOGRAPH,
    LETTER,
    alternation,
    compiled,
    flexible,
    loose_stops,
    spaced,
)
from graph_service.citing.normalise import fold_words
from graph_service.citing.places import Finder, Wanted
from graph_service.lexicon.citation import Forms

_UN_SYMBOL = r"(?:[AА]/RES/)?"
"""What documents of the United Nations put before the number: A/RES/70/1."""
_PART_NUMBER = r"(?-i:(?:[IVX]+|[A-Z]|[A-Z]?\d{1,3}[A-Z]?(?:[.\-]\d+)*)(?![A-Za-z\d]))"


@dataclass(frozen=True, eq=False)
class Words(BodyWords):
    """All the words of one document's language: kinds, numbers, markers, programmes, and those of bodies."""

    @cached_property
    def kind_anchor(self) -> re.Pattern[str]:
        """A word that names a kind of instrument or provision; group ``k_<n>`` tells which (see ``anchor_names``)."""
        parts = [rf"(?P<k_{at}>{alternation(forms)})" for at, (_, forms, _) in enumerate(self.anchor_names)]
        prefix = fold_words(self.own.prefix)
        # where words are not divided by spaces, letters of another script may stand right beside one (ITU-R决议1-8)
        before, after = (BEFORE_IDEOGRAPH, AFTER_IDEOGRAPH) if self.is_number_first else (BEFORE, rf"(?![{LETTER}])")
        return compiled(rf"{before}(?:{prefix})(?:{'|'.join(parts)}){after}")

    @cached_property
    def anchor_names(self) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
        """Kind or provision sign, its forms, and whether they name several; longest meaning first."""
        found: list[tuple[str, tuple[str, ...], bool]] = []
        for group in ("kinds", "provisions"):
            for words in self.all:
                table: Mapping[str, Forms] = getattr(words, group)
                found += [(name, loose_stops(forms.many), True) for name, forms in table.items() if forms.many]
                found += [(name, loose_stops(forms.one), False) for name, forms in table.items() if forms.one]
        return tuple(found)

    @cached_property
    def several(self) -> Mapping[str, re.Pattern[str]]:
        """The forms of each kind or provision that may name several, with what may be attached in front of them."""
        forms: dict[str, list[str]] = {}
        for name, printed, many in self.anchor_names:
            forms.setdefault(name, []).extend(printed if many else ())
        prefix = fold_words(self.own.prefix)
        return {name: compiled(rf"(?:{prefix})(?:{alternation(printed)})") for name, printed in forms.items()}

    def is_foreign(self, text: str, position: int) -> bool:
        """Whether "of" and then something unknown follows: Article 19 of the Universal Declaration."""
        if self.inflected and self._of_part.match(text, position):
            return True
        match = self._of_something.match(text, position)
        if match is None or not match["of"].strip():
            return False
        if match["of"][-1] not in " '":  # an article is a prefix of the word: من النظام
            space = match["of"].rfind(" ")
            return space > 0 and not self._known_word.match(text, match.start("of") + space + 1)
        its = self.its_ahead.match(text, match.end())
        return not self.kind_anchor.match(text, its.end() if its else match.end())

    def is_gap(self, text: str, start: int, end: int) -> bool:
        """Whether nothing but "of the", brackets and white space stands between two places."""
        return bool(self._of_alone.fullmatch(text, start, max(start, end)))

    @cached_property
    def _known_word(self) -> re.Pattern[str]:
        return compiled(rf"{self.kind_anchor.pattern}|{self._parts}")

    @cached_property
    def _of_part(self) -> re.Pattern[str]:
        """A part in the genitive, which needs no "of": п. 1.10 Части С Правил процедуры."""
        return compiled(rf"\s+(?:\ufffc|{self._parts}\s+(?!\d))")

    @cached_property
    def _of_alone(self) -> re.Pattern[str]:
        of = alternation(form for words in self.all for form in words.of)
        return compiled(rf"[\s\[(«\"]*(?:{of})?[\s\[(«\"]*(?:{fold_words(self.own.prefix)})")

    @cached_property
    def _of_something(self) -> re.Pattern[str]:
        return compiled(rf"\s*(?P<of>{alternation(form for words in self.all for form in words.of)})(?=[\w\ufffc])")

    @cached_property
    def first(self) -> re.Pattern[str]:
        """An ordinal that stands for the number 1: article premier."""
        return compiled(rf"(?:{alternation(form for w in self.all for form in w.first)}){AFTER}")

    @cached_property
    def number_sign(self) -> re.Pattern[str]:
        """What may stand between word and number: No., N°, 第."""
        return compiled(rf"\s*(?:{alternation(f for w in self.all for f in w.number_signs)})?\s*{_UN_SYMBOL}")

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What joins the members of a list; signs of punctuation too."""
        words = alternation(form for w in self.all for form in w.join)
        close = "" if self.is_number_first or self.own.prefix else rf"(?![{LETTER}])"
        # "and" and then a comma is left where changes of a list are flattened: 25 and, 48 and 70
        return compiled(rf"\s*(?:,\s*(?:(?:{words}){close})?|(?:{words}){close}(?:\s?,)?)\s*")

    @cached_property
    def version(self) -> re.Pattern[str]:
        """The version of a Recommendation behind its number: H.265第10版."""
        return compiled(rf"\s*(?:{alternation(form for w in self.all for form in w.versions)})")

    @cached_property
    def join_of(self) -> re.Pattern[str]:
        """What joins the members of a list, with an article before the next."""
        of = alternation(form for w in self.all for form in w.of)
        return compiled(rf"{self.join.pattern}(?:{of})?")

    @cached_property
    def including(self) -> re.Pattern[str]:
        """What stands between a plural and some of what it means, named after "including"."""
        said, of = alternation(f for w in self.all for f in w.including), alternation(f for w in self.all for f in w.of)
        apart, gap = ("", r"\s*") if self.is_number_first else (BEFORE, r"\s+")
        return compiled(rf"[^.;]{{0,100}}?{apart}(?:{said}){gap}(?:{of})?(?=[A-Z]{{1,3}}\.\d)")

    @cached_property
    def described(self) -> re.Pattern[str]:
        """What stands between two members of a list that says of each what it is on."""
        join, of = alternation(f for w in self.all for f in w.join), alternation(f for w in self.all for f in w.of)
        words = join if self.own.prefix else rf"(?:{join})\s+"
        return compiled(rf"\s*,\s+[^;.]{{3,160}}?,?\s+(?:{words})(?:{of})?(?=\d{{1,3}}/\d|\d{{1,4}}\s?\([^()]*\d\))")

    @cached_property
    def range(self) -> re.Pattern[str]:
        """What stands between the ends of a range."""
        words = alternation(form for w in self.all for form in w.range)
        return compiled(rf"\s*(?:{words})\s*")

    @cached_property
    def abbreviations(self) -> re.Pattern[str]:
        """A text that ends in an abbreviation and its full stop: none of them ends a sentence."""
        tables = [forms for w in self.all for table in (w.kinds, w.provisions) for forms in table.values()]
        listed = [form for forms in tables for form in (*forms.one, *forms.many)]
        words = [form for w in self.all for form in (*w.revised, *w.amended, *w.number_signs, *w.fillers)]
        dotted = [form.removesuffix("?") for form in (*listed, *words) if form.endswith((r"\.", r"\.?"))]
        others = [rf"{form}\." for w in self.all for form in w.abbreviations]
        return compiled(rf"{BEFORE}(?:{alternation((*dotted, *others))})$")

    @cached_property
    def programmes(self) -> re.Pattern[str]:
        """A programme's name in the language; groups ``p_0`` ... follow ``programme_ids``."""
        prefix = fold_words(self.own.prefix)
        groups = [rf"(?P<p_{at}>{alternation(forms)})" for at, (_, forms) in enumerate(self._programme_forms)]
        return compiled(rf"(?<![{LETTER}])(?:{prefix})(?:{'|'.join(groups)})")

    @cached_property
    def finder(self) -> Finder:
        """What looks for all patterns at once that are searched for in running text."""
        names = ("kind_anchor", "programmes", "objective", "nothing", "text_sign", "sector", "first")
        around = ("bodies", "texts", "sector_names", "looking_back", "past_before", "past_clause", "binding")
        plans = zip(self.plan_names, self.plans, self._plan_forms, strict=True)
        part = Wanted(self.part, opening=rf"{BEFORE}\"?{self._parts}")
        return Finder(
            {name: self._wanted(name) for name in names}
            | {name: Wanted(pattern, forms=(form,)) for name, pattern, form in plans},
            {name: self._wanted(name) for name in around} | {"part": part},
        )

    def _wanted(self, name: str) -> Wanted:
        tables = [getattr(words, name, ()) for words in self.all]
        forms = tuple(form for table in tables if isinstance(table, tuple) for form in table)
        return Wanted(getattr(self, name), forms=forms)

    @cached_property
    def plan_names(self) -> tuple[str, ...]:
        """The names that ``plans`` have for the finder."""
        return tuple(f"plan-{at}" for at in range(len(self.plans)))

    @cached_property
    def named_names(self) -> tuple[str, ...]:
        """The names that all programmes and plans have for the finder."""
        return ("programmes", *self.plan_names)

    @cached_property
    def programme_ids(self) -> tuple[str, ...]:
        """The ids of the groups of ``programmes``."""
        return tuple(name for name, _ in self._programme_forms)

    @cached_property
    def _programme_forms(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        forms: dict[str, list[str]] = {}
        for words in self.all:
            for name, patterns in words.programmes.items():
                forms.setdefault(name, []).extend(patterns)
        for name, printed in self.named:
            forms.setdefault(name, []).extend(flexible(form, inflected=self.inflected) for form in printed)
        return tuple((name, tuple(patterns)) for name, patterns in forms.items())

    @cached_property
    def plans(self) -> tuple[re.Pattern[str], ...]:
        """The strategic plan's names, each with an optional group ``period``."""
        before = rf"(?<![{LETTER}])(?:{fold_words(self.own.prefix)})"
        return tuple(compiled(rf"{before}(?:{spaced(form)}){self._after}") for form in self._plan_forms)

    @property
    def _plan_forms(self) -> tuple[str, ...]:
        return tuple(form for words in self.all for form in words.plans.get("strategic-plan", ()))

    @cached_property
    def objective(self) -> re.Pattern[str]:
        """An objective of a plan by its code: objective D2."""
        words = alternation(form for w in self.all for form in w.objective)
        prefix = fold_words(self.own.prefix)
        return compiled(rf"{BEFORE}(?:{prefix})(?:{words})\s*(?P<code>[DRTIТ][.\-]?\d)(?!\d)")

    @cached_property
    def entitled(self) -> re.Pattern[str]:
        """A title after its number in quotation marks, with or without "entitled"."""
        words = alternation(form for w in self.all for form in w.entitled)
        return compiled(rf"\s*[,\-]?\s*(?:(?:{words})\s*[,:]?\s*)?\"\s*(?P<title>[^\"\s][^\"]{{1,398}}?)\s*\"")

    @cached_property
    def entitled_open(self) -> re.Pattern[str]:
        """A title after "entitled" without quotation marks, up to the next sign of punctuation."""
        words = alternation(form for w in self.all for form in w.entitled)
        return compiled(rf"\s*,?\s*(?:{words})\s*:?\s*(?P<title>[^\s\",;.:()][^\",;.:()]{{8,300}})")

    @cached_property
    def part(self) -> re.Pattern[str]:
        """A part named before an instrument: Annex 2 to, resolves 2 of, point 2 du décide de la, § 98 of."""
        words, of = self._parts, alternation(form for w in self.all for form in (*w.part_of, *w.of))
        more = rf"(?:\s*(?:,|[{LETTER}]{{1,3}})\s*{_PART_NUMBER})*"
        within = rf"(?:\s*(?:{of})?\s*\"?{words}\"?,?)*"
        return compiled(rf"{BEFORE}\"?(?P<part>{words}\"?\s*{_PART_NUMBER}{more}){within}\s*(?:{of})?\s*$")

    @cached_property
    def part_after(self) -> re.Pattern[str]:
        """A part named after an instrument whose number stands first: 第34号决议附件2."""
        of, sign = alternation(self.own.of), alternation(self.own.number_signs)
        return compiled(rf"\s*(?:{of})?\s*(?P<part>\"?{self._parts}\"?\s*(?:{sign})?\s*{_PART_NUMBER})")

    @cached_property
    def _parts(self) -> str:
        return rf"(?:{fold_words(self.own.prefix)})(?:{alternation(form for w in self.all for form in w.parts)})"

    @cached_property
    def part_between(self) -> re.Pattern[str]:
        """A part named between number and body: Resolution 1, Section 8 of the WTSC."""
        words = alternation(form for w in self.all for form in w.parts)
        return compiled(rf"\s*,?\s*(?P<part>(?:{words})\s*\d+(?:\.\d+)*)(?!\d),?")

    @cached_property
    def part_behind(self) -> re.Pattern[str]:
        """A part named behind an instrument whose number stands last: J.83 Annex C."""
        return compiled(rf"\s*,?\s*\(?{self._parts}\s+{_PART_NUMBER}\)?")

    @cached_property
    def looking_back(self) -> re.Pattern[str]:
        """A phrase that names an older edition on purpose."""
        return compiled(rf"{BEFORE}(?:{alternation(form for w in self.all for form in w.looking_back)}){self._after}")

    @cached_property
    def past_before(self) -> re.Pattern[str]:
        """A past act that ends at what did it: established by."""
        return compiled(rf"{BEFORE}(?:{alternation(form for w in self.all for form in w.past_before)}){self._after}")

    @cached_property
    def past_clause(self) -> re.Pattern[str]:
        """A past act that is told in one clause: was allocated."""
        return compiled(rf"{BEFORE}(?:{alternation(form for w in self.all for form in w.past_clause)}){self._after}")

    @cached_property
    def past_after(self) -> re.Pattern[str]:
        """A past act that follows what did it: confirmed; or, further on, which authorized."""
        acts = alternation(form for w in self.all for form in w.past_after)
        which = alternation(form for w in self.all for form in w.which)
        return compiled(rf"(?:\s*|[^;]{{0,160}}?\s*,?\s*(?P<which>{which})\s*)(?P<past>{acts}){self._after}")

    @cached_property
    def joiner(self) -> re.Pattern[str]:
        """A word that joins, anywhere."""
        return compiled(rf"{BEFORE}(?:{alternation(form for w in self.all for form in w.join)}){self._after}")

    @cached_property
    def binding(self) -> re.Pattern[str]:
        """A phrase that binds to a text as it stands."""
        return compiled(rf"(?:{alternation(form for w in self.all for form in w.binding)})")

    @cached_property
    def nothing(self) -> re.Pattern[str]:
        """Stretches in which nothing is a citation."""
        return compiled(rf"{BEFORE}(?:{alternation(form for w in self.all for form in w.nothing)})")
