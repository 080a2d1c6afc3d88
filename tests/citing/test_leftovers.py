"""What conversions leave inside words and titles is taken out, and only that; the way back to the text holds."""

import pytest

from graph_service.citing.leftovers import without_leftovers
from graph_service.citing.normalise import normal
from graph_service.citing.words import compile_words

MENDED = [
    ("en", "Resolu-tion 71", "Resolution 71"),
    ("en", "Recommen- dation ITU-T X.1", "Recommendation ITU-T X.1"),
    ("en", "No. 5.1 of the Radio Regu-lations", "No. 5.1 of the Radio Regulations"),
    ("fr", "l'ar\u00adti-cle 4 de la Consti\u2011tution", "l'article 4 de la Constitution"),
    ("es", "la Confe-rencia", "la Conferencia"),
    ("ru", "Резолю-цию 71 Конфе- ренции", "Резолюцию 71 Конференции"),
    ("zh", "《 组织法》第5条和《公约 》", "《组织法》第5条和《公约》"),
]
LEFT = [
    ("en", "a resolution-making body, non-resolution, e-waste, ITU-T, WTSA-24, vice-chairman"),
    ("en", "resolutions - recommendations"),
    ("fr", "Buenos-Aires, c'est-à-dire, au-delà"),
    ("ru", "Нью-Дели, МСЭ-Т, Шарм-эль-Шейх"),
]


@pytest.fixture(scope="module")
def mended(register, lexicons):
    return lambda lang, text: without_leftovers(normal(text), compile_words(lang, lexicons, register))


@pytest.mark.parametrize(("lang", "text", "whole"), MENDED)
def test_leftovers_are_taken_out(mended, lang, text, whole):
    found = mended(lang, text)
    assert found.text == whole
    assert len(found.offsets) == len(whole)
    kept = [(sign, text[place]) for sign, place in zip(whole, found.offsets, strict=True)]
    assert all(sign == there for sign, there in kept)


@pytest.mark.parametrize(("lang", "text"), LEFT)
def test_other_hyphens_stay(mended, lang, text):
    assert mended(lang, text).text == normal(text).text
