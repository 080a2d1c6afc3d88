"""HTML: blocks, white space, tracked changes, notes, lists, encodings."""

import pytest

from graph_service.reading.changes import Changes, view_of
from graph_service.reading.document import Layout
from graph_service.reading.html import read_html

PAGE = """<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body>
<script>var no = 1;</script><nav>no</nav>
<h1>RESOLUTION 900</h1>
<p>Trees   in
towns<br>and parks</p>
<div>loose text <p>a paragraph</p> more loose text</div>
<ol type="a" start="2"><li>second</li><li><p>third</p></li></ol>
<table><tr><td>cell one</td><td>cell two</td></tr></table>
<p>Resolution <del cite="ann">5</del><ins cite="ann">6</ins> of <b>this</b> body<span style="display: none">no</span></p>
<pre>line one
line two</pre>
<div id="sdfootnote1"><p>1 a note</p></div><div title="footer"><p>page 3</p></div>
</body></html>"""


@pytest.fixture(scope="module")
def blocks():
    [text] = read_html(PAGE.encode(), "a.html")
    assert text.tracked
    return text.blocks


def test_a_block_element_is_a_paragraph(blocks):
    assert [one.text for one in blocks] == [
        *[
            "RESOLUTION 900",
            "Trees in towns and parks",
            "loose text",
            "a paragraph",
            "more loose text",
            "second",
            "third",
        ],
        *["cell one", "cell two", "Resolution 56 of this body", "line one", "line two", "1 a note", "page 3"],
    ]
    assert [one.locator for one in blocks] == [str(number) for number in range(1, 15)]


def test_labels_layouts_and_changes(blocks):
    by_text = {one.text: one for one in blocks}
    assert [by_text["second"].label, by_text["third"].label] == ["b)", "c)"]
    assert by_text["cell one"].layout is Layout.TABLE
    assert by_text["1 a note"].layout is Layout.FOOTNOTE
    assert by_text["page 3"].layout is Layout.FOOTER
    changed = by_text["Resolution 56 of this body"]
    assert view_of(changed.text, changed.changes, Changes.FINAL).text == "Resolution 6 of this body"
    assert {one.author for one in changed.changes} == {"ann"}


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=windows-1251><p>Резолюция</p></html>".encode("cp1251"),
        '<?xml version="1.0" encoding="UTF-8"?><html><p>Резолюция</p></html>'.encode(),
        "<html><meta charset=utf-8><p>Резолюция о деревьях в городах и парках этой страны</p></html>".encode("cp1251"),
        "<html><p>Резолюция</p></html>".encode("utf-16"),
    ],
)
def test_a_page_in_the_encoding_that_it_names_or_not(data):
    [text] = read_html(data, "a.html")
    assert text.blocks[0].text.startswith("Резолюция")


def test_spaces_that_do_not_break_are_kept():
    page = "<p>Résolution\u202f71 \u2009(Rév.\u00a0Dubaï,\u202f2018)\n\tici</p>"
    [text] = read_html(page.encode(), "a.html")
    assert text.blocks[0].text == "Résolution\u202f71 \u2009(Rév.\u00a0Dubaï,\u202f2018) ici"
