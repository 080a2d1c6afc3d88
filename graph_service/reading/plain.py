"""A document without clauses, read in order: titles, running text, notes to tables, annexes."""

import re
from collections.abc import Iterator, Sequence

from graph_service.reading.document import Layout
from graph_service.reading.line import Cut, Line
from graph_service.reading.notes import is_rule, note_inside

_MARKED = re.compile(r"\s*[.*•+-]\s")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|\*)[\s)]")
_HEADING = re.compile(r"\s*=+\s")
_DIGITS = re.compile(r"\d+")
_COLLECTION = 3
_SHORT_WORDS = 5
_SHORT_CHARACTERS = 12


class PlainReader:
    """Reads a document without clauses; what it has met so far is its state."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._all = lines
        self._titles = sum(1 for line in lines if _is_list_title(line))
        self._head = True
        self._first: str | None = None
        self._after_title = False
        self._annex = 0
        self._paragraph = 0
        self._note = 0
        self._ruled = False

    def cuts(self) -> Iterator[list[Cut]]:
        """Yield the cuts of each line, in order."""
        for line in self._all:
            cut = self._cut(line)
            note = note_inside(line.text, 0) if len(line.text) == len(line.plain) else None
            if note is None:
                yield [cut]
            else:
                after = [Cut(note.end, cut.clause, cut.part)] if note.end < len(line.plain) else []
                yield [cut, self._footnote(note.start), *after]

    def _cut(self, line: Line) -> Cut:
        match line.layout:
            case Layout.FOOTNOTE | Layout.ENDNOTE:
                return self._footnote(0)
            case Layout.HEADER | Layout.FOOTER:
                return Cut(0, "title", "title")
        if line.is_annex:
            self._annex += 1
            self._paragraph = 0
            self._head = self._after_title = False
            return Cut(0, "annex", f"annex-{self._annex}")
        if self._is_title(line):
            self._after_title = self._after_title or not _is_short(line)
            return Cut(0, "title", "title")
        return self._text(line)

    def _text(self, line: Line) -> Cut:
        self._ruled = self._is_below_rule(line)
        is_note = (self._ruled and not is_rule(line.plain)) or line.is_table_note or line.is_signed_note
        if is_note or (self._after_title and self._titles >= _COLLECTION and line.is_sentence):
            return self._footnote(0)
        self._head = self._after_title = False
        self._paragraph += 1
        if self._annex:
            return Cut(0, "annex", f"annex-{self._annex}.p{self._paragraph}")
        return Cut(0, "body", f"body.p{self._paragraph}")

    def _is_below_rule(self, line: Line) -> bool:
        """Whether a line is a rule below text, or one of the numbered sentences that stand under it."""
        if is_rule(line.plain):
            return self._paragraph > 0
        return self._ruled and line.is_sentence and _NUMBERED.match(line.plain) is not None

    def _is_title(self, line: Line) -> bool:
        """Whether a line is the document's own title line, a line of its head, or the title of a list or a part."""
        if self._is_own(line) or line.is_running_header:
            return True
        if line.is_running_text or _MARKED.match(line.plain) or self._annex:
            return False
        if _HEADING.match(line.plain):
            self._head = self._head and not _HEADING.match(line.plain.replace("=", "", 1))
            return True
        if self._after_title and self._titles >= _COLLECTION:
            return _is_list_title(line) or not _is_short(line)
        return self._head or _is_list_title(line) or _is_capitals(line)

    def _is_own(self, line: Line) -> bool:
        """Whether a line is the title line of the document, the first one or one that repeats it."""
        if not line.is_title or line.label is not None or self._annex:
            return False
        own = " ".join(_DIGITS.findall(line.plain))
        if self._first is None and (self._head or " - " not in line.plain):
            self._first = own
        return own == self._first

    def _footnote(self, start: int) -> Cut:
        self._note += 1
        return Cut(start, "footnote", f"footnote-{self._note}")


def _is_list_title(line: Line) -> bool:
    return line.words.list_title.match(line.plain) is not None and not line.is_stopped and not _MARKED.match(line.plain)


def _is_short(line: Line) -> bool:
    """Whether a line names a section of running text ("Summary") and no list or text."""
    words = line.plain.split()
    few = len(words) <= _SHORT_WORDS if len(words) > 1 else len(line.plain) <= _SHORT_CHARACTERS
    return few and not _DIGITS.search(line.plain)


def _is_capitals(line: Line) -> bool:
    return sum(word.isalpha() and word.isupper() for word in line.text.split()) > 1 and line.text.upper() == line.text
