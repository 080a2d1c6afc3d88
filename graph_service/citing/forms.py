"""The words of lexicons as regular expressions: alternatives, keyed alternatives, names whose endings vary."""

import re
from collections.abc import Iterable
from itertools import product

from graph_service.citing.normalise import fold_words
from graph_service.lexicon.citation import CitationWords

LETTER = r"A-Za-z\u00c0-\u024f\u0400-\u04ff\u0600-\u06ff"
BEFORE = rf"(?<![{LETTER}\d])"
AFTER = rf"(?![{LETTER}])"
BEFORE_IDEOGRAPH = rf"(?:(?=[\u4e00-\u9fff])|{BEFORE})"
AFTER_IDEOGRAPH = rf"(?:(?<=[\u4e00-\u9fff])|{AFTER})"
"""Letters of another script may stand right beside a word of ideographs."""
_HYPHEN = r"\s?-?\s?"
"""A hyphen that a conversion sets apart or drops: ITU-T, ITU- T, ITU T."""
_SHORTEST_INFLECTED = 4
_LONG = 5
"""Words of more letters may end in two others; shorter ones keep all but one."""


def alternation(forms: Iterable[str]) -> str:
    """Return a pattern that matches any of the forms; nothing where there are none."""
    return "|".join(spaced(form) for form in dict.fromkeys(forms)) or "(?!)"


def choices(tables: str | tuple[str, ...], words: tuple[CitationWords, ...], *, least: int = 1) -> str:
    """Return named alternatives of a keyed table or several: group ``t_CS``; hyphens of a key become underscores.

    Forms shorter than ``least`` are left out.
    """
    forms: dict[str, list[str]] = {}
    for one, table in product(words, (tables,) if isinstance(tables, str) else tables):
        for key, patterns in getattr(one, table).items():
            forms.setdefault(key, []).extend(form for form in patterns if len(form) >= least)
    return "|".join(rf"(?P<t_{key.replace('-', '_')}>{alternation(found)})" for key, found in forms.items())


def chosen(match: re.Match[str]) -> str:
    """Return the key of the keyed alternative that a match took."""
    last = match.lastgroup
    if last and last.startswith("t_"):
        return last[2:].replace("_", "-")
    for group, value in match.groupdict().items():
        if group.startswith("t_") and value is not None:
            return group[2:].replace("_", "-")
    return ""


def forms_of_body(words: CitationWords, name: str) -> tuple[str, ...]:
    """Return the forms of a body's name; ``this`` is the one that speaks, ``same`` the one named before."""
    match name:
        case "this":
            return words.this_body
        case "same":
            return words.same_body
        case _:
            return words.bodies.get(name, ())


def group_number(match: re.Match[str]) -> int:
    """Return the number of the numbered alternative that a match took: 3 of ``k_3``."""
    return int(str(match.lastgroup)[2:])


def spaced(form: str) -> str:
    """Return a form as normalised text has it.

    Each space stands for any white space, ``[- ]?`` for a hyphen set apart or dropped.
    """
    return fold_words(form).replace("[- ]?", _HYPHEN).replace(" ?", r"\s*").replace(" ", r"\s+")


def loose_stops(forms: Iterable[str]) -> tuple[str, ...]:
    """Return forms with white space allowed before a closing full stop, as a PDF leaves it: Rec . ITU-R BT.709."""
    return tuple(_FULL_STOP.sub(r"(?: ?\1)\2", form) for form in forms)


_FULL_STOP = re.compile(r"(\\\.)(\??)$")


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern, blind to case."""
    return re.compile(pattern, re.IGNORECASE)


def flexible(form: str, *, inflected: bool) -> str:
    """Return a name as a pattern: optional title signs, loose spaces, endings that vary where words are inflected."""
    core = fold_words(form.strip("《》"))
    words = [_stem(word) if inflected else re.escape(word) for word in core.split()]
    return "《?" + r"\s*".join(words) + "》?" if "《" in form else r"\s+".join(words)


def loose(name: str) -> str:
    """Return a name in bare letters as a pattern; the spaces of it may be missing."""
    return r" *".join(re.escape(word) for word in name.split())


def _stem(word: str) -> str:
    if len(word) < _SHORTEST_INFLECTED or (not word.isalpha() and "-" not in word):
        return re.escape(word)
    return re.escape(word[:-2] if len(word) > _LONG else word[:-1]) + r"\w{0,4}"


_MARKED = r"(?!(?:19|20)\d\d(?!\d))\d{1,4}\s?\((?-i:[^\W\da-zа-я])[^()]*(?:(?<!\d)(?:19|20)|-|[A-Z])\d\d(?:\s?г\.?)?\)"
"""A number and a marker that begins with a capital, and ends with a year, as an edition's does: no amount looks so."""


def described_between(joins: str, of: str, *, is_attached: bool) -> str:
    """What stands between two members of a list that says of each what it is on, or prints its title.

    Where nothing parts these words from the number before them, or where only a comma parts them from the one behind
    them, that one must have an edition or be one of the United Nations. ``is_attached`` says that what joins is a
    prefix of the number.
    """
    gap = r"\s*" if is_attached else r"\s+"
    joined = rf",?\s+(?:{joins}){gap}(?:{of})?"
    sure = rf"(?=\d{{1,3}}/\d|{_MARKED})"
    likely = r"(?=\d{1,4}/\d|\d{1,4}\s?\([^()]*\d(?:\s?г\.?)?\))"
    parted, said = r"\s*(?:[,\-]\s+|(?=[\"(]))", "[^;.]{3,160}?"
    return rf"(?:{parted}{said}(?:{joined}{likely}|,\s+{sure})|\s+{said}(?:{joined}|,\s+){sure})"
