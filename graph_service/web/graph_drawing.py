"""A graph as shapes with coordinates: what the SVG templates print, in the reader's direction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

from graph_service.analysing.currency import later_than
from graph_service.analysing.neighbourhood import Edge, Near, Neighbourhood
from graph_service.analysing.snapshot import Snapshot
from graph_service.checking.knowledge import Knowledge
from graph_service.web.graph_layout import Columns, Placed, laid_out

_WIDTH, _HEIGHT = 92, 22
_STEP, _ROW = 150, 30
_LEFT, _TOP = 16, 44
_MOST_ROWS = 22
_LONGEST = 12
"""Columns of a box's name, as terminals count them: a Chinese letter takes two."""
_GROUPS = {
    "PP": "pp", "WTDC": "d", "ITU-D": "d", "WTSA": "t", "ITU-T": "t", "RA": "r", "WRC": "r", "ITU-R": "r",
    "Council": "council", "CS": "basic", "CV": "basic", "GR": "basic", "RR": "basic", "ITR": "basic", "WCIT": "basic",
    "UNGA": "un", "UNSC": "un", "ECOSOC": "un", "HRC": "un", "": "plan", "ITU": "plan",
}  # fmt: skip
COLOURS = {
    "pp": "#cfe0f1", "d": "#d5ebd3", "t": "#e6dcf2", "r": "#fbe3c4", "council": "#d6e9ea", "basic": "#e4e2dc",
    "un": "#d9e4fb", "plan": "#f6d9e3", "other": "#ececec",
}  # fmt: skip
"""The colour of each group of bodies, for a drawing that stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The words of a drawing in the reader's language: full names by IRI, clauses by key, "undated"."""

    full: Mapping[str, str]
    clauses: Mapping[str, str]
    undated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A text: its box and short name, its full name, its group of bodies, whether a later edition is known."""

    iri: str
    x: float
    y: float
    label: str
    name: str
    group: str
    body: str
    is_centre: bool
    is_outdated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A citation, or the step from an edition to the one before: its curve, its clauses, both ends."""

    path: str
    start: str
    goal: str
    name: str
    clauses: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A year on the axis of time: its name and the stretch that it takes."""

    name: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole: its size, its years, its lines and boxes; ``box_width`` and ``box_height`` are those of each text."""

    width: float
    height: float
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    groups: tuple[str, ...]
    box_width: int = _WIDTH
    box_height: int = _HEIGHT


def drawn(
    found: Neighbourhood, snapshot: Snapshot, knowledge: Knowledge, *, told: Names, day: date, is_rtl: bool
) -> Drawing:
    """Return the drawing of a graph: time goes in the direction of reading."""
    years = {node.iri: node.year or 0 for node in found.nodes}
    columns = laid_out(years, [(edge.start, edge.goal) for edge in found.edges], most_rows=_MOST_ROWS)
    width = 2 * _LEFT + (columns.columns - 1) * _STEP + _WIDTH
    place = _Placing(columns=columns, width=width, is_rtl=is_rtl)
    outdated = {
        node.iri
        for node in found.nodes
        if (later := later_than(snapshot, knowledge, node.iri, day)) is not None and later.is_sure
    }
    own = snapshot.work_of(found.centre)
    boxes = tuple(_box(snapshot, node, place, told, (own, node.iri in outdated)) for node in found.nodes)
    return Drawing(
        width=width,
        height=_TOP + columns.rows * _ROW + _HEIGHT + _LEFT,
        bands=tuple(place.band(year, first, last, told.undated) for year, first, last in columns.years),
        lines=tuple(_line(edge, place, told, is_outdated=edge.goal in outdated) for edge in found.edges),
        boxes=boxes,
        groups=tuple(dict.fromkeys(box.group for box in boxes)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placing:
    """Columns and rows become coordinates, mirrored where one reads from the right."""

    columns: Columns
    width: float
    is_rtl: bool

    def corner(self, iri: str) -> tuple[float, float]:
        at: Placed = self.columns.places[iri]
        return self._mirrored(_LEFT + at.column * _STEP, _WIDTH), round(_TOP + at.row * _ROW, 1)

    def band(self, year: int, first: int, last: int, undated: str) -> Band:
        wide = (last - first) * _STEP + _WIDTH
        return Band(name=str(year) if year else undated, x=self._mirrored(_LEFT + first * _STEP, wide), width=wide)

    def _mirrored(self, x: float, wide: float) -> float:
        return self.width - x - wide if self.is_rtl else x


def _box(snapshot: Snapshot, node: Near, place: _Placing, told: Names, state: tuple[str, bool]) -> Box:
    own, is_outdated = state
    x, y = place.corner(node.iri)
    return Box(
        iri=node.iri,
        x=x,
        y=y,
        label=_short(snapshot, node, told.full[node.iri]),
        name=told.full[node.iri],
        group=_GROUPS.get(node.body, "other"),
        body=node.body,
        is_centre=node.work == own,
        is_outdated=is_outdated,
    )


def _short(snapshot: Snapshot, node: Near, name: str) -> str:
    """A name that fits into a box: body and number, or the beginning of the whole."""
    work = snapshot.works.get(node.work)
    instrument = work.instrument if work else None
    words = f"{instrument.body} {instrument.number}" if instrument and instrument.body else name
    return words if _wide(words) <= _LONGEST else f"{_begun(words, _LONGEST - 1)}…"


def _begun(words: str, most: int) -> str:
    """The beginning of some words that takes no more than so many columns."""
    return next(words[:end] for end in range(len(words), -1, -1) if _wide(words[:end]) <= most)


def _wide(words: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def _line(edge: Edge, place: _Placing, told: Names, *, is_outdated: bool) -> Line:
    kind = "revision" if edge.is_revision else "outdated" if is_outdated else "citation"
    clauses = ", ".join(told.clauses.get(key, key) for key in edge.clauses)
    name = f"{told.full[edge.start]} → {told.full[edge.goal]}"
    return Line(
        path=_curve(place.corner(edge.start), place.corner(edge.goal)),
        start=edge.start,
        goal=edge.goal,
        name=f"{name} ({clauses})" if clauses else name,
        clauses=" ".join(edge.clauses),
        kind=kind,
    )


def _curve(start: tuple[float, float], goal: tuple[float, float]) -> str:
    """A curve from side to side; within one column it bends out on one side."""
    (x1, y1), (x2, y2) = start, goal
    y1, y2 = y1 + _HEIGHT / 2, y2 + _HEIGHT / 2
    if x1 == x2:
        side = x1 + _WIDTH
        return f"M{side:g} {y1:g}C{side + 36:g} {y1:g} {side + 36:g} {y2:g} {side + 3:g} {y2:g}"
    if x1 > x2:
        x2 += _WIDTH + 3
        bend = -max((x1 - x2) / 2, 20)
    else:
        x1 += _WIDTH
        x2 -= 3
        bend = max((x2 - x1) / 2, 20)
    return f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
