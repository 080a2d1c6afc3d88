"""Word files: what is text in them, where it stands, what was changed."""

import pytest

from graph_service.errors import ProblemError
from graph_service.reading.changes import Changes, view
from graph_service.reading.document import Change, Layout
from graph_service.reading.docx import read_docx

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def p(*runs, properties=""):
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def blocks_of(data):
    [text] = read_docx(data, "a.docx")
    return text.blocks


BODY = {
    "signs": (
        p(
            "<w:r><w:t>UIT</w:t><w:noBreakHyphen/><w:t>R</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:br/><w:sym w:font='Symbol' w:char='F0A3'/></w:r>"
        ),
        ["UIT\u2011R\tco\u00adop\n≤"],
    ),
    "a field gives its result": (
        p(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            r("Resolution 5"),
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            r(" stands"),
        ),
        ["Resolution 5 stands"],
    ),
    "a field over two paragraphs": (
        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", r("hidden"))
        + p(
            r("hidden too"),
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            r("shown"),
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        ),
        ["shown"],
    ),
    "a simple field, a link, a control": (
        p(
            "<w:fldSimple w:instr='PAGE'>",
            r("7"),
            "</w:fldSimple><w:hyperlink>",
            r(" link"),
            "</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>",
            r(" control"),
            "</w:sdtContent></w:sdt>",
        ),
        ["7 link control"],
    ),
    "hidden text is not printed": (p(r("seen"), r("not", "<w:rPr><w:vanish/></w:rPr>")), ["seen"]),
    "an alternative counts once": (
        p(
            r("outer"),
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
            + p(r("boxed"))
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + p(r("boxed"))
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        ["outer", "boxed"],
    ),
    "a formula": (p(r("x is "), "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>"), ["x is y"]),
}


@pytest.mark.parametrize("body, texts", BODY.values(), ids=BODY.keys())
def test_what_is_text(word_file, body, texts):
    assert [one.text for one in blocks_of(word_file(body))] == texts


def test_paragraphs_are_counted_over_tables_and_text_boxes(word_file):
    box = "<w:r><w:pict><w:txbxContent>" + p(r("three")) + "</w:txbxContent></w:pict></w:r>"
    table = "<w:tbl><w:tr><w:tc>" + p(r("five")) + "</w:tc></w:tr></w:tbl>"
    found = blocks_of(word_file(p(r("one")) + p(r("two"), box) + p() + table + p(r("six"))))
    assert [(one.locator, one.text) for one in found] == [
        ("1", "one"),
        ("2", "two"),
        ("3", "three"),
        ("5", "five"),
        ("6", "six"),
    ]
    assert [one.layout for one in found] == [Layout.BODY, Layout.BODY, Layout.BODY, Layout.TABLE, Layout.BODY]


CHANGED = p(
    r("Resolution "),
    "<w:del w:author='Ann'><w:r><w:delText>5</w:delText></w:r></w:del>",
    "<w:ins w:author='Ben'>",
    r("6"),
    "</w:ins>",
    "<w:moveFrom w:author='Ann'>",
    r(" old"),
    "</w:moveFrom>",
    "<w:moveTo w:author='Ann'>",
    r(" new"),
    "</w:moveTo>",
    "<w:ins w:author='Ben'><w:del w:author='Cid'><w:r><w:delText> gone</w:delText></w:r></w:del></w:ins>",
)


@pytest.mark.parametrize("namespace", ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT])
def test_tracked_changes_with_their_authors(word_file, read, namespace):
    [paragraph] = read(word_file(CHANGED, namespace), "a.docx").paragraphs
    assert paragraph.text == "Resolution 56 old new gone"
    assert view(paragraph, Changes.FINAL).text == "Resolution 6 new"
    assert view(paragraph, Changes.ORIGINAL).text == "Resolution 5 old"
    authors = {(paragraph.text[one.start : one.end], one.change): one.author for one in paragraph.changes}
    assert authors["5", Change.STRUCK] == "Ann"
    assert authors["6", Change.INSERTED] == "Ben"
    assert not any(one.guessed for one in paragraph.changes)


