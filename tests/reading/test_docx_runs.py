from lxml import etree

from graph_service.reading.document import Change
from graph_service.reading.docx_runs import Fields, attribute, paragraphs, pieces, word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = etree.fromstring(
    f"<w:body xmlns:w='{W}'><w:p><w:r><w:t>Resolution </w:t></w:r><w:ins w:author='Ann'><w:r><w:t>5</w:t><w:tab/></w:r></w:ins>"
    "<w:bookmarkStart w:id='1'/></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body>"
)


def test_pieces_lead_back_to_their_runs():
    first, second = paragraphs(BODY)
    found = list(pieces(first, Fields()))
    assert [piece.text for piece in found] == ["Resolution ", "5", "\t"]
    assert [word(piece.node) for piece in found] == ["t", "t", "tab"]
    assert all(word(piece.run) == "r" for piece in found)
    assert [piece.changes for piece in found] == [(), ((Change.INSERTED, "Ann"),), ((Change.INSERTED, "Ann"),)]
    assert list(pieces(second, Fields())) == []


def test_attributes_in_either_namespace():
    assert attribute(BODY[0][1], "author") == "Ann"
    assert attribute(BODY[0][1], "date") is None
    assert word(etree.fromstring("<p/>")) == ""


def test_fields_nest():
    fields = Fields()
    for kind in ("begin", "separate", "begin"):
        fields.meet(kind)
    assert fields.in_instruction
    fields.meet("end")
    assert not fields.in_instruction
    fields.meet("end")
    fields.meet("end")
    assert not fields.in_instruction
