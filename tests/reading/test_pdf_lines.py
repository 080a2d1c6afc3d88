from graph_service.reading.pdf_lines import PrintedLine, as_logical


def line(text, left, right, top=100.0):
    return PrintedLine(text=text, left=left, right=right, bottom=top - 12, top=top, width=600.0, height=800.0)


def test_pieces_of_one_printed_line():
    label, text, below = line("1.11.2", 70, 100), line("In those cases", 110, 180), line("the rest", 70, 110, 86)
    assert label.goes_on_with(text)
    assert not label.goes_on_with(below)
    whole = label.with_piece(text)
    assert (whole.text, whole.left, whole.right) == ("1.11.2 In those cases", 70, 180)
    assert label.with_piece(line("far", 160, 180)).text == "1.11.2\tfar"


def test_signs_are_those_of_text():
    assert as_logical("of\ufb01ce \u0627\ufefb") == "office \u0627\u0644\u0627"
    assert as_logical("tele\x02") == "tele\u00ad"
    assert as_logical("第 77 号决议（2022 年）") == "第77号决议（2022年）"
    assert as_logical("plain text") == "plain text"
