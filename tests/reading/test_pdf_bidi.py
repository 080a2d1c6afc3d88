import pytest

from graph_service.reading.pdf_bidi import Sign, is_right_to_left, lines_of


def printed(visual, top=100.0):
    """A line as it looks, from left to right, each sign six points wide."""
    return [Sign(char, index * 6.0, index * 6.0 + 6, top - 12, top) for index, char in enumerate(visual) if char != " "]


LINES = [
    ("8102 رارقلا", "القرار 2018"),
    ("(8102 ،يبد) 5 رارقلا", "القرار 5 (دبي، 2018)"),
    ("ITU-R 66-1 رارقلا", "القرار ITU-R 66-1"),
    ("ITU-T Y.2001 (2004) ةيصوتلا", "التوصية ITU-T Y.2001 (2004)"),
]


@pytest.mark.parametrize("visual, logical", LINES[1:])
def test_lines_are_put_in_the_order_of_reading(visual, logical):
    turned = visual.replace("8102", "2018")
    [(text, signs)] = lines_of(printed(turned))
    assert text == logical
    assert len(signs) == len(turned.replace(" ", ""))


def test_lines_from_top_to_bottom():
    assert [text for text, _ in lines_of([*printed("ب", 80), *printed("أ", 100)])] == ["أ", "ب"]


def test_the_label_of_an_item_keeps_its_bracket():
    [(text, _)] = lines_of(printed("صن ) أ"))
    assert text == "أ ) نص"


def test_which_pages_run_from_right_to_left():
    assert is_right_to_left("القرار ITU-R 66")
    assert not is_right_to_left("Resolution ITU-R 66 (دبي)")
