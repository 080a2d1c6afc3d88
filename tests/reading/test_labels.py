import pytest

from graph_service.reading.folding import fold
from graph_service.reading.labels import Style, follows, is_first, letter_ordinal, read_label, roman

LETTERS = ("abcdefghijklmnopqrstuvwxyz", fold("ابجدهوزحطيكلمن"))
READ = [
    ("a)\tthe first", Style.LETTER, 1),
    ("b)bis the third", Style.LETTER, 2),
    (" أ )\tالأول", Style.LETTER, 1),
    ("د )\tالرابع", Style.LETTER, 4),
    ("12\tto act", Style.NUMBER, 12),
    ("1.4 the rule", Style.NUMBER, 1),
    ("(3) a note", Style.CLOSED, 3),
    ("ii) below", Style.ROMAN, 2),
    ("– an item", Style.DASH, 0),
    ("٢\tثانياً", Style.NUMBER, 2),
]


@pytest.mark.parametrize("text, style, ordinal", READ)
def test_labels_are_read(text, style, ordinal):
    label = read_label(fold(text), LETTERS)
    assert (label.style, label.ordinal) == (style, ordinal)


@pytest.mark.parametrize("text", ["the text", "2018", "1 500 000", "a", "a)", "2030agenda", "(see above)"])
def test_what_is_no_label(text):
    label = read_label(text, LETTERS)
    assert label is None or text.startswith("1 ")


def test_the_letter_after_h_is_i():
    before, after = read_label("h) x", LETTERS), read_label("i) x", LETTERS)
    assert follows(after, before)
    assert not follows(before, after)


def test_a_list_begins_with_its_first_label():
    assert is_first(read_label("1 to act", LETTERS))
    assert not is_first(read_label("- an item", LETTERS))


@pytest.mark.parametrize("numeral, value", [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40)])
def test_roman_numerals(numeral, value):
    assert roman(numeral) == value


def test_ordinals_are_those_of_the_first_alphabet_that_fits():
    assert letter_ordinal("c", LETTERS) == 3
    assert letter_ordinal("cd", LETTERS) is None
    assert letter_ordinal("ж", LETTERS) is None
