import pytest

from graph_service.reading.changes import Changes, view, view_of
from graph_service.reading.document import Change, Paragraph, Region, Span

TEXT = "Resolution 5 (Oslo, 2014Rev. Bern, 2018)"
SPANS = (
    Span(start=14, end=24, change=Change.STRUCK, guessed=True),
    Span(start=24, end=39, change=Change.INSERTED, guessed=True),
)
STATES = [
    (Changes.FINAL, "Resolution 5 (Rev. Bern, 2018)"),
    (Changes.ORIGINAL, "Resolution 5 (Oslo, 2014)"),
    (Changes.BOTH, TEXT),
]


@pytest.mark.parametrize("changes, text", STATES)
def test_each_state_of_a_tracked_text(changes, text):
    state = view_of(TEXT, SPANS, changes)
    assert state.text == text
    assert "".join(TEXT[offset] for offset in state.offsets) == text


def test_what_a_conversion_left_is_in_no_state():
    text = "[bookmark: _Toc1]Title"
    region = (Region(start=0, end=len(text), clause="title", part="title"),)
    paragraph = Paragraph(text=text, locator="2", lang="en", regions=region, omitted=((0, 17),))
    assert {view(paragraph, changes).text for changes in Changes} == {"Title"}


def test_an_insertion_that_was_struck_again_stands_in_neither_state():
    spans = tuple(Span(start=2, end=4, change=change) for change in Change)
    assert view_of("abXYcd", spans, Changes.FINAL).text == view_of("abXYcd", spans, Changes.ORIGINAL).text == "abcd"


def test_borders_go_back_and_forth():
    state = view_of(TEXT, SPANS, Changes.FINAL)
    assert state.source(14, length=len(TEXT)) == 24
    assert state.position(24) == 14
    assert state.source(len(state.text), length=len(TEXT)) == len(TEXT)
