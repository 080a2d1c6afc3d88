"""The words of one language, as every room that reads or prints needs them: one value made of one YAML file."""

from dataclasses import dataclass

from graph_service.lexicon.citation import CitationWords
from graph_service.lexicon.identifier import NO_WORDS, IdentifierWords
from graph_service.lexicon.printing import Printing
from graph_service.lexicon.structure import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language: the words that structure a text, those of a citation, and the forms to print.

    ``structure`` is for reading, ``citation`` for citing, ``printing`` for corrections and "cite this", ``identifier``
    for identifiers: a language without it is read with the words of the others.
    """

    lang: str
    structure: Structure
    citation: CitationWords
    printing: Printing
    identifier: IdentifierWords = NO_WORDS
