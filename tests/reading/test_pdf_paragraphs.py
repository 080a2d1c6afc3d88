from collections import Counter

import pytest

from graph_service.reading.document import Layout
from graph_service.reading.pdf_lines import PrintedLine
from graph_service.reading.pdf_paragraphs import join, paragraphs_of_pages


def line(text, top, left=70.0, right=520.0, size=12.0):
    return PrintedLine(text=text, left=left, right=right, bottom=top - size, top=top, width=595.0, height=842.0)


def page(*lines):
    return [*lines, line("WTSA-16 – Resolution 900", 40)]


def test_margins_and_footnotes_stand_apart():
    first = page(
        line("the trees of the towns are counted every year by the", 700),
        line("foresters.", 686, right=130),
        line("1 These include oaks.", 100, size=9),
    )
    second = [
        line("A second page.", 700, right=200),
        line("Resolution 900 – 7", 40, right=300),
        line("WTSA-17 – Resolution 901", 30),
    ]
    found = list(paragraphs_of_pages([first, second]))
    assert ("the trees of the towns are counted every year by the foresters.", Layout.BODY) in found
    assert ("1 These include oaks.", Layout.FOOTNOTE) in found
    assert ("WTSA-16 – Resolution 900", Layout.FOOTER) in found
    assert ("A second page.", Layout.BODY) in found


def test_two_columns_are_read_one_after_the_other():
    left = [
        line(f"left column line {number} of the text that is long", 700 - 14 * number, right=290) for number in range(3)
    ]
    right = [
        line(f"and right column line {number} of the same long text", 700 - 14 * number, left=310)
        for number in range(3)
    ]
    [(text, _)] = paragraphs_of_pages([[*left, *right]])
    assert text.index("left column line 2") < text.index("right column line 0")


def test_a_label_a_gap_and_a_short_line_begin_paragraphs():
    lines = [
        line("noting", 700, right=110),
        line("a) that the trees of the towns have grown for many years in", 686),
        line("silence;", 672, right=110),
        line("b) that they fall,", 658, right=160),
        line("After a gap.", 620, right=140),
    ]
    assert [text for text, _ in paragraphs_of_pages([lines])] == [
        "noting",
        "a) that the trees of the towns have grown for many years in silence;",
        "b) that they fall,",
        "After a gap.",
    ]


WORDS = Counter({"telecommunication": 3, "well-known": 1})
JOINED = [
    ("the telecommuni-", "cation sector", "the telecommunication sector"),
    ("a well-", "known text", "a well-known text"),
    ("Resolution UIT-", "R 66", "Resolution UIT-R 66"),
    ("telecommunication/", "ICT", "telecommunication/ICT"),
    ("co\u00ad", "operate", "cooperate"),
    ("第77号", "决议", "第77号决议"),
    ("one", "two", "one two"),
    ("", "first", "first"),
]


@pytest.mark.parametrize("text, after, whole", JOINED)
def test_hyphens_are_undone_where_they_part_a_word(text, after, whole):
    assert join(text, after, WORDS) == whole


def test_a_page_of_two_lines_is_read_by_what_is_usual_on_those_before():
    first = [line(f"a full line, number {at}, of many words", 700 - 14 * at) for at in range(40)]
    rest = [line("and its end.", 740, right=130), line("another.", 712, right=110)]
    found = [text for text, _ in paragraphs_of_pages([first, rest])]
    assert [text[-8:] for text in found] == ["its end.", "another."]
