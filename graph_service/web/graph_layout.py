"""The graph laid out: time along one axis, the texts of a year in columns, few crossings along the other (Sugiyama)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
from grandalf.graphs import Edge as LayoutEdge
from grandalf.graphs import Vertex, graph_core
from grandalf.layouts import DummyVertex, Layer, SugiyamaLayout, VertexViewer

_ROUNDS = 1.0
_SLACK = 1.25
"""How much higher the drawing may be than its fullest column."""
_MOST_EDGES = 300
"""Edges that the order within columns is chosen by; of a denser graph those that span least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a node stands: its column, counted from the oldest, and its row's position, both from 0."""

    column: int
    row: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A laid out graph: the place of each node, and of each year its first and last column; year 0 is undated."""

    places: Mapping[str, Placed]
    years: tuple[tuple[int, int, int], ...]
    columns: int
    rows: float


def laid_out(years: Mapping[str, int], edges: Sequence[tuple[str, str]], *, most_rows: int) -> Columns:
    """Return the places of nodes with their years. An edge leads from what cites to what is cited.

    Within a year what is cited stands before what cites it; a column holds at most ``most_rows`` nodes.
    """
    ranks, bands = _ranks(years, edges, most_rows)
    rows = _close(ranks, _rows(ranks, edges))
    return Columns(
        places={node: Placed(column=ranks[node], row=rows[node]) for node in years},
        years=bands,
        columns=1 + max(ranks.values(), default=0),
        rows=max(rows.values(), default=0.0),
    )


def _ranks(
    years: Mapping[str, int], edges: Sequence[tuple[str, str]], most_rows: int
) -> tuple[dict[str, int], tuple[tuple[int, int, int], ...]]:
    """The column of each node; the columns of each year."""
    ranks: dict[str, int] = {}
    bands: list[tuple[int, int, int]] = []
    first = 0
    for year in sorted(set(years.values())):
        members = [node for node, own in years.items() if own == year]
        levels = _levels(members, edges)
        width = 0
        for level in levels:
            for start in range(0, len(level), most_rows):
                ranks |= dict.fromkeys(level[start : start + most_rows], first + width)
                width += 1
        bands.append((year, first, first + width - 1))
        first += width
    return ranks, tuple(bands)


def _levels(members: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The nodes of one year by how long a chain within the year leads down from each; circles count once."""
    own = set(members)
    inside = nx.DiGraph()
    inside.add_nodes_from(members)
    inside.add_edges_from((goal, start) for start, goal in edges if start in own and goal in own and start != goal)
    condensed = nx.condensation(inside)
    levels: dict[int, list[str]] = defaultdict(list)
    for depth, generation in enumerate(nx.topological_generations(condensed)):
        for component in generation:
            levels[depth].extend(sorted(condensed.nodes[component]["members"], key=members.index))
    return [levels[depth] for depth in sorted(levels)]


def _rows(ranks: Mapping[str, int], edges: Sequence[tuple[str, str]]) -> dict[str, float]:
    """The position of each node in its column, such that few edges cross."""
    vertices = {node: Vertex(node) for node in ranks}
    for vertex in vertices.values():
        vertex.view = VertexViewer(w=1, h=1)
    spans = sorted({_upwards(ranks, edge) for edge in edges if ranks[edge[0]] != ranks[edge[1]]}, key=lambda e: e[2])
    links = [LayoutEdge(vertices[start], vertices[goal]) for start, goal, _ in spans[:_MOST_EDGES]]
    found: dict[str, float] = {}
    offset = 0.0
    whole = nx.Graph((edge.v[0].data, edge.v[1].data) for edge in links)
    whole.add_nodes_from(ranks)
    for component in sorted(nx.connected_components(whole), key=len, reverse=True):
        inside = [link for link in links if link.v[0].data in component]
        rows = _component(graph_core([vertices[node] for node in ranks if node in component], inside), ranks)
        least = min(rows.values())
        found |= {node: row - least + offset for node, row in rows.items()}
        offset += max(rows.values()) - least + 1
    return found


def _close(ranks: Mapping[str, int], rows: Mapping[str, float]) -> dict[str, float]:
    """The rows drawn together: the order in each column stays, each node as near as it can be to where it was."""
    columns: dict[int, list[str]] = defaultdict(list)
    for node in sorted(rows, key=rows.__getitem__):
        columns[ranks[node]].append(node)
    height = _SLACK * max((len(column) for column in columns.values()), default=1)
    least, most = min(rows.values(), default=0.0), max(rows.values(), default=0.0)
    scale = min(height / (most - least), 1.0) if most > least else 1.0
    found: dict[str, float] = {}
    for column in columns.values():
        last = max(height, len(column)) - len(column)
        at = -1.0
        for place, node in enumerate(column):
            at = max(at + 1, min((rows[node] - least) * scale, last + place))
            found[node] = round(at, 2)
    return found


def _upwards(ranks: Mapping[str, int], edge: tuple[str, str]) -> tuple[str, str, int]:
    start, goal = sorted(edge, key=ranks.__getitem__)
    return start, goal, ranks[goal] - ranks[start]


def _layers(layout: SugiyamaLayout, ranks: Mapping[str, int]) -> None:
    """Put each vertex of a layout into the layer that is given for it; layers without one are left out."""
    vertices = list(layout.g.V())
    order = {rank: place for place, rank in enumerate(sorted({ranks[vertex.data] for vertex in vertices}))}
    layout.layers = [Layer([]) for _ in order]
    for vertex in vertices:
        layout.grx[vertex].rank = order[ranks[vertex.data]]
        layout.layers[layout.grx[vertex].rank].append(vertex)


def _component(core: graph_core, ranks: Mapping[str, int]) -> dict[str, float]:
    layout = SugiyamaLayout(core)
    layout.rank_all = lambda *_: _layers(layout, ranks)  # the layers are given by time and not to be found
    layout.xspace, layout.yspace, layout.dw, layout.dh = 0, 1, 0.2, 1
    layout.init_all(roots=[], inverted_edges=[])
    layout.draw(_ROUNDS)
    return {
        vertex.data: vertex.view.xy[0]
        for layer in layout.layers
        for vertex in layer
        if not isinstance(vertex, DummyVertex)
    }
