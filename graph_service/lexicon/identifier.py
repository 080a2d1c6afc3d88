"""The words of identifiers: what names a part, a change, a publication or a language of a text.

Every entry is a regular expression in the language's own letters; a space stands for any white space.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierWords:
    """The identifier words of one language.

    ``letter`` is the letter of the language in file names and suffixes (E, F, S, R, C, A). ``union`` names the Union,
    ``former`` the bodies before 1993 by id, ``joint`` the organizations with which texts are joint. ``kinds`` and
    ``bodies`` are forms that running text has no use for. ``changes`` are by field of an identification (amendment,
    annex ...). ``books`` are the coloured books of before 1993, by the year that they are dated. ``months`` are twelve,
    ``year_signs`` what may stand after a year, ``units`` what stands after the parts of a date in numbers (year, month,
    day), ``noise`` what joins the parts and says nothing.
    """

    letter: str = ""
    union: Patterns = ()
    former: Mapping[str, Patterns] | None = None
    joint: Mapping[str, Patterns] | None = None
    kinds: Mapping[str, Patterns] | None = None
    bodies: Mapping[str, Patterns] | None = None
    changes: Mapping[str, Patterns] | None = None
    guide: Patterns = ()
    series: Patterns = ()
    version: Patterns = ()
    handbook: Patterns = ()
    bulletin: Patterns = ()
    attachment: Patterns = ()
    period: Patterns = ()
    books: Mapping[str, Patterns] | None = None
    months: Patterns = ()
    year_signs: Patterns = ()
    units: Mapping[str, Patterns] | None = None
    noise: Patterns = ()


NO_WORDS = IdentifierWords()


def read_identifier_words(raw: Mapping[str, Any]) -> IdentifierWords:
    """Return the words of a lexicon file's ``identifier`` part. Raise TypeError for a key that is none."""
    return IdentifierWords(**{key: _value(value) for key, value in raw.items()})


def _value(value: Any) -> Any:  # noqa: ANN401 - a YAML value is a word, a list or a mapping of lists
    match value:
        case str():
            return value
        case list():
            return tuple(str(one) for one in value)
        case dict():
            return {str(key): tuple(str(one) for one in forms) for key, forms in value.items()}
        case _:
            raise TypeError(value)
