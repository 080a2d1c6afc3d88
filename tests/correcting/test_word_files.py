"""Odd Word files, comments, and what is written where."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from graph_service.correcting.correct import correct
from graph_service.correcting.corrected import Checked
from graph_service.correcting.docx_changes import stamp
from graph_service.correcting.docx_parts import WordParts
from graph_service.correcting.docx_places import Places
from graph_service.errors import Code, ProblemError
from graph_service.reading.changes import Changes
from graph_service.reading.docx import read_docx
from tests.correcting.composed import NOW, cases, data_of, loaded, texts
from tests.correcting.word import parts_of, word_file

OLD, NEW = "Resolution 64 (Busan, 2014)", "Resolution 64 (Rev. Dubai, 2018)"
FIX = [{"find": OLD, "text": NEW}]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


BODY = paragraph(f"recalling {OLD} and others,")


def document(data: bytes) -> etree._Element:
    return etree.fromstring(parts_of(data)["word/document.xml"])


def comments(data: bytes) -> list[str]:
    root = etree.fromstring(parts_of(data)["word/comments.xml"])
    return ["\n".join("".join(one.itertext()) for one in comment.iter(f"{W}p")) for comment in root]


def test_changes_bear_author_and_date(bench):
    data = bench.corrected(word_file(BODY), FIX, author="Ms Ámbar Ñandú").data
    marks = list(document(data).iter(f"{W}ins", f"{W}del"))
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in marks} == {
        ("Ms Ámbar Ñandú", "2026-11-24T09:30:00Z")
    }
    assert len(marks) == 4


def test_the_new_run_has_the_form_of_the_old(bench):
    form = (
        '<w:rPr><w:b/><w:i/><w:color w:val="FF0000"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    )
    data = bench.corrected(word_file(f"<w:p>{run(OLD, form)}</w:p>"), FIX).data
    forms = {
        etree.tostring(one.find(f"{W}rPr")) for one in document(data).iter(f"{W}r") if one.find(f"{W}rPr") is not None
    }
    assert len(forms) == 1
    assert all(one.find(f"{W}r/{W}rPr") is not None for one in document(data).iter(f"{W}ins"))


def test_an_insertion_inside_anothers_stands_between_its_halves(bench):
    inside = f'<w:ins w:id="5" w:author="Delegate" w:date="2022-05-03T09:00:00Z">{run(f"{OLD} and more")}</w:ins>'
    data = bench.corrected(word_file(f"<w:p>{inside}</w:p>"), FIX).data
    outline = [(etree.QName(one).localname, one.get(f"{W}author")) for one in document(data).iter(f"{W}ins", f"{W}del")]
    assert ("ins", "A. Corrector") in outline
    for mark in document(data).iter(f"{W}ins"):
        if mark.get(f"{W}author") == "A. Corrector":
            assert etree.QName(mark.getparent()).localname == "p"
    for mark in document(data).iter(f"{W}del"):
        assert mark.getparent().get(f"{W}author") == "Delegate"


def test_clean_text_inside_anothers_insertion_goes_with_it(bench):
    inside = f'<w:ins w:id="5" w:author="Delegate">{run(OLD)}</w:ins>'
    data = bench.corrected(word_file(f"<w:p>{run('see ')}{inside}</w:p>"), FIX, accept=True).data
    assert texts(data) == [f"see {NEW}"]
    assert texts(data, Changes.ORIGINAL) == ["see "]
    assert "comments" not in " ".join(parts_of(data))


def test_a_comment_tells_rule_message_proposal_and_evidence(bench):
    data = bench.corrected(word_file(BODY), [{**FIX[0], "message": "A later one came."}]).data
    assert comments(data) == [
        f"A later edition existed already [stale-at-adoption]\nA later one came.\nProposed: {NEW}\nEvidence: pp-18"
    ]


def test_a_comment_is_in_the_language_asked_for_and_from_right_to_left_in_arabic(bench):
    data = bench.corrected(word_file(BODY), FIX, lang="ar").data
    assert f"المقترح: {NEW}" in comments(data)[0]
    root = etree.fromstring(parts_of(data)["word/comments.xml"])
    assert len(list(root.iter(f"{W}bidi"))) == len(list(root.iter(f"{W}p")))


def test_a_comment_covers_the_mention(bench):
    data = bench.corrected(word_file(BODY), [{**FIX[0], "apply": False}]).data
    inside, covered = False, ""
    for element in document(data).iter():
        name = etree.QName(element).localname
        inside = name == "commentRangeStart" or (inside and name != "commentRangeEnd")
        covered += (element.text or "") if inside and name == "t" else ""
    assert covered == OLD


def test_a_comment_on_a_header_says_which_words_are_meant(bench):
    made = bench.corrected(word_file(paragraph("text"), header=BODY), FIX)
    assert made.applied
    assert f"On the words: {OLD}" in comments(made.data)[0]
    assert b"commentReference" not in parts_of(made.data)["word/header1.xml"]


def test_what_only_informs_without_a_fix_is_no_comment(bench):
    found = [{"find": OLD, "severity": "info"}, {"find": "others", "severity": "warning", "message": "Look."}]
    made = bench.corrected(word_file(BODY), found)
    assert len(comments(made.data)) == 1
    assert len(made.commented) == 1


def test_a_waived_finding_is_neither_mended_nor_commented_on(bench):
    data = word_file(BODY)
    made = bench.corrected(data, [{**FIX[0], "apply": False, "waived": "meant so (A)"}])
    assert made.data == data
    assert (made.applied, made.commented) == ((), ())


def test_chosen_findings_alone_are_mended_suggested_ones_too(bench):
    data = word_file(paragraph(f"{OLD}, Resolution 139 (Busan, 2014), Resolution 140 (Busan, 2014)"))
    fixes = [
        {
            "find": f"Resolution {number} (Busan, 2014)",
            "text": f"Resolution {number} (Rev. Dubai, 2018)",
            "apply": number != 139,
        }
        for number in (64, 139, 140)
    ]
    ids = [f"case:1:{at}:stale-at-adoption" for at in (0, 29, 59)]
    made = bench.corrected(data, fixes, only=[ids[1]])
    assert made.applied == (ids[1],)
    assert texts(made.data) == [f"{OLD}, Resolution 139 (Rev. Dubai, 2018), Resolution 140 (Busan, 2014)"]
    assert len(comments(made.data)) == 1


def test_nothing_to_say_gives_the_file_as_it_is(bench):
    data = word_file(BODY)
    assert bench.corrected(data, []).data is data


def test_macros_stay(bench):
    data = word_file(BODY, macro=True, extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"})
    made = bench.corrected(data, FIX, "case.docm")
    assert parts_of(made.data)["word/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 macros"
    assert made.media_type == "application/vnd.ms-word.document.macroEnabled"


def test_a_document_inside_the_document_stays(bench):
    inner = word_file(BODY)
    data = word_file(BODY, extra={"word/embeddings/inner.docx": inner})
    made = bench.corrected(data, FIX)
    assert parts_of(made.data)["word/embeddings/inner.docx"] == inner
    assert texts(made.data) == [f"recalling {NEW} and others,"]


def test_thirty_thousand_paragraphs(bench):
    small, count = bench.checked(word_file(BODY), FIX), 30_000
    one = small.documents[0].paragraphs[0]
    empty = replace(one, text="nothing in it", regions=(replace(one.regions[0], end=13),))
    paragraphs = [replace(empty, locator=str(number)) for number in range(1, count + 1)]
    paragraphs[count - 1] = replace(one, locator=str(count))
    found = small.reports[0].findings[0]
    places = (replace(found.places[0], locator=str(count)),)
    given = Checked(
        documents=(replace(small.documents[0], paragraphs=tuple(paragraphs)),),
        reports=(replace(small.reports[0], findings=(replace(found, places=places),)),),
    )

    def again(made: bytes) -> Checked:
        read = Places(WordParts(made, "case.docx"))
        texts_now = [read.paragraph(str(number)).text for number in range(1, count + 1)]
        now = tuple(replace(one, text=text) for one, text in zip(paragraphs, texts_now, strict=True))
        return Checked(
            documents=(replace(given.documents[0], paragraphs=now),), reports=(replace(given.reports[0], findings=()),)
        )

    data = word_file(paragraph("nothing in it") * (count - 1) + BODY)
    made = correct(data, name="case.docx", checked=given, again=again, author="A", at=NOW)
    assert Places(WordParts(made.data, "case.docx")).paragraph(str(count)).final == f"recalling {NEW} and others,"
    assert made.applied == ("case:30000:10:stale-at-adoption",)


def test_both_forms_of_a_text_box_are_changed(bench):
    box = f"<w:txbxContent>{BODY}</w:txbxContent>"
    alternatives = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    data = bench.corrected(word_file(f"<w:p>{run('text')}<w:r>{alternatives}</w:r></w:p>"), FIX).data
    assert parts_of(data)["word/document.xml"].count(b"Rev. Dubai") == 2


def test_a_mark_in_the_same_run_stays(bench):
    body = '<w:p><w:r><w:t>Resolution 64 (Bu</w:t><w:footnoteReference w:id="2"/><w:t>san, 2014)</w:t></w:r></w:p>'
    note = f'<w:footnote w:id="2">{paragraph("note")}</w:footnote>'
    data = bench.corrected(word_file(body, footnotes=note), FIX, accept=True).data
    assert len(list(document(data).iter(f"{W}footnoteReference"))) == 1
    assert texts(data)[0] == NEW


def test_ids_beyond_what_word_takes_are_not_counted_on(bench):
    body = f'<w:p><w:bookmarkStart w:id="2147483646" w:name="x"/>{run(OLD)}<w:bookmarkEnd w:id="2147483646"/></w:p>'
    data = bench.corrected(word_file(body), FIX).data
    numbers = [int(one.get(f"{W}id")) for one in document(data).iter(f"{W}ins", f"{W}del")]
    assert max(numbers) < 100


def test_relations_of_the_main_part_are_made_where_there_are_none(bench, tmp_path):
    parts = parts_of(word_file(BODY))
    del parts["word/_rels/document.xml.rels"]
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    made = bench.corrected((tmp_path / "a.docx").read_bytes(), FIX)
    assert b"comments.xml" in parts_of(made.data)["word/_rels/document.xml.rels"]


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x00b"])
def test_an_author_must_have_a_name(bench, name):
    with pytest.raises(ProblemError) as error:
        bench.corrected(word_file(BODY), FIX, author=name)
    assert error.value.problem.code is Code.BAD_REQUEST


def test_the_original_bytes_are_not_changed(bench):
    data = word_file(BODY)
    before = bytes(data)
    bench.corrected(data, FIX)
    assert data == before


def test_locators_are_those_of_reading():
    for file in cases():
        data = data_of(loaded(file))
        places = Places(WordParts(data, file.name))
        for block in read_docx(data, file.name)[0].blocks:
            found = places.paragraph(block.locator)
            assert found is not None
            assert found.text == block.text
    assert places.paragraph("9999") is None
    assert places.paragraph("fn9.1") is None


def test_dates_are_written_in_world_time():
    assert stamp(datetime.fromisoformat("2022-06-05T12:00:00+02:00")) == "2022-06-05T10:00:00Z"
    assert stamp(datetime(2022, 6, 5, tzinfo=UTC)) == "2022-06-05T00:00:00Z"
