"""The states of a tracked paragraph: as it shall read, as it read before, or with both, and the way back."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph_service.reading.document import Change, Paragraph, Span
from graph_service.reading.offsets import Offsets


class Changes(StrEnum):
    """Which words of a tracked document are read: after the changes, before them, or all that is printed."""

    FINAL = "final"
    ORIGINAL = "original"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class View:
    """One state of a text; ``offsets[i]`` is where its character ``i`` stands in the paragraph's text.

    ``offsets`` is a range where nothing is left out.
    """

    text: str
    offsets: Sequence[int]

    def source(self, position: int, *, length: int) -> int:
        """Return the place in the source of a border of the view; ``length`` is that of the source."""
        return self.offsets[position] if position < len(self.offsets) else length

    def position(self, source: int) -> int:
        """Return the first position of the view that stands at or after a place of the source."""
        return bisect_left(self.offsets, source)


_HIDDEN = {Changes.FINAL: {Change.STRUCK}, Changes.ORIGINAL: {Change.INSERTED}, Changes.BOTH: set[Change]()}


def view(paragraph: Paragraph, changes: Changes) -> View:
    """Return one state of a paragraph, without what the file's own debris left in it."""
    return view_of(paragraph.text, paragraph.changes, changes, paragraph.omitted)


def view_of(text: str, spans: Sequence[Span], changes: Changes, omitted: Sequence[tuple[int, int]] = ()) -> View:
    """Return one state of a text with its changed stretches."""
    if not spans and not omitted:
        return View(text, range(len(text)))
    hidden = [(span.start, span.end) for span in spans if span.change in _HIDDEN[changes]]
    cuts = sorted([*hidden, *omitted])
    if not cuts:
        return View(text, range(len(text)))
    shown: list[str] = []
    runs: list[tuple[int, int]] = []
    at = size = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if at < start:
            shown.append(text[at:start])
            runs.append((size, at))
            size += start - at
        at = max(at, end)
    return View("".join(shown), Offsets(runs, size))
