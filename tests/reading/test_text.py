import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.changes import Changes, view
from graph_service.reading.text import read_text


def blocks(text):
    [found] = read_text(text.encode(), "a.txt")
    return found.blocks


def test_lines_are_counted_with_blank_ones_and_the_comment():
    found = blocks("# source: somewhere\nfirst\r\n\n  \nfifth\n")
    assert [(one.locator, one.text) for one in found] == [("2", "first"), ("5", "fifth")]


def test_a_comment_is_only_one_in_the_first_line():
    assert [one.text for one in blocks("first\n# source: x")] == ["first", "# source: x"]


def test_what_a_conversion_left_is_passed_over(read):
    line = "[bookmark: _Toc1]a)\tpays[footnoteRef:1]1, qui [1: 1 \tNote.] croissent"
    [paragraph] = read(line).paragraphs
    assert paragraph.text == line
    assert view(paragraph, Changes.FINAL).text == "a)\tpays, qui [1: 1 \tNote.] croissent"
    [note] = [one for one in paragraph.regions if one.clause == "footnote"]
    assert line[note.start : note.end] == "[1: 1 \tNote.]"


def test_a_line_without_end_is_refused():
    with pytest.raises(ProblemError) as caught:
        read_text(b"x" * 10_000_001, "a.txt")
    assert caught.value.problem.code is Code.TOO_LARGE
