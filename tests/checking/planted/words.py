"""The generator's words of one language, as its file has them, and the habits that one composed text keeps."""

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGS = ("en", "fr", "es", "ru", "zh", "ar")
NBSP, NARROW, NB_HYPHEN, KASHIDA = "\u00a0", "\u202f", "\u2011", "\u0640"
NARROW_SIGNS = {"brackets": str.maketrans("（）", "()"), "all": str.maketrans("（），", "(),")}
SOFT_HYPHEN = "\u00ad"
_ROOT = re.compile("(?:R[eé]s|D[eé]c|Rec|Рез|Реш)(?=o|о|и)", re.IGNORECASE)
"""Where a kind's word may be broken at the end of a line: Res-olution, Рез-олюция."""
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


@cache
def words(lang: str) -> dict[str, Any]:
    return yaml.safe_load((Path(__file__).parent / "words" / f"{lang}.yaml").read_text("utf-8"))


@dataclass(frozen=True, kw_only=True)
class Style:
    """The typographic habits of one text: every reference in it is printed so."""

    lang: str
    tie: str = " "
    gap: str = " "
    space: str = " "
    thin: str = ""
    rev_gap: str = " "
    year_word: str = ""
    narrow: str = ""
    is_hyphenated: bool = False
    digits: str = "ascii"
    has_kashida: bool = False
    has_vowels: bool = True
    hyphen: str = "-"

    def typeset(self, text: str) -> str:
        """Return words with the signs of this text: sign by sign, so that parts come out as the whole does."""
        if self.narrow:
            text = text.translate(NARROW_SIGNS[self.narrow])
        if self.is_hyphenated:
            text = _ROOT.sub(rf"\g<0>{SOFT_HYPHEN}", text)
        if self.digits == "indic":
            text = text.translate(_INDIC)
        if self.digits == "wide":
            text = text.translate(_WIDE_DIGITS)
        if self.has_kashida:
            text = text.replace("قرار", f"ق{KASHIDA}رار").replace("مقرر", f"مق{KASHIDA}رر")
        if not self.has_vowels:
            text = text.replace("\u064e", "")
        if self.hyphen != "-":
            text = text.replace("ITU-", f"ITU{self.hyphen}").replace("UIT-", f"UIT{self.hyphen}")
        return text


PLAIN = "plain"
VARIED = "varied"


def style(lang: str, rng: random.Random, kind: str = VARIED) -> Style:
    """Return the habits of a text: the plain ones of the language, or varied ones."""
    said = words(lang)
    year_words = said.get("year_words", [""])
    if kind == PLAIN:
        return Style(lang=lang, rev_gap=said["rev_gaps"][0], year_word=year_words[0])
    narrow = rng.choice([*NARROW_SIGNS, *[""] * 4]) if lang == "zh" else ""
    return Style(
        lang=lang,
        tie=rng.choice([" ", " ", NBSP, NARROW]),
        gap=rng.choice([" ", " ", " ", NBSP, NARROW]),
        space=rng.choice([" ", " ", NBSP]),
        thin=rng.choice(["", "", " "]) if lang == "zh" else "",
        rev_gap=rng.choice(said["rev_gaps"]),
        year_word=rng.choice(year_words),
        narrow=narrow,
        is_hyphenated=rng.random() < 0.1,
        digits=_digits(lang, rng),
        has_kashida=lang == "ar" and rng.random() < 0.3,
        has_vowels=rng.random() < 0.6,
        hyphen=rng.choice(["-", NB_HYPHEN]),
    )


def _digits(lang: str, rng: random.Random) -> str:
    if lang == "ar" and rng.random() < 0.35:
        return "indic"
    if lang == "zh" and rng.random() < 0.1:
        return "wide"
    return "ascii"
