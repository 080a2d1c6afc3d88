"""The composed texts in other typographies: what converters, keyboards and typists do to a text changes no citation."""

import random
import re
import unicodedata
from pathlib import Path

import pytest

from graph_service.citing.extract import extract
from graph_service.citing.rows import line
from graph_service.reading.read import read_documents
from tests.scoring import read_lines, score

COMPOSED = Path(__file__).parent / "composed"
LEAST_F1 = 0.99
ARABIC_DIGITS = {ord(str(digit)): chr(0x660 + digit) for digit in range(10)}
FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


def often(text, pattern, replacement, share=0.3):
    dice = random.Random(7)
    return re.sub(pattern, lambda found: found.expand(replacement) if dice.random() < share else found[0], text)


TYPOGRAPHIES = {
    "no-break spaces": lambda text, _: text.replace(" ", "\u00a0"),
    "double spaces": lambda text, _: text.replace(" ", "  "),
    "no-break hyphens": lambda text, _: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text),
    "en dashes in ranges": lambda text, _: re.sub(r"(?<=\d)-(?=\d{2,})", "\u2013", text),
    "soft hyphens": lambda text, lang: (
        often(text, r"([^\W\d_]{4})(?=[^\W\d_]{4})", "\\1\u00ad") if lang not in {"zh", "ar"} else text
    ),
    "zero-width spaces": lambda text, _: often(text, r"(.)", "\\1\u200b", 0.05),
    "bidirectional marks": lambda text, _: text.replace("(", "\u200e(").replace(")", ")\u200e"),
    "full-width digits": lambda text, _: text.translate(FULL_WIDTH),
    "full-width brackets": lambda text, _: text.replace("(", "\uff08").replace(")", "\uff09"),
    "Arabic-Indic digits": lambda text, lang: text.translate(ARABIC_DIGITS) if lang == "ar" else text,
    "kashida": lambda text, _: often(text, "([\u0628\u062a\u0644\u0645\u0646\u0642])(?=[\u0620-\u064a])", "\\1\u0640"),
    "without vowel signs": lambda text, _: re.sub("[\u064b-\u0652]", "", text),
    "capitals": lambda text, lang: text.upper() if lang in {"en", "fr", "es", "ru"} else text,
    "lost hyphens": lambda text, _: re.sub("(ITU|UIT|МСЭ)[-\u2011]([TRDТР])", r"\1\2", text),
    "no space before the marker": lambda text, _: re.sub(r"(\d) \(", r"\1(", text),
    "no comma in the marker": lambda text, _: re.sub(r"(\w), (\d{4})(\D{0,4}\))", r"\1 \2\3", text),
    "accents as signs of their own": lambda text, _: unicodedata.normalize("NFD", text),
    "ligatures": lambda text, _: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "Farsi letters": lambda text, _: text.replace("\u064a", "\u06cc").replace("\u0643", "\u06a9"),
    "en dashes everywhere": lambda text, _: text.replace("-", "\u2013"),
    "spaces inside brackets": lambda text, _: re.sub(r"\(([^()]*)\)", r"( \1 )", text),
    "no space after commas": lambda text, _: re.sub(r", (?=(?:19|20)\d\d)", ",", text),
    "hyphens of line ends left inside words": lambda text, lang: (
        often(text, r"(?<![^\W\d_])([^\W\d_]{4})(?=[^\W\d_]{4})", "\\1-", 0.1) if lang not in {"zh", "ar"} else text
    ),
    "line ends of Windows": lambda text, _: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", TYPOGRAPHIES)
def test_typography_changes_no_citation(name, register, lexicons):
    read = []
    for file in sorted(COMPOSED.glob("*.txt")):
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
        text = f"{first}\n{TYPOGRAPHIES[name](rest, file.stem[:2])}"
        for document in read_documents(text.encode(), name=file.name, register=register, lexicons=lexicons):
            read += [line(mention) for mention in extract(document, register, lexicons)]
    found = score(read_lines(COMPOSED / "labels.jsonl"), read)
    assert found.f1 >= LEAST_F1, {"missed": found.missed[:5], "extra": found.extra[:5]}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "gb18030"])
def test_encodings_are_told(encoding, register, lexicons):
    name = {"cp1251": "ru-sovet-otchet", "gb18030": "zh-wrc-pinlv"}.get(encoding, "fr-pp-egalite")
    text = (COMPOSED / f"{name}.txt").read_text(encoding="utf-8").replace("\u2011", "-")
    (document,) = read_documents(text.encode(encoding), name=f"{name}.txt", register=register, lexicons=lexicons)
    gold = [row for row in read_lines(COMPOSED / "labels.jsonl") if row["doc"] == name]
    assert score(gold, [line(one) for one in extract(document, register, lexicons)]).f1 == 1
