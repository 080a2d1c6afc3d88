"""The habits of a text, read from the markers that it prints."""

import pytest

from graph_service.checking.habits import Habits, habits_of
from tests.checking.composed import mention

BUSAN = {"place": "Busan", "year": 2014, "revised": True}
WRC = {"year": 2015, "revised": True, "conference_word": "WRC"}


def habits(register, lexicons, lang, *markers) -> Habits:
    mentions = [mention(register, f"x {words}", "pp/res/71", number="x", marker=said) for words, said in markers]
    return habits_of(mentions, lexicons[lang].printing)


@pytest.mark.parametrize("lang, words, gap", [
    ("en", "(Rev. Busan, 2014)", " "),
    ("fr", "(Rév.\u00a0Busan, 2014)", "\u00a0"),
    ("fr", "(RÉV.BUSAN, 2014)", ""),
    ("ru", "(Пересм. Пусан, 2014 г.)", " "),
    ("zh", "（2014年，釜山，修订版）", "，"),
    ("zh", "(2014 年, 釜山, 修订版)", ", "),
    ("ar", "(المراجَع في بوسان، 2014)", " "),
])  # fmt: skip
def test_the_gap_beside_the_word_of_revision(lang, words, gap, register, lexicons):
    assert habits(register, lexicons, lang, (words, BUSAN)).gap == gap


def test_the_commonest_gap_counts(register, lexicons):
    close, wide = ("(Rev.Busan, 2014)", BUSAN), ("(Rev. Busan, 2014)", BUSAN)
    assert habits(register, lexicons, "en", close, wide, wide).gap == " "


def test_conferences_have_a_gap_of_their_own(register, lexicons):
    found = habits(register, lexicons, "en", ("(Rev. WRC-15)", WRC), ("(Rev.\u00a0Busan, 2014)", BUSAN))
    assert (found.gap, found.gap_conference) == ("\u00a0", " ")


def test_vowel_signs(register, lexicons):
    assert not habits(register, lexicons, "ar", ("(المراجع في بوسان، 2014)", BUSAN)).vocalised
    assert habits(register, lexicons, "ar", ("(المراجَع في بوسان، 2014)", BUSAN)).vocalised
    assert habits(register, lexicons, "en", ("(Rev. Busan, 2014)", BUSAN)).vocalised


def test_a_text_without_such_markers_shows_nothing(register, lexicons):
    assert habits(register, lexicons, "en") == Habits()
