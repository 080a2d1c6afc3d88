"""The words of a citation: kinds of instrument, bodies, edition words, joiners, provisions, programmes.

Every entry is a regular expression in the language's own letters; a space stands for any white space.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Patterns = tuple[str, ...]


class Order(StrEnum):
    """Which comes first in a reference: the word (Resolution 71) or the number (第71号决议)."""

    WORD_NUMBER = "word-number"
    NUMBER_WORD = "number-word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The forms of a word that name one thing, and those that may name several (a list may follow without marker)."""

    one: Patterns
    many: Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A phrase with the names that must be read in it, none for a decoy: ``resolution PP 71 2018``."""

    text: str
    names: Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationWords:
    """The citation words of one language.

    ``also`` names lexicons whose words are read beside these (English in all languages). ``prefix`` is what may be
    attached in front of a word, ``which_session`` tells before a body's name which of its sessions is meant,
    ``this_body`` names the body that speaks and ``same_body`` the one named before,
    ``its`` says before a reference that it is one of a body named beside it, ``its_endings`` at the end of its
    word, ``of_it`` behind a provision that it is one of the basic text named before, ``others`` are bodies that are
    none of ours behind an act and ``others_of``, ``others_before`` before it, ``subject`` what an act is on between
    its body and its number, ``versions`` how the version of a Recommendation is printed, ``dated`` what follows the
    number of a law, ``first`` are ordinals that stand for the number 1, ``inflected`` whether the endings of names
    vary, ``parts_alike`` whether provisions are named with the words of any text's parts, ``of`` what stands
    between a number and its body, ``fillers`` what may stand in a marker besides place and year, ``every`` what
    says in it that it holds for all that stand before it, ``each`` that it has one edition for each of them,
    ``adopting`` stands between a body and what it adopted, ``including`` between a plural and some of what it means,
    ``and_others`` right behind the last of these, ``looking_back`` says anywhere in a sentence that an older edition
    is meant, ``past_before`` right before a reference, ``past_clause`` in the same clause before it, ``past_after``
    right after it or after ``which``; ``above`` points to the text's own parts beside the words of the structure;
    ``part_of`` joins a part to its instrument beside ``of``, ``abbreviations`` are the words whose full stop ends no
    sentence, ``number_signs`` what may stand before a number, ``unit`` what follows it.
    """

    also: Patterns
    order: Order
    prefix: str
    year_first: bool
    inflected: bool
    parts_alike: bool
    kinds: Mapping[str, Forms]
    number_signs: Patterns
    sectors: Mapping[str, Patterns]
    sector_names: Mapping[str, Patterns]
    formerly: Patterns
    versions: Patterns
    subject: Patterns
    bodies: Mapping[str, Patterns]
    which_session: Patterns
    this_body: Patterns
    same_body: Patterns
    its: Patterns
    its_endings: Patterns
    of_it: Patterns
    others_of: Patterns
    others: Patterns
    others_before: Patterns
    dated: Patterns
    first: Patterns
    of: Patterns
    texts: Mapping[str, Patterns]
    text_signs: Mapping[str, Patterns]
    provisions: Mapping[str, Forms]
    revised: Patterns
    amended: Patterns
    conferences: Mapping[str, Patterns]
    fillers: Patterns
    every: Patterns
    each: Patterns
    adopting: Patterns
    including: Patterns
    and_others: Patterns
    join: Patterns
    range: Patterns
    programmes: Mapping[str, Patterns]
    plans: Mapping[str, Patterns]
    objective: Patterns
    entitled: Patterns
    parts: Patterns
    part_of: Patterns
    looking_back: Patterns
    past_before: Patterns
    past_clause: Patterns
    past_after: Patterns
    which: Patterns
    above: Patterns
    binding: Patterns
    nothing: Patterns
    abbreviations: Patterns
    examples: tuple[Example, ...]


def read_citation_words(raw: Mapping[str, Any]) -> CitationWords:
    """Return the citation words of a lexicon file's ``citation`` part; lists that are not there are empty."""
    return CitationWords(
        also=_patterns(raw, "also"),
        order=Order(raw.get("order", Order.WORD_NUMBER)),
        prefix=str(raw.get("prefix", "")),
        year_first=bool(raw.get("year_first", False)),
        inflected=bool(raw.get("inflected", False)),
        parts_alike=bool(raw.get("parts_alike", False)),
        kinds=_forms(raw.get("kinds") or {}),
        number_signs=_patterns(raw, "number_signs"),
        sectors=_by_key(raw, "sectors"),
        sector_names=_by_key(raw, "sector_names"),
        formerly=_patterns(raw, "formerly"),
        versions=_patterns(raw, "versions"),
        subject=_patterns(raw, "subject"),
        bodies=_by_key(raw, "bodies"),
        which_session=_patterns(raw, "which_session"),
        this_body=_patterns(raw, "this_body"),
        same_body=_patterns(raw, "same_body"),
        its=_patterns(raw, "its"),
        its_endings=_patterns(raw, "its_endings"),
        of_it=_patterns(raw, "of_it"),
        others_of=_patterns(raw, "others_of"),
        others=_patterns(raw, "others"),
        others_before=_patterns(raw, "others_before"),
        dated=_patterns(raw, "dated"),
        first=_patterns(raw, "first"),
        of=_patterns(raw, "of"),
        texts=_by_key(raw, "texts"),
        text_signs=_by_key(raw, "text_signs"),
        provisions=_forms(raw.get("provisions") or {}),
        revised=_patterns(raw, "revised"),
        amended=_patterns(raw, "amended"),
        conferences=_by_key(raw, "conferences"),
        fillers=_patterns(raw, "fillers"),
        every=_patterns(raw, "every"),
        each=_patterns(raw, "each"),
        adopting=_patterns(raw, "adopting"),
        including=_patterns(raw, "including"),
        and_others=_patterns(raw, "and_others"),
        join=_patterns(raw, "join"),
        range=_patterns(raw, "range"),
        programmes=_by_key(raw, "programmes"),
        plans=_by_key(raw, "plans"),
        objective=_patterns(raw, "objective"),
        entitled=_patterns(raw, "entitled"),
        parts=_patterns(raw, "parts"),
        part_of=_patterns(raw, "part_of"),
        looking_back=_patterns(raw, "looking_back"),
        past_before=_patterns(raw, "past_before"),
        past_clause=_patterns(raw, "past_clause"),
        past_after=_patterns(raw, "past_after"),
        which=_patterns(raw, "which"),
        above=_patterns(raw, "above"),
        binding=_patterns(raw, "binding"),
        nothing=_patterns(raw, "nothing"),
        abbreviations=_patterns(raw, "abbreviations"),
        examples=_examples(raw),
    )


def _patterns(raw: Mapping[str, Any], key: str) -> Patterns:
    found = raw.get(key) or ()
    return (found,) if isinstance(found, str) else tuple(str(entry) for entry in found)


def _by_key(raw: Mapping[str, Any], key: str) -> Mapping[str, Patterns]:
    group: Mapping[str, Any] = raw.get(key) or {}
    return {str(name): _patterns(group, name) for name in group}


def _forms(raw: Mapping[str, Any]) -> Mapping[str, Forms]:
    return {str(name): Forms(one=_patterns(raw[name], "one"), many=_patterns(raw[name], "many")) for name in raw}


def _examples(raw: Mapping[str, Any]) -> tuple[Example, ...]:
    reads = [Example(text=str(text), names=_patterns(dict(raw["reads"]), text)) for text in raw.get("reads") or ()]
    leaves = [Example(text=str(text), names=()) for text in raw.get("leaves") or ()]
    return (*reads, *leaves)
