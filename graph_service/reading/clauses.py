"""The clauses of a document, read in order: front, preamble, operative part, annexes, footnotes, and what follows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from graph_service.reading.block import Role
from graph_service.reading.document import Layout
from graph_service.reading.items import Items
from graph_service.reading.labels import Style, follows, is_first
from graph_service.reading.line import Cut, Line
from graph_service.reading.notes import is_rule, note_inside
from graph_service.reading.openings import Opening, names_only, openings_inside
from graph_service.reading.plain import PlainReader

_AHEAD = 6
_OPERATION = re.compile(r"\s*(?:MOD|ADD|SUP|NOC)(?:\s+[A-Z]{2,}\S{0,40})?\s*")


def cuts_of(lines: Sequence[Line]) -> Iterator[list[Cut]]:
    """Return the cuts of each line of a document, with its clauses where it has any."""
    has_clauses = any(line.is_heading or line.is_formula for line in lines)
    return (ClauseReader(lines) if has_clauses else PlainReader(lines)).cuts()


class Part(Enum):
    """Where the reader is."""

    FRONT = auto()
    CLAUSES = auto()
    ANNEX = auto()
    REST = auto()


class ClauseReader:
    """Reads a document with clauses; where it stands is its state."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._all = lines
        self._index = 0
        self._part = Part.FRONT
        self._entered = False
        self._clause = "body"
        self._items = Items()
        self._count: Counter[str] = Counter()
        self._ended = False
        self._annex_named = False
        self._title: str | None = None

    def cuts(self) -> Iterator[list[Cut]]:
        """Yield the cuts of each line, in order."""
        for index, line in enumerate(self._all):
            self._index = index
            yield self._line(line)
            self._ended = line.is_sentence

    # One line

    def _line(self, line: Line) -> list[Cut]:
        if line.layout in {Layout.FOOTNOTE, Layout.ENDNOTE} or line.is_signed_note:
            return [self._footnote(0)]
        if self._is_margin(line) or self._is_title(line):
            return [Cut(0, "title", "title")]
        if line.role is not Role.CLAUSE and line.is_annex:
            return [self._open_annex(0)]
        if self._part is Part.CLAUSES and line.is_reasons:
            self._part = Part.REST
            return [self._body(0)]
        if line.is_formula and self._part in {Part.FRONT, Part.CLAUSES}:
            self._part, self._entered = Part.CLAUSES, True
            self._clause = "body"
            return [Cut(0, "enactingFormula", "enactingFormula")]
        opening = self._opening(line)
        return self._heading(line, opening) if opening else self._text(line)

    def _is_margin(self, line: Line) -> bool:
        """Whether a line is the head or foot of a page, which interrupts nothing."""
        if line.layout in {Layout.HEADER, Layout.FOOTER}:
            return True
        return line.is_running_header and self._part is not Part.FRONT

    def _is_title(self, line: Line) -> bool:
        """Whether a line is the title line of a text, which begins here, and not one of a list of texts."""
        if not self._begins(line):
            return False
        self._part, self._entered = Part.FRONT, False
        return True

    def _begins(self, line: Line) -> bool:
        if line.role is Role.CLAUSE or not line.is_title:
            return False
        own = line.plain.strip()
        if self._part is Part.FRONT and self._title is None:
            self._title = own
        if own == self._title or line.role is Role.TITLE or self._follows_operation():
            return True
        ahead = self._all[self._index + 1 : self._index + 1 + _AHEAD]
        return self._part is not Part.CLAUSES and any(after.is_formula or after.is_heading for after in ahead)

    def _follows_operation(self) -> bool:
        """Whether the line before says what is done to the text that begins: SUP, MOD, ADD or NOC."""
        return self._index > 0 and _OPERATION.fullmatch(self._all[self._index - 1].text) is not None

    def _opening(self, line: Line) -> Opening | None:
        if self._part in {Part.ANNEX, Part.REST} and line.role is not Role.CLAUSE:
            return None
        opening = line.opening
        if opening is None or opening.bare or line.role is Role.CLAUSE:
            return opening
        return opening if self._entered and self._may_open(line, opening) else None

    def _may_open(self, line: Line, opening: Opening) -> bool:
        """Whether words at the start of a line can be a clause: in small letters, after a finished paragraph."""
        before = self._all[self._index - 1] if self._index else None
        finished = before is None or before.is_stopped or before.is_formula or before.is_running_header
        word = line.text.lstrip(" \t*_…")[: opening.end - opening.start]
        return finished and (not line.is_capital or word.isupper() or not word[:1].isupper())

    def _text(self, line: Line) -> list[Cut]:
        match self._part:
            case Part.FRONT:
                cut = self._body(0) if line.is_running_text else Cut(0, "title", "title")
            case Part.CLAUSES if self._clause != "body":
                return self._clause_text(line)
            case Part.ANNEX:
                cut = self._footnote(0) if line.is_table_note else self._annex(0)
            case _:
                cut = self._footnote(0) if line.is_table_note else self._body(0)
        return [cut, *self._notes(line, cut)]

    # Clauses

    def _heading(self, line: Line, opening: Opening) -> list[Cut]:
        self._open(opening)
        first = Cut(0, self._clause, self._address())
        if opening.item is None and not opening.bare and not self._only_names(line, opening.end):
            self._items.step(None)
            first = Cut(0, self._clause, self._address())
        return [first, *self._inside(line, opening.end, opening)]

    def _only_names(self, line: Line, start: int) -> bool:
        """Whether a heading names only who is addressed, its items or text standing below."""
        after = self._after()
        if after is not None and after.label is not None and is_first(after.label):
            return True
        return names_only(line.plain[start:])

    def _after(self) -> Line | None:
        return self._all[self._index + 1] if self._index + 1 < len(self._all) else None

    def _open(self, opening: Opening) -> None:
        self._part, self._entered = Part.CLAUSES, True
        self._clause = opening.key
        self._count[opening.key] += 1
        self._items = Items()

    def _address(self) -> str:
        count = self._count[self._clause]
        clause = f"{self._clause}-{count}" if count > 1 else self._clause
        return f"{clause}.{self._items.count}" if self._items.count else clause

    def _clause_text(self, line: Line) -> list[Cut]:
        if self._is_footnote(line):
            return [self._footnote(0)]
        if self._leaves(line):
            if self._annex_named and line.label:
                return [self._open_annex(0)]
            self._part = Part.REST
            cut = self._body(0)
            return [cut, *self._notes(line, cut)]
        self._items.step(line.label)
        return [Cut(0, self._clause, self._address()), *self._inside(line, line.content, None)]

    def _is_footnote(self, line: Line) -> bool:
        """Whether a numbered sentence is a footnote: its number does not go on with the list of the clause."""
        label, last = line.label, self._items.last
        if label is None or label.style is not Style.NUMBER or label.depth > 1 or not line.is_sentence:
            return False
        if self._index and is_rule(self._all[self._index - 1].plain):
            return line.is_capital
        if last is None:
            return self._ended and self._items.count > 0 and line.is_capital
        if last.style is not Style.NUMBER:
            return self._items.is_lettered and line.is_capital and (self._ended or not self._is_operative())
        return self._ended and not follows(label, last) and label.ordinal <= last.ordinal

    def _is_operative(self) -> bool:
        return self._clause in self._all[self._index].words.operative

    def _leaves(self, line: Line) -> bool:
        """Whether a heading ends the clauses: a capital, no stop, after an operative paragraph that ended the text."""
        if not self._is_operative() or not self._ended or line.is_stopped or not line.is_capital:
            return False
        return not (line.label and self._items.last and follows(line.label, self._items.last))

    # Body, annexes and footnotes

    def _body(self, start: int) -> Cut:
        self._count["body"] += 1
        return Cut(start, "body", f"body.p{self._count['body']}")

    def _open_annex(self, start: int) -> Cut:
        self._part = Part.ANNEX
        self._count["annex"] += 1
        self._count["annex paragraph"] = 0
        return Cut(start, "annex", f"annex-{self._count['annex']}")

    def _annex(self, start: int) -> Cut:
        self._count["annex paragraph"] += 1
        return Cut(start, "annex", f"annex-{self._count['annex']}.p{self._count['annex paragraph']}")

    def _footnote(self, start: int) -> Cut:
        self._count["footnote"] += 1
        return Cut(start, "footnote", f"footnote-{self._count['footnote']}")

    def _notes(self, line: Line, around: Cut) -> Iterator[Cut]:
        """The footnotes run into a text that has no clause, and the text that goes on after them."""
        at = 0
        while note := note_inside(line.plain, at):
            yield self._footnote(note.start)
            at = note.end
            if at < len(line.plain):
                yield Cut(at, around.clause, around.part)

    # What is run into a paragraph of a clause

    def _inside(self, line: Line, start: int, opening: Opening | None) -> Iterator[Cut]:
        """The items, clauses, footnotes and annexes run into a paragraph of a clause after ``start``."""
        if not self._annex_named and self._is_operative() and line.words.annex_mentioned.search(line.plain):
            self._annex_named = True
        if opening is not None:
            yield from self._first_item(opening)
        at, size = start, len(line.plain)
        while at < size and self._part is Part.CLAUSES:
            note = note_inside(line.plain, at)
            yield from self._stretch(line, at, note.start if note else size)
            if note is None or self._part is not Part.CLAUSES:
                return
            yield self._footnote(note.start)
            at = note.end
            if at < size:
                yield from self._goes_on(line, at)

    def _goes_on(self, line: Line, at: int) -> Iterator[Cut]:
        """What follows a footnote: another clause, the next item, or the paragraph that it broke."""
        found = line.words.clause.match(line.plain, at)
        if found and line.words.key(found) in line.words.operative:
            self._open(Opening(line.words.key(found), at, found.end(), bare=False))
            yield Cut(at, self._clause, self._address())
        elif not self._items.opens_at(line.plain, at, line.words.letters):
            yield Cut(at, self._clause, self._address())
        else:
            yield from ()

    def _stretch(self, line: Line, start: int, end: int) -> Iterator[Cut]:
        annexes = [found.start() for found in line.words.annex_inside.finditer(line.plain, start, end)]
        capitals = [place for place in annexes if len(line.text) == len(line.plain) and line.text[place].isupper()]
        stop = capitals[0] if capitals else end
        at = start
        operative, continued = self._is_operative(), self._continued(line)
        for opening in openings_inside(line.plain[:stop], at, line.words, operative=operative, continued=continued):
            yield from self._run_in_items(line, at, opening.start)
            self._open(opening)
            if opening.item is None and not opening.bare and not names_only(line.plain[opening.end : stop]):
                self._items.step(None)
            yield Cut(opening.start, self._clause, self._address())
            yield from self._first_item(opening)
            at = opening.end
        yield from self._run_in_items(line, at, stop)
        for place in capitals:
            yield self._open_annex(place)

    def _first_item(self, opening: Opening) -> Iterator[Cut]:
        if opening.item is not None:
            line = self._all[self._index]
            self._items.begin(line.plain, opening.item, line.words.letters)
            yield Cut(opening.item, self._clause, self._address())

    def _run_in_items(self, line: Line, start: int, end: int) -> Iterator[Cut]:
        for place in self._items.run_in(line.plain, start, end, line.words.letters):
            yield Cut(place, self._clause, self._address())

    def _continued(self, line: Line) -> bool:
        """Whether the next paragraph goes on with the list that this one belongs to."""
        after = self._after()
        if after is None or after.label is None or after.role is not None:
            return False
        current = line.label or self._items.last
        return current is not None and follows(after.label, current)
