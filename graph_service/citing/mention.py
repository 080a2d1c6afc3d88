"""A mention: the words of a citation in one text, the frozen value that every later stage takes."""

from dataclasses import dataclass
from enum import StrEnum

from graph_service.citing.maker import maker
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.document import Comment, Head


class TextStatus(StrEnum):
    """Whether the words stand, were put in, or were taken out by a tracked change."""

    CURRENT = "current"
    INSERTED = "inserted"
    STRUCK = "struck"


class Certainty(StrEnum):
    """How surely a mention is read: from plain print, or from flattened changes and other guesses."""

    CERTAIN = "certain"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the paragraph's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A place and year in brackets right behind the words of a mention: ``text`` begins where the mention ends."""

    text: str
    marker: Marker
    at: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of one instrument, with the fields of the gold labels and what correction needs beside them.

    ``body`` and ``number`` are as the gold labels have them (``Connect 2030``, ``D2``); ``instrument`` is the identity
    (``connect-2030``, ``D.2``) and ``edition`` what the register made of the marker. ``start`` and ``end`` count code
    points in the text of the paragraph that ``locator`` names, struck and inserted text both counted.
    ``body_from`` and ``edition_from`` say ``printed`` or what it was inferred from. ``enumeration`` is equal for the
    mentions of one list or sentence enumeration in a document. ``cited_part`` is the part named with it
    (``resolves 2``, ``Annex 2``), ``quoted_title`` the words in quotation marks or after "entitled".
    ``looking_back`` and ``binding`` are the words of the sentence that the lexicon lists as such ("former", "in
    accordance with"); ``inside_title_of`` the path of the instrument whose quoted title holds this mention. ``article``
    is the Article (``Art. 21``) that a number of a basic text is printed as a part of, where that is a mention apart.
    ``struck`` are the stretches of the paragraph within the mention and its title that tracked changes took out, of a
    mention that stands. ``conference_beside`` says that a conference is named by its year right before or after it,
    ``title_is_open`` that the title stands after "entitled" without quotation marks, which would show its end.
    ``beside`` is the place and year that stand behind a programme's name and are not of the mention.
    """

    doc: str
    locator: str
    clause: str
    part: str
    lang: str
    text: str
    start: int
    end: int
    kind: Kind
    body: str
    number: str
    marker: Marker
    instrument: Instrument
    edition: Edition | None
    is_self: bool
    status: TextStatus = TextStatus.CURRENT
    certainty: Certainty = Certainty.CERTAIN
    body_from: str = "printed"
    edition_from: str | None = "printed"
    printed_marker: str | None = None
    marker_at: Stretch | None = None
    number_at: Stretch | None = None
    body_at: Stretch | None = None
    sentence_at: Stretch | None = None
    enumeration: int = 0
    cited_part: str | None = None
    quoted_title: str | None = None
    title_at: Stretch | None = None
    looking_back: str | None = None
    binding: str | None = None
    inside_title_of: str | None = None
    range: str | None = None
    bare: bool = False
    article: str | None = None
    struck: tuple[Stretch, ...] = ()
    conference_beside: bool = False
    title_is_open: bool = False
    garbled: bool = False
    beside: Beside | None = None

    @property
    def is_struck(self) -> bool:
        """Whether a tracked change took the words out."""
        return self.status is TextStatus.STRUCK


make_mention = maker(Mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalReference:
    """A text's reference to its own parts: "resolves 8 above". ``clause`` and ``number`` name the part.

    ``clause`` is a key of the gold labels; ``start`` and ``end`` are code points in the text that ``locator`` names.
    """

    locator: str
    part: str
    lang: str
    text: str
    start: int
    end: int
    clause: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingText:
    """One text with everything it cites: what graph and checker take, read from a file or from ``data/citations``.

    ``source`` is the id of a row of ``sources.csv`` or the file's name, ``file`` the file it was read from.
    ``internal`` are its references to itself, ``parts`` the addresses of the parts that it has, ``comments`` what
    people wrote on it.
    """

    doc: str
    source: str
    file: str
    format: str
    lang: str
    sha256: str
    head: Head
    mentions: tuple[Mention, ...]
    notes: tuple[str, ...] = ()
    internal: tuple[InternalReference, ...] = ()
    parts: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