def test_notes_and_margins_have_their_own_places(word_file):
    notes = (
        "<w:footnotes XMLNS><w:footnote w:type='separator' w:id='0'>"
        + p(r("-"))
        + "</w:footnote><w:footnote w:id='3'>"
        + p(r("a note"))
        + p(r("more"))
        + "</w:footnote></w:footnotes>"
    )
    ends = "<w:endnotes XMLNS><w:endnote w:id='1'>" + p(r("an end")) + "</w:endnote></w:endnotes>"
    body = p(r("text"), "<w:r><w:footnoteReference w:id='3'/></w:r>") + p(
        r("last"), "<w:r><w:endnoteReference w:id='1'/></w:r>"
    )
    data = word_file(
        body,
        footnotes=notes,
        endnotes=ends,
        header1="<w:hdr XMLNS>" + p() + p(r("head")) + "</w:hdr>",
        footer1="<w:ftr XMLNS>" + p(r("foot")) + "</w:ftr>",
    )
    found = [(one.locator, one.layout, one.text) for one in blocks_of(data)]
    assert found == [
        ("hd1.2", Layout.HEADER, "head"),
        ("1", Layout.BODY, "text"),
        ("fn1.1", Layout.FOOTNOTE, "a note"),
        ("fn1.2", Layout.FOOTNOTE, "more"),
        ("2", Layout.BODY, "last"),
        ("en1.1", Layout.ENDNOTE, "an end"),
        ("ft1.1", Layout.FOOTER, "foot"),
    ]


def test_a_comment_is_pinned_to_what_it_covers(word_file):
    comments = (
        "<w:comments XMLNS><w:comment w:id='7' w:author='Ann' w:date='2022-05-03T09:00:00Z'>"
        + p(r("itugraph: keep"))
        + "</w:comment></w:comments>"
    )
    body = p(
        r("See "),
        "<w:commentRangeStart w:id='7'/>",
        r("Resolution 5"),
        "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>",
        r("."),
    )
    [text] = read_docx(word_file(body, comments=comments), "a.docx")
    [comment] = text.comments
    assert text.blocks[0].text[comment.start : comment.end] == "Resolution 5"
    assert (comment.author, comment.text, comment.locator, comment.dated.isoformat()) == (
        "Ann",
        "itugraph: keep",
        "1",
        "2022-05-03",
    )


def test_a_generated_label_is_kept_beside_the_text(word_file, read):
    numbering = (
        "<w:numbering XMLNS><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/>"
        "<w:lvlText w:val='%1)'/></w:lvl></w:abstractNum><w:num w:numId='4'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    )
    numbered = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='4'/></w:numPr></w:pPr>"
    body = (
        p(r("The Plenipotentiary Conference (Dubai, 2018),"))
        + p(r("recalling"))
        + p(r("Resolution 1;"), properties=numbered)
        + p(r("Resolution 2,"), properties=numbered)
    )
    paragraphs = read(word_file(body, numbering=numbering), "a.docx").paragraphs
    assert [(one.label, one.text, one.regions[0].part) for one in paragraphs[2:]] == [
        ("a)", "Resolution 1;", "recalls.1"),
        ("b)", "Resolution 2,", "recalls.2"),
    ]


@pytest.mark.parametrize("remove", ["word/document.xml", "_rels/.rels"])
def test_a_package_without_a_document(word_file, remove):
    import io
    import zipfile

    whole = zipfile.ZipFile(io.BytesIO(word_file(p(r("x")))))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as part:
        for name in whole.namelist():
            if name != remove:
                part.writestr(name, whole.read(name))
    with pytest.raises(ProblemError, match="no document"):
        read_docx(target.getvalue(), "a.docx")
