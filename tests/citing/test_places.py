"""Looking for beginnings finds what the patterns themselves find, in every language, and says so quickly elsewhere."""

import re
from pathlib import Path

import pytest

from graph_service.citing.normalise import normal
from graph_service.citing.number_word_shapes import shape_matches, shapes
from graph_service.citing.places import Finder, Wanted
from graph_service.citing.words import compile_words

TEXTS = sorted((Path(__file__).parent / "composed").rglob("*.txt")) + sorted(
    (Path(__file__).parent / "heldout").rglob("*.txt")
)
NAMES = (
    "kind_anchor", "programmes", "objective", "nothing", "text_sign", "sector", "bodies", "texts", "sector_names",
    "looking_back", "past_before", "past_clause", "binding", "first", "part",
)  # fmt: skip


def lines(lang):
    files = [file for file in TEXTS if file.name.startswith(lang)]
    assert files
    return [normal(line).text for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "zh", "ar"])
def test_what_is_found_by_beginnings_is_what_the_patterns_find(lang, register, lexicons):
    words = compile_words(lang, lexicons, register)
    for text in lines(lang):
        places = words.finder.places(text)
        for name in NAMES:
            spans = [match.span() for match in getattr(words, name).finditer(text)]
            assert [match.span() for match in places.all(name, text)] == spans, (name, text)
            middle = len(text) // 2
            found = getattr(words, name).search(text, middle // 2, middle)
            quick = places.first(name, text, middle // 2, middle)
            assert (quick and quick.span()) == (found and found.span()), (name, text)


def test_numbers_before_their_word_are_found_where_the_shapes_find_them(register, lexicons):
    words = compile_words("zh", lexicons, register)
    known = shapes(words)
    for text in lines("zh")[:120]:
        found = list(shape_matches(text, known, words.finder.places(text)))
        whole = [(shape.name, match.span()) for shape in known.all for match in shape.whole.finditer(text)]
        assert [(shape.name, match.span()) for shape, match in found] == whole, text


@pytest.mark.parametrize("pattern, forms, text", [
    (r"(?:plan|the\s+plan)s?", (), "The\u2028plan and THE PLANS of plans"),
    (r"(?:\w+ tion|plan)", (r"\w+ tion", "plan"), "a tion plan"),
    (r"\d+ no", (), "12 no"),
])  # fmt: skip
def test_white_space_and_forms_without_a_known_beginning(pattern, forms, text):
    compiled = re.compile(pattern, re.IGNORECASE)
    places = Finder({"it": Wanted(compiled, forms=forms)}, {}).places(text)
    assert [match.span() for match in places.all("it", text)] == [match.span() for match in compiled.finditer(text)]
    assert places.may_hold(["it"])


def test_a_text_without_any_beginning_holds_nothing():
    places = Finder({"it": Wanted(re.compile("plan"))}, {}).places("something else")
    assert not places.may_hold(["it"])
    assert list(places.all("it", "something else")) == []
    assert list(places.between("it", 0, 9)) == []


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "zh", "ar"])
def test_a_text_without_a_word_of_the_language_is_passed_by(lang, register, lexicons):
    """A form that nothing is known to begin with would have every text read in full."""
    words = compile_words(lang, lexicons, register)
    places = words.finder.places("1 = 2.")
    assert not places.may_hold(["kind_anchor", "sector", "text_sign", "objective", "first", *words.named_names])
