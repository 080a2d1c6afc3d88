"""A document as all formats end: paragraphs with place, clause, language, text and tracked changes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph_service.names.instrument import Instrument
from graph_service.names.marker import Marker


class Change(StrEnum):
    """What a tracked change did to a stretch of text."""

    INSERTED = "inserted"
    STRUCK = "struck"


class Layout(StrEnum):
    """Where a paragraph stands in its document."""

    BODY = "body"
    TABLE = "table"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A changed stretch of a paragraph's text, ``start`` to ``end`` in code points.

    ``guessed`` is True where the change was read out of flattened text and not out of the file's own markup.
    """

    start: int
    end: int
    change: Change
    author: str | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of a paragraph governed by one clause; most paragraphs have one, run-in clauses make more.

    ``clause`` is a key of the gold labels (``recalls``, ``title``, ``annex``, ``body`` ...), ``part`` the address that
    structure gives it in every format and language: ``recalls.3``, ``instructs-2.3``, ``annex-1.p4``.
    """

    start: int
    end: int
    clause: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: its text with struck and inserted words in print order.

    ``locator`` is the place in the format's own terms (an AKN eId, a line or paragraph number, ``fn3.1``); ``offset``
    is where this text begins in the text that the locator names (a run-in paragraph is cut into several).
    ``label`` is its number as printed or generated ("a)", "2"); Word's own numbering is not in the text. ``omitted``
    are stretches that no view shows: bookmarks and reference marks that a conversion left in the text.
    """

    text: str
    locator: str
    lang: str
    regions: tuple[Region, ...]
    changes: tuple[Span, ...] = ()
    layout: Layout = Layout.BODY
    offset: int = 0
    label: str | None = None
    omitted: tuple[tuple[int, int], ...] = ()

    def region_at(self, position: int) -> Region:
        """Return the region that governs the character at ``position``; the last one beyond the end."""
        for region in self.regions:
            if position < region.end:
                return region
        return self.regions[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMarker:
    """An edition marker as it stands in a document: its words, what they say, and where (code points)."""

    text: str
    marker: Marker
    locator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment that a person put on a stretch of a document, with its author and day where the format has them."""

    text: str
    locator: str
    start: int
    end: int
    author: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a document says of itself: what it is, who adopted it, when, and whether it is a draft.

    ``instrument`` and ``marker`` are those of its own title line; ``body`` the body that speaks, also where there is
    no number; ``conference`` the id of the conference that adopted it or is addressed; ``dated`` the date of the
    citing text and ``dated_from`` the words on where that came from. ``proposal`` is a proposal's number
    (IAP/24A13/1); ``is_draft`` follows design section 5; ``suppresses`` says that the text takes the instrument
    away (SUP) and has no words of its own; ``operation`` is the sign of the proposal before its title line (MOD, ADD,
    SUP, NOC). ``formula`` is the marker that the enacting formula prints after the name
    of the conference.
    """

    instrument: Instrument | None = None
    marker: Marker | None = None
    title: str | None = None
    body: str | None = None
    conference: str | None = None
    dated: date | None = None
    dated_from: str | None = None
    proposal: str | None = None
    is_draft: bool = False
    draft_reason: str | None = None
    suppresses: bool = False
    operation: str | None = None
    formula: PrintedMarker | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text: its id (``doc`` of the gold labels), its file and format, what it says of itself, its paragraphs.

    ``notes`` are what a reader should know of the file, each a key with the names that it tells of: ``embedded`` and
    the parts that hold documents of their own, which are not read; ``signed``, which no changed copy stays.
    """

    doc: str
    file: str
    format: str
    lang: str
    head: Head
    paragraphs: tuple[Paragraph, ...]
    sha256: str
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
