"""Printed lines become paragraphs: margins and footnotes apart, lines joined over columns and pages, hyphens undone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from graph_service.reading.document import Layout
from graph_service.reading.language import main_script
from graph_service.reading.pdf_lines import PrintedLine

_MARGIN = 0.1
_SMALLER = 0.93
_WIDER = 1.3
_SHORT_WORDS = 12
_SPACE = 1.5
_MUCH = 0.35
_FEW = 8
"""Lines that are too few to tell what is usual on their page: the pages before tell it."""
_RIGHT_TO_LEFT = {"Arab", "Hebr"}
_STOPS = tuple(".;:,،؛。；：，!?؟")
_ENDS = tuple(".;:؛。；：!?؟")
_LABEL = re.compile(
    r"(?:\(?(?:[a-z]{1,2}|[\u0621-\u064a]{1,2}|[ivx]{1,4}|\d{1,2})\s?\)|\d{1,2}(?:\.\d{1,2}){0,4}\.?(?=\s)|[–•‒—-](?=\s))\s*\S"
)
_UNKNOWN_GAP = 1000.0
_NOTE = re.compile(r"(?:\d{1,2}|\*{1,3})\s*\S")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The column that a line stands in: its edges as the lines of its kind print them."""

    left: float
    right: float


def paragraphs_of_pages(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[tuple[str, Layout]]:
    """Yield the paragraphs of a document with where they stand; what crosses a page is one paragraph."""
    running = _running(pages)
    size = median([line.size for page in pages for line in page] or [1.0])
    words = Counter(word for page in pages for line in page for word in _WORD.findall(line.text))
    joiner = _Joiner(words)
    for page in pages:
        body, margins, notes = _apart(page, running, size)
        yield from joiner.page(body)
        yield from ((line.text, layout) for line, layout in margins)
        yield from _notes(notes, words)
    yield from joiner.end()


def _running(pages: Sequence[Sequence[PrintedLine]]) -> set[str]:
    """What stands in the margin of more than one page, numbers apart."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in page if _margin(line)})
    return {shape for shape, count in seen.items() if count > 1}


def _shape(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text.lower()).strip()


def _margin(line: PrintedLine) -> Layout | None:
    if line.bottom > line.height * (1 - _MARGIN):
        return Layout.HEADER
    return Layout.FOOTER if line.top < line.height * _MARGIN else None


def _apart(
    page: Sequence[PrintedLine], running: set[str], size: float
) -> tuple[list[PrintedLine], list[tuple[PrintedLine, Layout]], list[PrintedLine]]:
    """The lines of the body, of the margins and of the footnotes of a page."""
    body: list[PrintedLine] = []
    margins: list[tuple[PrintedLine, Layout]] = []
    for line in page:
        margin = _margin(line)
        if margin and (_shape(line) in running or _shape(line) == "#"):
            margins.append((line, margin))
        else:
            body.append(line)
    notes: list[PrintedLine] = []
    small = [line for line in body if line.size < size * _SMALLER]
    lowest = min((line.bottom for line in body if line.size >= size * _SMALLER), default=0.0)
    below = [line for line in small if line.top <= lowest + 1]
    if below and _NOTE.match(below[0].text):
        notes = below
        body = [line for line in body if line not in notes]
    return body, margins, notes


def _notes(lines: Sequence[PrintedLine], words: Counter[str]) -> Iterator[tuple[str, Layout]]:
    text = ""
    for line in lines:
        if text and _NOTE.match(line.text):
            yield text, Layout.FOOTNOTE
            text = line.text
        else:
            text = join(text, line.text, words)
    if text:
        yield text, Layout.FOOTNOTE


class _Joiner:
    """Joins the lines of the body to paragraphs; the last one of a page waits for the next page."""

    def __init__(self, words: Counter[str]) -> None:
        self._words = words
        self._text = ""
        self._last: PrintedLine | None = None
        self._gap = _UNKNOWN_GAP
        self._frames: dict[int, _Frame] = {}

    def page(self, lines: Sequence[PrintedLine]) -> Iterator[tuple[str, Layout]]:
        """Yield the paragraphs that end on a page."""
        self._look_at(lines)
        turned = True
        for line in lines:
            if self._last is not None and not self._goes_on(line, turned=turned):
                yield self._text, Layout.BODY
                self._text = ""
            self._text = join(self._text, line.text, self._words)
            self._last, turned = line, False

    def end(self) -> Iterator[tuple[str, Layout]]:
        """Yield the last paragraph."""
        if self._text:
            yield self._text, Layout.BODY

    def _look_at(self, lines: Sequence[PrintedLine]) -> None:
        """Learn from a page what is usual; a page of few lines adds only what no page before told."""
        frames = _frames(lines)
        if len(lines) < _FEW and self._frames:
            self._frames = {**frames, **self._frames}
            return
        self._gap, self._frames = _usual_gap(lines), frames

    def _goes_on(self, line: PrintedLine, *, turned: bool) -> bool:
        before = self._last
        if before is None or _LABEL.match(line.text):
            return False
        if abs(line.size - before.size) > (1 - _SMALLER) * before.size:
            return False
        ended = before.text.rstrip().endswith(_ENDS)
        jump = turned or line.top > before.bottom + before.size or line.left > before.right
        if jump:
            return not ended and not _is_heading(line, before)
        if before.bottom - line.bottom > self._gap * _WIDER:
            return False
        frame = self._frames.get(_column(before))
        return (frame is None or _is_wrapped(before, line, frame)) and not _is_heading(line, before)


def _usual_gap(lines: Sequence[PrintedLine]) -> float:
    gaps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if 0 < before.bottom - line.bottom < 3 * before.size
    ]
    return median(gaps) if gaps else _UNKNOWN_GAP


def _column(line: PrintedLine) -> int:
    """Which half of the page a line begins in; lines across the page count to the first."""
    return 1 if line.left > line.width * 0.48 and line.right - line.left < line.width * 0.5 else 0


def _frames(lines: Sequence[PrintedLine]) -> dict[int, _Frame]:
    columns: dict[int, list[PrintedLine]] = {}
    for line in lines:
        columns.setdefault(_column(line), []).append(line)
    return {
        column: _Frame(min(line.left for line in own), max(line.right for line in own))
        for column, own in columns.items()
    }


def _is_wrapped(before: PrintedLine, line: PrintedLine, frame: _Frame) -> bool:
    """Whether a line was broken because what follows found no room: at the right, in Arabic at the left.

    A no-break space looks like any other here, so that a word and its number may have been one; an unfinished
    sentence that goes on with a small letter was broken wherever a good part of the column was filled.
    """
    room = before.left - frame.left if main_script(before.text) in _RIGHT_TO_LEFT else frame.right - before.right
    finished = before.text.rstrip().endswith(_STOPS)
    if not finished and not line.text[:1].isupper() and room < _MUCH * (frame.right - frame.left):
        return True
    words = line.text.split(" ", 2)
    glued = not finished and len(words) > 1 and words[1][:1].isdecimal()
    width = 1 if main_script(line.text) == "Hans" else len(" ".join(words[: 2 if glued else 1]))
    character = (before.right - before.left) / max(len(before.text), 1)
    return room < (width + _SPACE) * character


def _is_heading(line: PrintedLine, before: PrintedLine) -> bool:
    """Whether a short line without a stop stands after a stop: what opens a clause or a section."""
    short = len(line.text.split()) <= _SHORT_WORDS and line.right - line.left < line.width * 0.5
    return short and before.text.rstrip().endswith(_STOPS) and not line.text.rstrip().endswith(_STOPS)


def join(text: str, line: str, words: Counter[str]) -> str:
    """Return a text with its next line: a hyphen of the line's end undone where the word is whole elsewhere."""
    if not text:
        return line
    if text.endswith("\u00ad"):
        return text[:-1] + line
    broken = _HYPHENATED.search(text)
    if broken:
        return (text[:-1] if _is_one_word(broken[1], line, words) else text) + line
    glued = text.endswith("/") or (_is_east_asian(text[-1]) and _is_east_asian(line[0]))
    return text + line if glued else f"{text} {line}"


def _is_one_word(head: str, line: str, words: Counter[str]) -> bool:
    """Whether a word was parted at the end of a line, and the hyphen is not its own."""
    tail = _WORD.match(line)
    if tail is None or not tail[0][:1].islower() or words[f"{head}-{tail[0]}"]:
        return False
    return bool(words[head + tail[0]]) or head.islower()


def _is_east_asian(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
