import pytest

from graph_service.reading.folding import fold, folded

FOLDED = [
    ("RÉSOLUTION", "resolution"),
    ("Пересмотренная ё", "пересмотренная е"),
    ("UIT\u2011R\u00a066", "uit-r 66"),
    ("القـرار ٨٨ (المراجَع)", "القرار 88 (المراجع)"),
    ("第６４号决议", "第64号决议"),
    ("l’avis", "l'avis"),
    ("co\u00adopé\u200bration", "cooperation"),
    ("İ", "i"),
]


@pytest.mark.parametrize("text, plain", FOLDED)
def test_what_print_may_vary_in_is_folded_away(text, plain):
    assert fold(text) == fold(plain)


@pytest.mark.parametrize("text", [text for text, _ in FOLDED])
def test_the_way_back_leads_to_the_same_character(text):
    plain = folded(text)
    for index, char in enumerate(plain.text):
        assert fold(text[plain.at(index)]) == char
    assert plain.at(len(plain.text)) == len(text)
