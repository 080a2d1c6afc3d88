"""Akoma Ntoso: components, addresses, white space, tracked changes, notes."""

from datetime import date

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.akn import read_akn
from graph_service.reading.changes import Changes, view
from graph_service.reading.document import Change, Layout

COLLECTION = """<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="acts">
<collectionBody><component eId="cmp_list"><componentRef src="#cmp_res_900"/></component></collectionBody>
<components>
 <component eId="cmp_res_900"><statement name="resolution" xml:lang="en">
  <meta><identification source="#x"><FRBRWork><FRBRdate date="2018-11-15" name="adoption"/><FRBRnumber value="res-900"/></FRBRWork></identification></meta>
  <preface><longTitle eId="longTitle_1"><p><docType>RESOLUTION</docType> <docNumber>900 (DUBAI, 2018)</docNumber></p></longTitle>
   <container name="title" eId="container_title"><p>Trees
     in   towns</p></container></preface>
  <preamble><formula name="enactingFormula" eId="formula_1"><p>The Plenipotentiary Conference (Dubai, 2018),</p></formula>
   <recitals eId="recs_recalling"><intro><p><i>recalling</i></p></intro>
    <recital eId="rec_1"><p>a) Resolution 901;</p></recital>
    <recital eId="rec_2"><num>b)</num><p>Resolution <del by="#ann">902</del><ins by="#ann">903</ins>,</p></recital></recitals></preamble>
  <mainBody><hcontainer eId="hcont_resolves"><heading><i>resolves</i></heading>
   <paragraph eId="para_1"><num>1</num><content><p>to plant <ref eId="ref_1" href="x">oaks</ref><authorialNote eId="note_1" marker="1"><p>Any oak.</p></authorialNote> and limes:</p>
     </content><list eId="para_1__list_1"><point eId="para_1__point_a"><num>a)</num><content><p>in spring;</p></content></point></list></paragraph>
   <paragraph eId="para_1"><num>2</num><content><p>to water,</p></content></paragraph></hcontainer></mainBody>
 </statement></component>
 <component eId="cmp_dec_5"><statement name="decision"><preface><longTitle eId="longTitle_1"><p>DECISION 5 (DUBAI, 2018)</p></longTitle></preface></statement></component>
</components></documentCollection></akomaNtoso>"""


@pytest.fixture(scope="module")
def texts():
    return read_akn(COLLECTION.encode(), "acts.xml")


def test_each_component_is_a_text_in_the_order_of_the_file(texts):
    assert [text.doc for text in texts] == ["res-900", "dec-5"]
    assert texts[0].adopted == "2018-11-15"
    assert texts[0].tracked
    assert not texts[1].tracked


def test_the_locator_is_the_innermost_addressed_element(texts):
    places = [(block.locator, block.text) for block in texts[0].blocks]
    assert places == [
        ("longTitle_1", "RESOLUTION 900 (DUBAI, 2018)"),
        ("container_title", "Trees in towns"),
        ("formula_1", "The Plenipotentiary Conference (Dubai, 2018),"),
        ("recs_recalling", "recalling"),
        ("rec_1", "a) Resolution 901;"),
        ("rec_2", "b) Resolution 902903,"),
        ("hcont_resolves", "resolves"),
        ("para_1", "1 to plant oaks and limes:"),
        ("note_1", "Any oak."),
        ("para_1__point_a", "a) in spring;"),
        ("para_1", "2 to water,"),
    ]
    assert texts[0].blocks[5].label == "b)"


def test_tracked_changes_and_notes(texts):
    changed, note = texts[0].blocks[5], texts[0].blocks[8]
    assert [(changed.text[one.start : one.end], one.change, one.author) for one in changed.changes] == [
        ("902", Change.STRUCK, "#ann"),
        ("903", Change.INSERTED, "#ann"),
    ]
    assert note.layout is Layout.FOOTNOTE


def test_a_collection_becomes_documents_with_clauses(register, lexicons):
    from graph_service.reading.read import read_documents

    resolution, decision = read_documents(COLLECTION.encode(), name="acts.xml", register=register, lexicons=lexicons)
    assert [one.regions[0].part for one in resolution.paragraphs] == [
        *[
            "title",
            "title",
            "enactingFormula",
            "recalls",
            "recalls.1",
            "recalls.2",
            "resolves",
            "resolves.1",
            "footnote-1",
        ],
        *["resolves.1", "resolves.2"],
    ]
    assert view(resolution.paragraphs[5], Changes.FINAL).text == "b) Resolution 903,"
    assert (decision.doc, decision.format) == ("dec-5", "akn")
    assert (resolution.head.draft_reason, resolution.head.dated) == ("open tracked changes", date(2018, 10, 28))


def test_text_after_an_addressed_part_is_cut_off_with_its_offset():
    data = b"""<akomaNtoso><doc><mainBody><paragraph eId="p1"><p>First part.</p>
      <point eId="p1a"><p>Inner.</p></point><p>Last part.</p></paragraph><p>No address.</p></mainBody></doc></akomaNtoso>"""
    [text] = read_akn(data, "a.xml")
    assert [(one.locator, one.offset, one.text) for one in text.blocks] == [
        ("p1", 0, "First part."),
        ("p1a", 0, "Inner."),
        ("p1", len("First part. Inner."), "Last part."),
        ("4", 0, "No address."),
    ]


def test_deep_nesting_is_read_without_recursion():
    data = "<akomaNtoso>" + "<b>" * 200 + "deep" + "</b>" * 200 + "</akomaNtoso>"
    [text] = read_akn(data.encode(), "a.xml")
    assert text.blocks[0].text == "deep"


@pytest.mark.parametrize("data", [b"<other/>", b"<akomaNtoso>"])
def test_what_is_no_akoma_ntoso(data):
    with pytest.raises(ProblemError) as caught:
        read_akn(data, "a.xml")
    assert caught.value.problem.code in {Code.UNSUPPORTED_FORMAT, Code.UNREADABLE_FILE}
