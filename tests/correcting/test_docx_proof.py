"""The proof of a Word file sees what it must: each way to spoil a corrected file is noticed."""

import pytest
from lxml import etree

from graph_service.correcting.docx_parts import WordParts
from graph_service.correcting.docx_places import Places
from graph_service.correcting.docx_proof import Target, WordProof, prove_parts
from graph_service.correcting.docx_undoing import is_same
from graph_service.errors import ProblemError
from tests.correcting.word import parts_of, word_file

OTHER = 'w:author="Delegate" w:date="2022-05-03T09:00:00Z"'
OURS = 'w:author="A. Corrector" w:date="2026-11-24T09:30:00Z"'
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = (
    f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>see Busan, 2014</w:t></w:r><w:bookmarkStart w:id="3" w:name="x"/>'
    f'<w:bookmarkEnd w:id="3"/><w:ins w:id="4" {OTHER}><w:r><w:t>and more</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>next</w:t></w:r></w:p>'
)
MADE = (
    f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">see </w:t></w:r><w:del w:id="8" {OURS}><w:r><w:rPr><w:b/></w:rPr>'
    f'<w:delText>Busan</w:delText></w:r></w:del><w:ins w:id="9" {OURS}><w:r><w:rPr><w:b/></w:rPr><w:t>Dubai</w:t></w:r></w:ins>'
    f'<w:r><w:rPr><w:b/></w:rPr><w:t>, 2014</w:t></w:r><w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>'
    f'<w:ins w:id="4" {OTHER}><w:r><w:t>and more</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>next</w:t></w:r></w:p>'
)
PART = "word/document.xml"


def proved(made: str) -> None:
    parts = WordParts(word_file(BODY), "a.docx")
    place = Places(parts).paragraph("1")
    proof = WordProof(given=parts, ours={"8", "9"}, comments=set(), where="a.docx")
    proof.prove({PART: parts_of(word_file(made))[PART]}, [Target(place, "see Dubai, 2014and more")])


def test_a_right_one_passes():
    proved(MADE)


SPOILT = {
    "a word of the original changed": ("see </w:t>", "sea </w:t>"),
    "a word of the target wrong": ("Dubai", "Dubay"),
    "a deletion that struck too much": ("<w:delText>Busan", "<w:delText>Busan,"),
    "a bookmark lost": ('<w:bookmarkEnd w:id="3"/>', ""),
    "a form lost": ("<w:r><w:rPr><w:b/></w:rPr><w:t>, 2014", "<w:r><w:t>, 2014"),
    "another's change accepted": (
        f'<w:ins w:id="4" {OTHER}><w:r><w:t>and more</w:t></w:r></w:ins>',
        "<w:r><w:t>and more</w:t></w:r>",
    ),
    "another's name changed": ("Delegate", "A. Corrector"),
    "another's date lost": (' w:date="2022-05-03T09:00:00Z"', ""),
    "the next paragraph changed": ("<w:t>next</w:t>", "<w:t>text</w:t>"),
    "a paragraph added": ("<w:p><w:r><w:t>next", "<w:p/><w:p><w:r><w:t>next"),
    "a change that is not ours": ('w:id="9"', 'w:id="19"'),
}


@pytest.mark.parametrize("says", SPOILT)
def test_a_spoilt_one_is_refused(says):
    old, new = SPOILT[says]
    assert old in MADE
    with pytest.raises(ProblemError):
        proved(MADE.replace(old, new, 1))


def test_a_part_that_should_not_change_is_noticed():
    before = word_file(BODY, header="<w:p/>")
    after = word_file(MADE, header="<w:p><w:r/></w:p>")
    with pytest.raises(ProblemError):
        prove_parts(before, after, {PART}, "a.docx")
    prove_parts(before, after, {PART, "word/header1.xml"}, "a.docx")


def test_a_part_that_is_lost_is_noticed():
    with pytest.raises(ProblemError):
        prove_parts(
            word_file(BODY, header="<w:p/>"),
            word_file(BODY),
            {PART, "[Content_Types].xml", "word/_rels/document.xml.rels"},
            "a.docx",
        )


SAME = {
    "runs split": ("<w:r><w:t>ab</w:t></w:r>", '<w:r><w:t>a</w:t></w:r><w:r><w:t xml:space="preserve">b</w:t></w:r>'),
    "texts split": ("<w:r><w:t>ab</w:t></w:r>", "<w:r><w:t>a</w:t><w:t>b</w:t></w:r>"),
    "an insertion split": (
        f'<w:ins w:id="1" {OTHER}><w:r><w:t>ab</w:t></w:r></w:ins>',
        f'<w:ins w:id="1" {OTHER}><w:r><w:t>a</w:t></w:r></w:ins><w:ins w:id="2" {OTHER}><w:r><w:t>b</w:t></w:r></w:ins>',
    ),
    "a change of form on both halves": (
        f'<w:r><w:rPr><w:rPrChange w:id="1" {OTHER}><w:rPr/></w:rPrChange></w:rPr><w:t>ab</w:t></w:r>',
        (
            f'<w:r><w:rPr><w:rPrChange w:id="1" {OTHER}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>'
            f'<w:r><w:rPr><w:rPrChange w:id="2" {OTHER}><w:rPr/></w:rPrChange></w:rPr><w:t>b</w:t></w:r>'
        ),
    ),
    "white space between elements": ("<w:r><w:t>ab</w:t></w:r>", "\n  <w:r>\n <w:t>ab</w:t></w:r>\n"),
}
OTHERS = {
    "runs of two forms": (
        "<w:r><w:t>ab</w:t></w:r>",
        "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>b</w:t></w:r>",
    ),
    "insertions of two authors": (
        f'<w:ins w:id="1" {OTHER}><w:r><w:t>ab</w:t></w:r></w:ins>',
        f'<w:ins w:id="1" {OTHER}><w:r><w:t>a</w:t></w:r></w:ins><w:ins w:id="2" {OURS}><w:r><w:t>b</w:t></w:r></w:ins>',
    ),
    "a tab between": ("<w:r><w:t>ab</w:t></w:r>", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"),
    "a change of form on one half": (
        f'<w:r><w:rPr><w:rPrChange w:id="1" {OTHER}><w:rPr/></w:rPrChange></w:rPr><w:t>ab</w:t></w:r>',
        f'<w:r><w:rPr><w:rPrChange w:id="1" {OTHER}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>',
    ),
}


def both(pair: tuple[str, str]) -> bool:
    one, other = (etree.fromstring(f"<w:body {SPACE}><w:p>{inside}</w:p></w:body>") for inside in pair)
    return is_same(one, other)


@pytest.mark.parametrize("says", SAME)
def test_where_runs_are_split_makes_no_difference(says):
    assert both(SAME[says])


@pytest.mark.parametrize("says", OTHERS)
def test_what_runs_are_makes_a_difference(says):
    assert not both(OTHERS[says])
