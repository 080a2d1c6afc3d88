"""The head of a document: what it is, who adopted it, when, and whether it is a draft (design, section 5)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph_service.names.conference import Conference
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.addressed import Addressing, is_council_document
from graph_service.reading.changes import Changes, view
from graph_service.reading.dates import PrintedDates
from graph_service.reading.document import Head, Paragraph, PrintedMarker
from graph_service.reading.folding import fold
from graph_service.reading.marks import Marks
from graph_service.reading.title_line import TitleLine, body_of_marker, read_title_line
from graph_service.reading.words import Words
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for

_PROPOSAL = re.compile(
    r"\s*(?:MOD|ADD|SUP|NOC)\s+(?P<number>[A-Z]{2,6}(?:/[A-Z]{2,6}){0,5}/\d+[A-Z0-9()]*(?:/\d+[A-Z0-9]*)*)"
)
_HISTORY = re.compile(r"\s*[(（].*[)）]\W*\d*(?:,\s*\d\w*)?\s*")
_OPERATION = re.compile(r"\s*(?P<operation>MOD|ADD|SUP|NOC)(?:\s|$)")
_MARK = re.compile(r"[(（][^()（）]{3,90}[)）]")
_FRONT = 400
_FIRST_LINES = 6
_LONG_LINE = 160
_MEETING = re.compile(r"[^.;,]{0,30}?[(（][^()（）\d]{1,8}[- ]?\d{2,4}[)）]")
"""The abbreviation of a conference with its year in brackets: (PP-18), 2017 года (ВКРЭ-17)."""
_SHORT = 60
_SENTENCE = re.compile(r"[.。؟!?]['\"”»]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadReader:
    """Reads heads; made of the words of each language, the edition marks and the register."""

    words: Mapping[str, Words]
    marks: Marks
    dates: PrintedDates
    register: Register

    def read(self, paragraphs: Sequence[Paragraph], *, draft: str | None, adopted: str | None) -> Head:
        """Return the head of a document.

        ``draft`` is the conference that the reader was told the draft is addressed to; ``adopted`` the day of adoption
        that the file's own metadata give.
        """
        front = _front(paragraphs)
        index, title = self._title_line(front)
        formula = next((one for one in front if one.clause == "enactingFormula"), None)
        body = self._formula_body(formula) or self._document_body(front, index)
        marker = title.marker if title else Marker()
        enacted = self.marks.read(formula.text) if formula else Marker()
        instrument_body = body or body_of_marker(self.register, marker)
        instrument = title.instrument(instrument_body) if title else None
        if title and not instrument_body and instrument:
            instrument_body = instrument.body
        proposal = next((found["number"] for one in front if (found := _PROPOSAL.match(one.text))), None)
        reason = self._draft_reason(front, index, paragraphs, draft, proposal)
        operation = _operation(front[:index])
        top = tuple(one.text for one in _top(front))
        addressing = Addressing(register=self.register, marks=self.marks, body=instrument_body, top=top)
        if draft:
            conference = self.register.conference(draft)
        elif reason:
            conference = addressing.of_draft((marker, enacted), operation)
        else:
            conference = addressing.of_adopted((marker, enacted))
        printed = title.full_marker(instrument_body) if title else None
        if printed is not None and printed.is_empty and instrument and instrument.body in {"ITU-T", "ITU-R"}:
            printed = self._dated_marker(front, printed)
        dated, dated_from = self._date(front, instrument, printed, conference, adopted, is_draft=reason is not None)
        return Head(
            instrument=instrument,
            marker=None if printed is None or printed.is_empty else printed,
            title=self._title_text(front, index),
            body=instrument_body,
            conference=conference.id if conference else draft,
            dated=dated,
            dated_from=dated_from,
            proposal=proposal,
            is_draft=reason is not None,
            draft_reason=reason,
            suppresses=operation == "SUP",
            operation=operation,
            formula=self._formula_marker(formula),
        )

    # What it is

    def _title_line(self, front: "Sequence[_Line]") -> tuple[int | None, TitleLine | None]:
        """The last title line before the enacting formula, the first one where there is no formula."""
        found: tuple[int | None, TitleLine | None] = None, None
        has_formula = any(one.clause == "enactingFormula" for one in front)
        for index, one in enumerate(front):
            if one.clause == "enactingFormula":
                break
            words = self.words[one.paragraph.lang]
            if one.clause != "title" or (words.header.match(fold(one.text)) and found[1]):
                continue
            line = read_title_line(one.text, words, self.marks)
            if line and (found[1] is None or _tells_more(line, found[1], has_formula=has_formula)):
                found = index, line
        return found

    def _title_text(self, front: "Sequence[_Line]", index: int | None) -> str | None:
        if index is None:
            return None
        for one in front[index + 1 : index + 4]:
            if one.clause != "title":
                return None
            words = self.words[one.paragraph.lang]
            if not _HISTORY.fullmatch(one.text) and not words.title.match(fold(one.text)):
                return " ".join(one.text.split())
        return None

    # Who speaks

    def _formula_body(self, formula: "_Line | None") -> str | None:
        if formula is None:
            return None
        words = self.words[formula.paragraph.lang]
        found = words.formula.match(fold(formula.text)) or words.body.search(fold(formula.text))
        return (
            next((words.body_keys[name] for name, value in found.groupdict().items() if value), None) if found else None
        )

    def _document_body(self, front: "Sequence[_Line]", index: int | None) -> str | None:
        """The body that the document's number names, or the line that tells what the document is about."""
        for one in _top(front[:index]):
            if is_council_document(one.text):
                return "Council"
            found = self.marks.numbered.search(fold(one.text))
            if found:
                return self.marks.words[found["word"]]
        return self._meeting(front[:index])

    def _meeting(self, front: "Sequence[_Line]") -> str | None:
        """The body whose meeting a document is for: its name with the meeting's own is a line of the head."""
        for one in _top(front[:_FIRST_LINES]):
            words = self.words[one.paragraph.lang]
            found = words.body.match(fold(one.text).lstrip()) if len(one.text) < _LONG_LINE else None
            if found and _MEETING.match(fold(one.text).lstrip(), found.end()):
                return next(words.body_keys[name] for name, value in found.groupdict().items() if value)
        return None

    def _formula_marker(self, formula: "_Line | None") -> PrintedMarker | None:
        """The edition mark of the enacting formula, with its place in the paragraph's text."""
        found = _MARK.search(formula.text) if formula else None
        if formula is None or found is None or self.marks.read(found[0]).is_empty:
            return None
        state = view(formula.paragraph, Changes.FINAL)
        return PrintedMarker(
            text=found[0],
            marker=self.marks.read(found[0]),
            locator=formula.paragraph.locator,
            start=formula.paragraph.offset + state.offsets[found.start()],
            end=formula.paragraph.offset + state.offsets[found.end() - 1] + 1,
        )

    # When, and whether it is a draft

    def _draft_reason(
        self,
        front: "Sequence[_Line]",
        index: int | None,
        paragraphs: Sequence[Paragraph],
        draft: str | None,
        proposal: str | None,
    ) -> str | None:
        if draft:
            return f"said to be a draft to {draft}"
        if proposal:
            return f"proposal number {proposal}"
        if any(one.changes for one in paragraphs):
            return "open tracked changes"
        before = front if index is None else front[: index + 1]
        for one in before:
            if one.clause == "title" and self.words[one.paragraph.lang].draft.match(fold(one.text)):
                return f"its head says {' '.join(one.text.split())[:_SHORT]!r}"
        return None

    def _date(
        self,
        front: "Sequence[_Line]",
        instrument: Instrument | None,
        marker: Marker | None,
        conference: Conference | None,
        adopted: str | None,
        *,
        is_draft: bool,
    ) -> tuple[date | None, str | None]:
        if is_draft:
            if conference and conference.opens:
                return conference.opens - timedelta(days=1), f"eve of the opening of {conference.id}"
            return None, None
        if instrument and instrument.kind is Kind.RECOMMENDATION and marker and not (conference and marker.place):
            return self._approved(front, instrument, marker)
        if instrument and conference and conference.closes:
            return conference.closes, f"closing day of {conference.id}"
        if adopted:
            return date.fromisoformat(adopted), "date of adoption in the file's metadata"
        printed = self.dates.first(one.text for one in _top(front))
        return (printed, "date printed in its head") if printed else (None, None)

    def _approved(
        self, front: "Sequence[_Line]", instrument: Instrument, marker: Marker
    ) -> tuple[date | None, str | None]:
        """The day of approval of a Recommendation: printed in its head, or that of the edition in the register."""
        printed = self.dates.first(one.text for one in front if len(one.text) < _SHORT)
        if printed and (marker.year in {None, printed.year}):
            return printed, "day of approval printed in its head"
        edition = edition_for(self.register, instrument, marker)
        fact = self.register.fact(edition) if edition else None
        if fact and fact.latest:
            return fact.latest, "day of approval in the register"
        if marker.year and marker.month:
            after = date(marker.year + marker.month // 12, marker.month % 12 + 1, 1)
            return after - timedelta(days=1), "month of approval printed in its head"
        return None, None

    def _dated_marker(self, front: "Sequence[_Line]", printed: Marker) -> Marker:
        """The month of approval that a cover prints apart from the number: (04/2017)."""
        for one in front:
            if len(one.text) < _SHORT and self.marks.dated.search(fold(one.text)):
                found = self.marks.read(one.text)
                return Marker(year=found.year, month=found.month, revised=found.revised, revision=printed.revision)
        return printed


def _tells_more(second: TitleLine, first: TitleLine, *, has_formula: bool) -> bool:
    """Whether a title line is the text's own rather than the first, which may be a page head without the edition.

    Recommendations list others, with titles, before their formula: no later one of another number is the text's own.
    """
    is_same = (first.kind, first.number) == (second.kind, second.number)
    may_follow = has_formula and not first.kind is second.kind is Kind.RECOMMENDATION
    return not second.marker.is_empty and (may_follow or (is_same and (has_formula or first.marker.is_empty)))


def _front(paragraphs: Sequence[Paragraph]) -> "list[_Line]":
    """The paragraphs up to the enacting formula, or a bounded number of them where there is none."""
    lines = []
    for one in paragraphs[:_FRONT]:
        lines.append(_Line(one, view(one, Changes.FINAL).text))
        if lines[-1].clause == "enactingFormula":
            break
    return lines


def _top(front: "Sequence[_Line]") -> "Iterator[_Line]":
    """The lines that stand before the first sentence: where a document prints its number and its day."""
    for one in front:
        if _SENTENCE.search(one.text):
            return
        yield one


def _operation(front: "Sequence[_Line]") -> str | None:
    """What the document does with the text: the last MOD, ADD, SUP or NOC before its title line."""
    found = [operation["operation"] for one in front if (operation := _OPERATION.match(one.text))]
    return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the front as it shall read."""

    paragraph: Paragraph
    text: str

    @property
    def clause(self) -> str:
        return self.paragraph.regions[0].clause
