import pytest
from lxml import etree

from graph_service.reading.numbering import Numbering, printed_number

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def tree(body):
    return etree.fromstring(body.replace(">", f" xmlns:w='{W}'>", 1))


def level(number, form, text, start=1):
    return f"<w:lvl w:ilvl='{number}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"


NUMBERING = tree(
    "<w:numbering><w:abstractNum w:abstractNumId='0'>"
    + level(0, "decimal", "%1")
    + level(1, "lowerLetter", "%2)")
    + level(2, "decimal", "%1.%3")
    + "</w:abstractNum><w:abstractNum w:abstractNumId='1'>"
    + level(0, "bullet", "•")
    + "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
)
STYLES = tree(
    "<w:styles><w:style w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Child'><w:basedOn w:val='Base'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style></w:styles>"
)


def numbered(number, depth=0):
    return tree(f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr></w:pPr></w:p>")


def styled(style):
    return tree(f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr></w:p>")


def test_levels_count_and_begin_again():
    count = Numbering(NUMBERING, STYLES)
    labels = [count.label(numbered(1, depth)) for depth in (0, 1, 1, 0, 1, 2)]
    assert labels == ["1", "a)", "b)", "2", "a)", "2.1"]


def test_an_instance_may_start_elsewhere():
    count = Numbering(NUMBERING, STYLES)
    assert [count.label(numbered(number)) for number in (1, 2, 2, 3, 0, 99)] == ["1", "7", "8", "•", None, None]


def test_styles_number_too():
    count = Numbering(NUMBERING, STYLES)
    assert [count.label(styled(name)) for name in ("Base", "Child", "Child", "Other")] == ["1", "a)", "b)", None]


def test_without_numbering_nothing_is_numbered():
    assert Numbering(None, None).label(numbered(1)) is None


FORMS = [
    ("lowerLetter", 28, "bb"),
    ("upperRoman", 14, "XIV"),
    ("lowerRoman", 49, "xlix"),
    ("arabicAbjad", 3, "ج"),
    ("russianLower", 2, "б"),
    ("chineseCounting", 21, "二十一"),
    ("decimalZero", 5, "05"),
    ("unheardOf", 5, "5"),
]


@pytest.mark.parametrize("form, count, text", FORMS)
def test_forms_of_numbers(form, count, text):
    assert printed_number(count, form) == text
