"""How a language prints edition markers and names: the templates that corrections and "cite this" fill in.

In a template ``{place}``, ``{year}``, ``{yy}``, ``{month}``, ``{word}`` and ``{rev}`` are filled; ``{rev}`` is the word
of revision with what separates it from what follows (or, where ``rev_last`` is true, from what stands before it).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The print templates of one language.

    ``rev`` is the word of revision by kind of instrument (``default`` for the others), ``rev_gap`` what separates it,
    ``rev_forms`` the forms that stand for it in print. ``marker_gap`` stands before a marker that is put in, which
    comes after the number or, where ``marker_last`` is true, after the whole reference. ``label`` names an instrument
    ({kind}, {number}), ``of_body`` is the phrase that gives a body, ``list_join`` the mark between names.
    ``provisions`` names a provision of a basic text by its kind (``No.``, ``Art.``, ``App.``; {number}, {text}),
    ``basic_texts`` is how {text} stands there; a language may be without them.
    """

    rev: Mapping[str, str]
    rev_gap: str
    rev_gap_conference: str
    rev_last: bool
    rev_forms: tuple[str, ...]
    place_marker: str
    conference_marker: str
    year_marker: str
    date_marker: str
    marker_gap: str
    marker_last: bool
    conferences: Mapping[str, str]
    kinds: Mapping[str, str]
    label: str
    of_body: Mapping[str, str]
    list_join: str
    provisions: Mapping[str, str] = field(default_factory=dict)
    basic_texts: Mapping[str, str] = field(default_factory=dict)

    def rev_word(self, kind: str) -> str:
        """Return the word of revision that agrees with a kind of instrument."""
        return self.rev.get(kind, self.rev[_DEFAULT])

    def kind_word(self, kind: str) -> str:
        """Return the word for a kind of instrument, the kind itself where the language has none."""
        return self.kinds.get(kind, kind)

    def provision(self, basic_text: str, number: str) -> str:
        """Return how a provision (``CS``, ``No. 118``) is cited, empty where the language has no way to."""
        kind, _, bare = number.partition(" ")
        template, text = self.provisions.get(kind), self.basic_texts.get(basic_text)
        return template.format(number=bare, text=text) if template and text else ""


def read_printing(raw: Mapping[str, Any]) -> Printing:
    """Return the templates of a lexicon file's ``printing`` part. Raise TypeError or KeyError where one is missing."""
    words = dict(raw)
    words["rev_forms"] = tuple(raw["rev_forms"])
    words["rev"] = {_DEFAULT: raw["rev"][_DEFAULT], **raw["rev"]}
    return Printing(**words)
