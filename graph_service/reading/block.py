"""What a format hands to the structure: blocks of text with what the format itself knows of their role."""

from dataclasses import dataclass
from enum import StrEnum

from graph_service.reading.document import Comment, Layout, Span


class Role(StrEnum):
    """What a format's own markup says that a block is."""

    TITLE = "title"
    FORMULA = "formula"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph before its clauses are known; the fields are those of `Paragraph`."""

    text: str
    locator: str
    layout: Layout = Layout.BODY
    changes: tuple[Span, ...] = ()
    role: Role | None = None
    offset: int = 0
    label: str | None = None
    omitted: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """One text of a file as its format gives it.

    ``doc`` is its id inside the file, None where the file is the text; ``adopted`` the day of adoption that the
    file's metadata give; ``tracked`` whether the file marks changes itself, so that none is looked for in its words.
    ``notes`` are those of `Document`.
    """

    blocks: tuple[Block, ...]
    doc: str | None = None
    adopted: str | None = None
    tracked: bool = False
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
