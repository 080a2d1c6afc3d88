"""What follows the number of a reference while it is read: marker, body, basic text, title."""

from dataclasses import dataclass

from graph_service.citing.marker import PrintedMarker
from graph_service.citing.reference import Reference
from graph_service.citing.titles import Title


@dataclass(slots=True)
class Tail:
    """The words after a number, up to ``end``; nothing of what is not there."""

    end: int
    marker: PrintedMarker | None = None
    body: str | None = None
    body_at: tuple[int, int] | None = None
    text: str | None = None
    sector: str | None = None
    part: str | None = None
    inner: Reference | None = None
    title: Title | None = None
    is_foreign: bool = False
    conference_beside: bool = False
