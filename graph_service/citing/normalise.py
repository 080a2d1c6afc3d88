"""Text as the grammar wants it: one form for look-alike signs, with the way back to each character."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.reading.offsets import Offsets

_DROPPED = frozenset(
    "\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    "\u061c\u0610\u0611\u0612\u0613\u0614\u0615"
)
"""Signs that carry no letter: soft hyphen, kashida, zero-width and bidirectional marks."""

_FOLDED = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u00af": "-",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00ab": '"', "\u00bb": '"', "\u201c": '"', "\u201d": '"',
    "\u201e": '"', "\u060c": ",", "\u061b": ";", "\u3001": ", ", "\u3002": ".", "\u066a": "%", "\u066b": ".",
    "\u00b0": "°", "\u00ba": "°", "\u1d52": "°", "\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627",
    "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\t": " ", "\n": " ", "\r": " ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Normal:
    """Normalised text; ``offsets[i]`` is the place in the source of its character ``i``."""

    text: str
    offsets: Sequence[int]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that a stretch of this text came from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def normal(text: str) -> Normal:
    """Return the text with signs folded: hyphens, quotes, digits, full-width forms, Arabic letters, runs of spaces.

    >>> normal("ITU\u2011T\u00a0Y.4000").text
    'ITU-T Y.4000'
    >>> normal("\u0661\u0663").text
    '13'
    """
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and "  " not in folded and not _LONGER.search(text):
        return Normal(folded, range(len(text)))
    signs: list[str] = []
    runs: list[tuple[int, int]] = []
    at = size = 0
    after_space = False
    for match in _MOVING.finditer(text):
        start = match.start()
        if at < start:
            signs.append(text[at:start].translate(_TABLE))
            runs.append((size, at))
            size += start - at
            after_space = signs[-1].endswith(" ")
        folded = _composed(match[0]) if len(match[0]) > 1 else _fold(match[0])
        if folded and not (folded == " " and after_space):
            signs.append(folded)
            runs += [(size + more, start) for more in range(len(folded))]
            size += len(folded)
            after_space = folded == " "
        at = match.end()
    signs.append(text[at:].translate(_TABLE))
    runs.append((size, at))
    return Normal("".join(signs), Offsets(runs, size + len(text) - at))


def fold_words(text: str) -> str:
    """Return words of a lexicon in the same form as normalised text; signs of a pattern stay as they are."""
    return text.translate(_TABLE)


def bare(text: str) -> str:
    """Return the text in lower case, without accents, hyphens as spaces: sign for sign, so that places stay the same.

    >>> bare("GENÈVE"), bare("Buenos-Aires")
    ('geneve', 'buenos aires')
    """
    return text.translate(_BARE)


class _Bare(dict[int, str]):
    """What letters are without accents and capitals, worked out when one is first met."""

    def __missing__(self, code: int) -> str:
        sign = _FOLDED.get(chr(code), chr(code))[:1]
        letter = unicodedata.normalize("NFKD", sign)[:1].casefold()
        is_gap = sign == "-" or unicodedata.category(sign) == "Zs"
        plain = self[code] = " " if is_gap else letter if len(letter) == 1 else sign
        return plain


_BARE = _Bare()


def _composed(letter: str) -> str:
    """A letter with the accents that are signs of their own behind it: some systems write so."""
    return unicodedata.normalize("NFC", letter).translate(_TABLE)


def _fold(sign: str) -> str:
    return _TABLE[ord(sign)]


class _Table(dict[int, str]):
    """What signs become, worked out when a sign is first met: a memory of a pure function."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


_TABLE = _Table()
_FORMS = "\ufb00-\ufb06\ufb50-\ufefc"
"""Latin ligatures and the presentation forms of Arabic letters."""
_ACCENTS = "\u0300-\u036f\u0653-\u0655"
_LONGER = re.compile(f"[\u3001{_FORMS}{_ACCENTS}]")
"""Signs that may become more than one or part of one, so that an equal length does not say that nothing moved."""
_IS_FORM = re.compile(f"[{_FORMS}]")
_MARKS = "".join(chr(code) for code in range(0x600, 0x700) if unicodedata.category(chr(code)) == "Mn")
_SPACES = "\t\n\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = rf"{''.join(sorted(_DROPPED))}{_MARKS}\u3001{_FORMS}"
_MOVING = re.compile(rf"[{_ODD}]|(?<=[{_ODD}{_SPACES}])[{_SPACES}]|[^\W\d_][{_ACCENTS}]+")
"""Signs that may not become exactly one: what follows them stands elsewhere."""


def _folded(sign: str) -> str:
    if sign in _DROPPED:
        return ""
    if sign in _FOLDED:
        return _FOLDED[sign]
    match unicodedata.category(sign):
        case "Mn" if "\u0600" <= sign <= "\u06ff":
            return ""
        case "Nd":
            return str(unicodedata.digit(sign))
        case "Zs":
            return " "
    return _plain_form(sign)


def _plain_form(sign: str) -> str:
    """The form of a full-width sign, a ligature or an Arabic presentation form that other texts print."""
    if "\uff01" <= sign <= "\uff5e":
        return _FOLDED.get(chr(ord(sign) - 0xFEE0), chr(ord(sign) - 0xFEE0))
    plain = unicodedata.normalize("NFKC", sign) if _IS_FORM.match(sign) else sign
    return sign if plain == sign else "".join(_fold(part) for part in plain)
