"""The patterns of bodies, Sectors and basic texts: who adopted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph_service.citing.forms import (
    AFTER,
    BEFORE,
    LETTER,
    alternation,
    choices,
    chosen,
    compiled,
    forms_of_body,
    group_number,
)
from graph_service.citing.marker_patterns import MarkerWords
from graph_service.citing.normalise import fold_words
from graph_service.citing.places import Places

_LONGEST_BODY = 120
_NO_IDEOGRAPH = r"(?<![\u4e00-\u9fff])"
_BETWEEN_BODY_AND_WORD = re.compile(r"\s*(?:\([A-Z]{2,6}(?:-?\d{2,4})?\)\s*)?")


@dataclass(frozen=True, eq=False)
class BodyWords(MarkerWords):
    """The words of one document's language with those read beside it, as patterns over normalised text."""

    @cached_property
    def sector(self) -> re.Pattern[str]:
        """A Sector's sign, as printed before a number."""
        return compiled(choices("sectors", self.all))

    @cached_property
    def bodies(self) -> re.Pattern[str]:
        """A body's name or abbreviation; the group's name is the body's place in ``body_names``."""
        prefix = fold_words(self.own.prefix)
        return compiled(rf"{BEFORE}(?:{prefix})(?:{self._body_groups}){self._after}")

    @cached_property
    def body_names(self) -> tuple[str, ...]:
        """The bodies of the groups ``b_0`` ...; ``this`` is the one that speaks, ``same`` the one named before."""
        return (*dict.fromkeys(name for words in self.all for name in words.bodies), "this", "same")

    def body_name(self, match: re.Match[str]) -> str:
        """Return the body that a match of ``bodies`` or ``body_tail`` names."""
        return self.body_names[group_number(match)]

    def body_before(self, text: str, position: int, places: Places) -> tuple[str, int, int] | None:
        """Return the body that ends where a word begins, with its place: WTSA Resolution 1, [WTSA Res. 1]."""
        start = max(0, position - _LONGEST_BODY)
        for match in places.within("bodies", text, start, position):
            if self._between_body_and_word.fullmatch(text, match.end(), position):
                return self.body_name(match), match.start(), match.end()
        return None

    @cached_property
    def _between_body_and_word(self) -> re.Pattern[str]:
        """Where the number stands first also where it met and what it did: 论坛（2021年，日内瓦）通过的意见1."""
        if not self.is_number_first:
            return _BETWEEN_BODY_AND_WORD
        said = alternation((*self.own.of, *self.own.adopting))
        return compiled(rf"{_BETWEEN_BODY_AND_WORD.pattern}(?:\([^()]{{4,24}}\)\s*)?(?:{said})\s*")

    @cached_property
    def _body_groups(self) -> str:
        groups = []
        for at, name in enumerate(self.body_names):
            forms = [form for words in self.all for form in forms_of_body(words, name)]
            groups.append(rf"(?P<b_{at}>{alternation(forms)})")
        # the longest name wins: "this Conference" before "Conference", ECOSOC before Council
        return "|".join(reversed(groups))

    @cached_property
    def _after(self) -> str:
        return "" if self.is_number_first else AFTER

    @cached_property
    def body_tail(self) -> re.Pattern[str]:
        """``of the <body>`` after a number or marker, or the body alone in brackets: Res. 50 (WTSA)."""
        of = alternation([form for words in self.all for form in words.of])
        which = alternation(form for words in self.all for form in words.which_session)
        gap = r"\s*" if self.is_number_first else r"\s+"
        before = rf"{self._comma}\s*(?:{of})?\s*(?:(?:{which}){gap})?(?P<open>\()?"
        return compiled(rf"{before}(?:{self._body_groups})(?(open)\)|{self._after})")

    @cached_property
    def _comma(self) -> str:
        """A comma, only before a word that says "of": 89 (Geneva, 2022), of the Assembly."""
        said = alternation([form for words in self.all for form in words.others_of])
        return rf"(?:\s*,(?=\s*(?:{said})))?"

    @cached_property
    def sector_tail(self) -> re.Pattern[str]:
        """``of <Sector>`` after a number: Questions 6/2 and 1/2 of ITU-D."""
        of = alternation(form for words in self.all for form in words.of)
        sectors = choices(("sectors", "sector_names"), self.all)
        return compiled(rf"\s*(?:{of})?\s*(?:{sectors}){AFTER}(?!\s?[-\d])")

    @cached_property
    def text_tail(self) -> re.Pattern[str]:
        """``of the <basic text>`` after a provision."""
        of = alternation([form for words in self.all for form in words.of])
        its = alternation(form for w in self.all for form in w.its)
        return compiled(
            rf"{self._comma}\s*(?:{of})?\s*(?P<its>(?:{its})\s+)?(?:{choices('texts', self.all)}){self._after}"
        )

    @cached_property
    def texts(self) -> re.Pattern[str]:
        """A basic text's name anywhere."""
        prefix = fold_words(self.own.prefix)
        return compiled(rf"{BEFORE}(?:{prefix})(?:{choices('texts', self.all)}){self._after}")

    def text_of_itself(self, text: str) -> str | None:
        """Return the basic text that a provision is said to be one of "this Constitution"; its noun tells which."""
        for match in self._own_provision.finditer(text):
            named = self.texts.search(text, match.start("this") + 1, match.end())
            if named and chosen(named) != "this":
                return chosen(named)
        return None

    @cached_property
    def _own_provision(self) -> re.Pattern[str]:
        of = alternation(form for words in self.all for form in words.of)
        this = alternation(form for words in self.all for form in words.texts.get("this", ()))
        return compiled(rf"\d[A-Z]{{0,3}}\s*(?:{of})?\s*(?P<this>{this}){self._after}")

    @cached_property
    def formerly(self) -> re.Pattern[str]:
        """A word that introduces the number a Recommendation had before."""
        gap = r"\s*" if self.is_number_first else r"\s+"
        words = alternation(form for w in self.all for form in w.formerly)
        return compiled(rf"(?:\s*[(\[][^()\[\]]{{1,40}}[)\]])?\s*[(\[,]?\s*(?:{words}){gap}")

    @cached_property
    def its(self) -> re.Pattern[str]:
        """A word before a reference that says whose it is: in its Resolution 807."""
        its = alternation(form for w in self.all for form in w.its)
        return compiled(rf"(?:{its})\s*$" if self.is_number_first else rf"{BEFORE}(?:{its})\s+$")

    @cached_property
    def its_ahead(self) -> re.Pattern[str]:
        """The same word, read on from it: of its Article 1."""
        return compiled(rf"(?:{alternation(form for w in self.all for form in w.its)})\s+")

    @cached_property
    def its_ending(self) -> re.Pattern[str]:
        """A word whose ending says whose it is: قراراته 8."""
        return compiled(rf"[{LETTER}]+(?:{alternation(self.own.its_endings)})\s")

    @cached_property
    def of_it(self) -> re.Pattern[str]:
        """Words behind a provision that say that it is one of the text named before: thereof, de celui-ci, منها."""
        return compiled(rf"\s*(?:{alternation(form for words in self.all for form in words.of_it)}){self._after}")

    @cached_property
    def of_other(self) -> re.Pattern[str]:
        """A body that is none of ours, behind a number: of the European Parliament."""
        of = alternation(form for words in self.all for form in words.others_of)
        others = alternation(form for words in self.all for form in words.others)
        # where words are inflected, a genitive says "of"
        return compiled(rf"\s*,?\s*(?:{of}){'?' if self.inflected else ''}(?:{others}){self._after}")

    @cached_property
    def other(self) -> re.Pattern[str]:
        """A body that is none of ours, anywhere."""
        return compiled(rf"{BEFORE}(?:{alternation(form for w in self.all for form in w.others)}){self._after}")

    @cached_property
    def other_before(self) -> re.Pattern[str]:
        """A body that is none of ours, right before a reference: 国务院第412号决定."""
        others = alternation(form for words in self.all for form in words.others_before)
        return compiled(rf"(?:{others})\s*$")

    @cached_property
    def subject_before(self) -> re.Pattern[str]:
        """What an act is on, right before its number: 关于科学的第2023/3号决议."""
        return compiled(rf"(?:{alternation(self.own.subject)})\s*$")

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """What follows the number of a law: of 3 March 2019."""
        return compiled(alternation(form for words in self.all for form in words.dated))

    @cached_property
    def pointed(self) -> re.Pattern[str]:
        """A word that points to the text's own parts: No. 193 above."""
        return compiled(rf"\s*(?:{alternation(form for w in self.all for form in w.above)}){self._after}")

    @cached_property
    def this_text(self) -> re.Pattern[str]:
        """A basic text that speaks of itself: this Convention; group ``t_CV`` tells which it is."""
        own = alternation(form for words in self.all for form in words.texts.get("this", ()))
        return compiled(rf"(?=(?:{own}))(?:\w|\S+\s+)(?:{fold_words(self.own.prefix)})(?:{self._texts_but_this})")

    @property
    def _texts_but_this(self) -> str:
        return re.sub(r"\(\?P<t_this>", "(?!)(?:", choices("texts", self.all)).replace(_NO_IDEOGRAPH, "")

    @cached_property
    def text_sign(self) -> re.Pattern[str]:
        """A basic text's sign before a number: CV 73, RR 9.21; signs are capital letters.

        A sign of one letter (К 118) is a word of running text more often, and read in identifiers only.
        """
        prefix = fold_words(self.own.prefix)
        signs = choices("text_signs", self.all, least=2)
        return re.compile(rf"{BEFORE}(?:{prefix})(?:{signs})(?:\s+[Nn]os?\.)?\s+(?=\d)")

    @cached_property
    def sector_names(self) -> re.Pattern[str]:
        """A Sector by sign or by name, anywhere in a sentence."""
        prefix = fold_words(self.own.prefix)
        names = choices("sector_names", self.all)
        return compiled(rf"(?:{prefix})(?:{names}){self._after}")

    @cached_property
    def fillers_whole(self) -> re.Pattern[str]:
        """Words that may stand in a marker beside place and year, whole."""
        return self._whole(form for w in self.all for form in w.fillers)

    @cached_property
    def every(self) -> re.Pattern[str]:
        """A word in a marker that says that it holds for all that stand before it: both, toutes deux, 均为."""
        return self._whole(form for w in self.all for form in w.every)

    @cached_property
    def each(self) -> re.Pattern[str]:
        """A word in a marker that says that it holds one edition for each of a list: respectively."""
        return self._whole(form for w in self.all for form in w.each)

    @cached_property
    def adopting(self) -> re.Pattern[str]:
        """A verb between a body and what it adopted."""
        return self._whole(form for w in self.all for form in w.adopting)

    def _whole(self, forms: Iterable[str]) -> re.Pattern[str]:
        words = alternation(forms)
        return compiled(words if self.is_number_first else rf"{BEFORE}(?:{words}){AFTER}")
