"""A reference as the grammar reads it: printed parts with their places, before anything is resolved."""

from dataclasses import dataclass

from graph_service.citing.maker import maker
from graph_service.citing.marker import PrintedMarker
from graph_service.names.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One printed reference in normalised text; places are characters of that text.

    ``body`` is the key of the body printed with it, ``this`` for the one that speaks, ``same`` for one named before
    (``body_words`` tells which), ``text`` the basic text of a provision (``it`` for the one named before, ``this`` for
    the document itself), ``sector`` the Sector's sign. ``group`` is equal for the members of one list;
    ``marker_is_own`` is False
    where the marker is printed after another member. ``is_foreign`` says that something else than a known basic text
    follows, so that a provision belongs to nobody we know. ``article`` is the Article that a number is said to be of,
    ``title_is_open`` that its title stands without quotation marks, ``conference_beside`` that a conference is named
    by its year outside the words: (PP-14), WTDC-14 Resolution 30. ``beside`` is the place and year in brackets behind a
    programme's name.
    """

    kind: Kind
    number: str
    start: int
    end: int
    number_start: int
    number_end: int
    group: int
    marker: PrintedMarker | None = None
    marker_is_own: bool = True
    body: str | None = None
    body_words: str | None = None
    body_start: int | None = None
    body_end: int | None = None
    text: str | None = None
    sector: str | None = None
    programme: str | None = None
    part: str | None = None
    article: str | None = None
    conference_beside: bool = False
    beside: PrintedMarker | None = None
    title_start: int | None = None
    title_end: int | None = None
    title_is_open: bool = False
    range: str | None = None
    is_bare: bool = False
    is_foreign: bool = False


make_reference = maker(Reference)
