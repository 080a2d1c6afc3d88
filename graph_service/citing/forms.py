"""The words of lexicons as regular expressions: alternatives, keyed alternatives, names whose endings vary."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from graph_service.citing.normalise import fold_words
from graph_service.lexicon.citation import CitationWords

LETTER = r"A-Za-z\u00c0-\u024f\u0400-\u04ff\u0600-\u06ff"
BEFORE = rf"(?<![{LETTER}\d])"
AFTER = rf"(?![{LETTER}])"
BEFORE_IDEOGRAPH = rf"(?:(?=[\u4e00-\u9fff])|{BEFORE})"
AFTER_IDEOGRAPH = rf"(?:(?<=[\u4e00-\u9fff])|{AFTER})"
"""Letters of another script may stand right beside a word of ideographs."""
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


def group_number(match: re.Match[str]) -> int:
    """Return the number of the numbered alternative that a match took: 3 of ``k_3``."""
    return int(str(match.lastgroup)[2:])


def spaced(form: str) -> str:
    """Return a form as normalised text has it, each space standing for any white space."""
    return fold_words(form).replace(" ?", r"\s*").replace(" ", r"\s+")


def parted(forms: Iterable[str]) -> tuple[str, ...]:
    """Return forms in which the hyphen of a line's end has been left: réso-lution, recom- mandation."""
    return tuple(one for form in forms for one in _with_hyphens(form))


def _with_hyphens(form: str) -> Iterator[str]:
    word = _PARTED.match(form)
    if word:
        for at in range(_LEAST_PARTED, word.end() - _LEAST_PARTED + 1):
            yield f"{form[:at]}- ?{form[at:]}"


_PARTED = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]{6,}(?![?*+])")
"""The letters that a form begins with, all of which it always has."""
_LEAST_PARTED = 2


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
