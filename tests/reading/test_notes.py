import pytest

from graph_service.reading.notes import note_inside

RULE = "_" * 20
READ = [
    (f"the trees1; {RULE} 1 These include oaks.", f"{RULE} 1 These include oaks."),
    (f"trees1 {RULE} 1 These include oaks. 2 Limes too. of the towns;", f"{RULE} 1 These include oaks. 2 Limes too. "),
    (f"trees1 {RULE} 1 These include oaks. 4 to plant;", f"{RULE} 1 These include oaks. "),
    (f"trees* {RULE} * Note by the office.", f"{RULE} * Note by the office."),
    ("trees [footnote: See [X.1] there.] of towns", "[footnote: See [X.1] there.]"),
    ("arbres [1: 1 \tPar exemple.] des villes", "[1: 1 \tPar exemple.]"),
    ("trees [footnote: never closed", "[footnote: never closed"),
]


@pytest.mark.parametrize("text, note", READ)
def test_where_a_note_begins_and_ends(text, note):
    found = note_inside(text, 0)
    assert text[found.start : found.end] == note


def test_a_long_text_after_a_note_is_not_the_note():
    rest = "The towns are many. " * 40
    text = f"{RULE} 1 These include oaks. {rest}"
    assert note_inside(text, 0).end == len(f"{RULE} 1 These include oaks. ")


@pytest.mark.parametrize("text", ["no note", "[ITU-T X.1]", "a_b", "____", f"{RULE} signature"])
def test_what_is_no_note(text):
    assert note_inside(text, 0) is None
