"""The words that give a text its structure: clause headings and their qualifiers, annexes, titles, bodies, labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The structure words of one language, regular expressions over folded text (`reading/folding.py`).

    ``frequent`` are whole words that tell the language; ``clauses`` are by clause key, ``bodies`` by body id, ``kinds``
    by kind of instrument. ``qualifiers`` may stand before or after a clause word, ``that`` may close a heading.
    ``internal`` are the words that point inside the text ("above"). ``reasons`` open the grounds of a proposal, below
    the text that it proposes. ``letters`` are the alphabets of lettered items, ``city_endings`` what may follow the
    name of a city in an adjective. ``spaced`` is False where words are not divided by spaces, ``number_first`` True
    where the number precedes the word of its kind.
    """

    frequent: Patterns
    clauses: Mapping[str, Patterns]
    qualifiers: Patterns
    that: Patterns
    internal: Patterns
    annex: Patterns
    annex_to: Patterns
    bibliography: Patterns
    reasons: Patterns
    article: Patterns
    bodies: Mapping[str, Patterns]
    kinds: Mapping[str, Patterns]
    number_sign: Patterns
    revised: Patterns
    modified: Patterns
    draft: Patterns
    document: Patterns
    months: Patterns
    letters: Patterns
    list_words: Patterns
    year_words: Patterns
    city_endings: Patterns
    spaced: bool
    number_first: bool


def read_structure(raw: Mapping[str, Any]) -> Structure:
    """Return the structure words of a lexicon file's ``structure`` part."""
    return Structure(**{key: _patterns(value) for key, value in raw.items()})


def _patterns(value: Any) -> Any:  # noqa: ANN401 - a YAML value is a list, a mapping of lists, or a flag
    match value:
        case bool():
            return value
        case list():
            return tuple(str(one) for one in value)
        case dict():
            return {str(key): tuple(str(one) for one in forms) for key, forms in value.items()}
        case _:
            raise TypeError(value)
