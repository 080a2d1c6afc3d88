"""A checked document cut where citations, findings and changes begin and end: nothing is lost, the worst shows."""

from datetime import date

from graph_service.analysing.marking import is_long, marked
from graph_service.checking.dates import Dates, Origin
from graph_service.checking.finding import Finding, Place, Severity
from graph_service.checking.report import Counts, Judged, Report
from graph_service.citing.mention import Mention
from graph_service.reading.document import Change, Document, Head, Paragraph, Region, Span
from tests.graph.composed import RES_64

TEXT = "a) Resolution 64 (Rev. Busan, 2014) and more"
DAY = date(2018, 11, 16)


def paragraph(text: str = TEXT, locator: str = "rec_3", **more: object) -> Paragraph:
    regions = (Region(start=0, end=len(text), clause="recalls", part="recalls.1"),)
    return Paragraph(text=text, locator=locator, lang="en", regions=regions, **more)  # type: ignore[arg-type] # composed


def document(*paragraphs: Paragraph) -> Document:
    return Document(
        doc="res-197", file="a.txt", format="text", lang="en", head=Head(), paragraphs=paragraphs, sha256="",
    )  # fmt: skip


def finding(severity: Severity, start: int, end: int, rule: str = "stale-at-adoption") -> Finding:
    place = Place(locator="rec_3", start=start, end=end, text=TEXT[start:end])
    return Finding(rule=rule, severity=severity, message="", doc="res-197", places=(place,), iri="x")


def report(*findings: Finding, mentions: tuple[Mention, ...] = (RES_64,)) -> Report:
    origin = Origin(key="check")
    dates = Dates(
        text=DAY, text_from=origin, check=DAY, check_from=origin, is_draft=False, conference=None
    )  # fmt: skip
    return Report(
        doc="res-197", file="a.txt", lang="en", dates=dates, date_from="", check_from="", findings=findings,
        counts=Counts(read=1, current=0, unknown=0, waived=0),
        judged=tuple(Judged(mention=one, rule="current", severity=None) for one in mentions),
    )  # fmt: skip


def test_a_citation_without_finding_is_marked_as_counted() -> None:
    found = marked(document(paragraph()), report()).paragraphs[0]
    assert [(piece.text, piece.mark) for piece in found.segments] == [
        ("a) ", ""),
        ("Resolution 64 (Rev. Busan, 2014)", "counted"),
        (" and more", ""),
    ]
    assert found.segments[1].iri.endswith("/pp/res/64/pp-14")


def test_the_worst_of_several_findings_gives_the_mark_and_all_are_named() -> None:
    found = marked(
        document(paragraph()), report(finding(Severity.ERROR, 3, 35), finding(Severity.INFO, 17, 35, "undated"))
    )
    whole, both, rest = found.paragraphs[0].segments[1:4]
    assert (whole.mark, whole.findings) == ("error", ("res-197:rec_3:3:stale-at-adoption",))
    assert (both.mark, len(both.findings)) == ("error", 2)
    assert rest.mark == ""
    assert found.paragraphs[0].findings == ("res-197:rec_3:3:stale-at-adoption", "res-197:rec_3:17:undated")


def test_tracked_changes_cut_the_text_and_what_no_view_shows_is_left_out() -> None:
    changes = (Span(start=0, end=3, change=Change.STRUCK), Span(start=36, end=44, change=Change.INSERTED))
    found = marked(document(paragraph(changes=changes, omitted=((35, 36),))), report()).paragraphs[0]
    assert "".join(piece.text for piece in found.segments) == TEXT[:35] + TEXT[36:]
    assert [piece.change for piece in found.segments] == ["struck", "", "inserted"]


def test_a_paragraph_that_begins_later_in_the_text_of_its_locator_is_marked_at_its_own_place() -> None:
    first, second = paragraph("recalling ", offset=0), paragraph("Resolution 64 (Rev. Busan, 2014)", offset=3)
    found = marked(document(first, second), report(finding(Severity.ERROR, 3, 35)))
    assert [piece.mark for piece in found.paragraphs[1].segments] == ["error"]
    assert found.paragraphs[1].findings


def test_of_long_documents_only_what_is_marked_is_shown() -> None:
    whole = document(paragraph("no reference", "rec_1"), paragraph())
    assert len(marked(whole, report()).paragraphs) == 2
    brief = marked(whole, report(), brief=True)
    assert ([one.locator for one in brief.paragraphs], brief.left_out) == (["rec_3"], 1)
    assert is_long([whole] * 500)
    assert not is_long([whole])
