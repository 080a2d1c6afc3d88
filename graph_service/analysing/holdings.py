"""What a store holds of instruments, editions and citations, as frozen values: the ground of all answers."""

import re
from dataclasses import dataclass
from datetime import date

from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An instrument as the graph has it; ``instrument`` is its name as a value, None for an IRI of another shape.

    ``editions`` are the IRIs of its editions, oldest first; ``latest`` that of the newest attested one; ``suppressed``
    the conferences that took it away, ``succeeded_by`` what came in its place.
    """

    iri: str
    label: str
    instrument: Instrument | None
    editions: tuple[str, ...]
    latest: str | None
    suppressed: tuple[str, ...]
    succeeded_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionNode:
    """An edition as the graph has it; ``is_attested`` is False for one that a text names and nobody attests.

    ``earliest`` and ``latest`` bound the day of adoption, None where it is not known.
    """

    iri: str
    work: str
    label: str
    edition: Edition | None
    marker: str
    year: int | None
    earliest: date | None
    latest: date | None
    conference: str | None
    is_revision: bool
    is_attested: bool
    status: str
    source: str
    titles: tuple[tuple[str, str], ...]
    followed_by: tuple[str, ...]
    suppressed: tuple[str, ...]

    def title(self, lang: str) -> str | None:
        """Return the title in a language, else in English, else in any; None where none is known."""
        known = dict(self.titles)
        return known.get(lang) or known.get("en") or next(iter(known.values()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRow:
    """One mention of one citation: ``citing`` names ``cited`` (an edition, or ``work`` itself) in these words.

    ``citing_work`` is the instrument that the citing text is an edition of, the text itself where it is of none.
    """

    iri: str
    citing: str
    citing_work: str
    cited: str
    work: str
    clause: str
    part: str
    text: str
    lang: str
    locator: str
    source: str


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts ``res/2`` before ``res/11``."""
    pieces = _NUMBER.split(text)
    return tuple((1, int(piece), "") if piece.isdecimal() else (0, 0, piece) for piece in pieces if piece)
