"""A checked document as a page shows it: paragraphs cut where citations, findings and tracked changes begin and end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_service.checking.finding import Finding, Severity
from graph_service.checking.output import finding_id
from graph_service.checking.report import Report
from graph_service.names.iri import THINGS, edition_path, instrument_path
from graph_service.reading.document import Document, Paragraph

MOST_PARAGRAPHS = 800
"""Of longer documents only the paragraphs that hold a citation or a finding are shown."""
_ORDER = {Severity.INFO.value: 1, Severity.WARNING.value: 2, Severity.ERROR.value: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text under the same marks.

    ``change`` is inserted, struck or empty. ``mark`` is empty outside of citations, else the severity of the worst
    finding there, or ``counted`` for a citation of which nothing is to be said; ``rule`` is its rule, ``iri`` what is
    cited, ``findings`` the ids of those that concern these words.
    """

    text: str
    change: str = ""
    mark: str = ""
    rule: str = ""
    iri: str = ""
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """A paragraph with its marks; ``findings`` are the ids of those that begin in it."""

    locator: str
    lang: str
    layout: str
    clause: str
    label: str
    segments: tuple[Segment, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDocument:
    """The paragraphs of a document; ``left_out`` is how many without a mark are not shown."""

    paragraphs: tuple[MarkedParagraph, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    mark: str
    rule: str
    iri: str
    finding: str = ""


def is_long(documents: Sequence[Document]) -> bool:
    """Whether documents are too long to be shown whole."""
    return sum(len(document.paragraphs) for document in documents) > MOST_PARAGRAPHS


def marked(document: Document, report: Report, *, brief: bool = False) -> MarkedDocument:
    """Return a document with the verdict on each citation and the findings where they stand.

    ``brief`` leaves out the paragraphs without any.
    """
    marks = (*_of_findings(report.findings), *_of_verdicts(report))
    paragraphs = [_paragraph(one, [mark for at, mark in marks if at == one.locator]) for one in document.paragraphs]
    shown = paragraphs
    if brief:
        shown = [one for one in paragraphs if one.findings or any(segment.mark for segment in one.segments)]
    return MarkedDocument(paragraphs=tuple(shown), left_out=len(paragraphs) - len(shown))


def _of_findings(findings: Sequence[Finding]) -> Iterable[tuple[str, _Mark]]:
    for finding in findings:
        name = finding_id(finding)
        for place in finding.places:
            if place.end > place.start:
                yield (
                    place.locator,
                    _Mark(
                        start=place.start,
                        end=place.end,
                        mark=finding.severity.value,
                        rule=finding.rule,
                        iri=finding.iri,
                        finding=name,
                    ),
                )


def _of_verdicts(report: Report) -> Iterable[tuple[str, _Mark]]:
    for judged in report.judged:
        mention = judged.mention
        path = edition_path(mention.edition) if mention.edition else instrument_path(mention.instrument)
        yield (
            mention.locator,
            _Mark(start=mention.start, end=mention.end, mark="counted", rule=judged.rule, iri=THINGS + path),
        )


def _paragraph(paragraph: Paragraph, marks: Sequence[_Mark]) -> MarkedParagraph:
    length = len(paragraph.text)
    here = [_shifted(mark, paragraph.offset) for mark in marks]
    inside = [mark for mark in here if mark.start < length and mark.end > 0]
    begun = (mark.finding for mark in sorted(inside, key=lambda mark: mark.start) if mark.finding and mark.start >= 0)
    clause = paragraph.regions[0].clause if paragraph.regions else ""
    return MarkedParagraph(
        locator=paragraph.locator,
        lang=paragraph.lang,
        layout=paragraph.layout.value,
        clause=clause,
        label=paragraph.label or "",
        segments=tuple(_segments(paragraph, inside)),
        findings=tuple(dict.fromkeys(begun)),
    )


def _shifted(mark: _Mark, offset: int) -> _Mark:
    """A mark in the text of one paragraph, where a locator names several."""
    if not offset:
        return mark
    return _Mark(
        start=mark.start - offset,
        end=mark.end - offset,
        mark=mark.mark,
        rule=mark.rule,
        iri=mark.iri,
        finding=mark.finding,
    )


def _segments(paragraph: Paragraph, marks: Sequence[_Mark]) -> Iterable[Segment]:
    length = len(paragraph.text)
    cuts = {0, length}
    for start, end in (
        *((mark.start, mark.end) for mark in marks),
        *((change.start, change.end) for change in paragraph.changes),
        *paragraph.omitted,
    ):
        cuts |= {min(max(start, 0), length), min(max(end, 0), length)}
    ends = sorted(cuts)
    for start, end in pairwise(ends):
        if not any(left <= start and end <= right for left, right in paragraph.omitted):
            yield _segment(paragraph, start, end, [mark for mark in marks if mark.start <= start and end <= mark.end])


def _segment(paragraph: Paragraph, start: int, end: int, marks: Sequence[_Mark]) -> Segment:
    change = next((one.change.value for one in paragraph.changes if one.start <= start and end <= one.end), "")
    worst = max(marks, key=lambda mark: _ORDER.get(mark.mark, 0), default=None)
    return Segment(
        text=paragraph.text[start:end],
        change=change,
        mark=worst.mark if worst else "",
        rule=worst.rule if worst else "",
        iri=next((mark.iri for mark in marks if mark.iri), ""),
        findings=tuple(dict.fromkeys(mark.finding for mark in marks if mark.finding)),
    )
