"""The graph around a text: drawn, listed, and as files (SVG, GraphML)."""

from collections import Counter
from dataclasses import dataclass

import networkx as nx
from starlette.responses import Response

from graph_service.analysing.neighbourhood import MOST_NODES, Around, Edge, Neighbourhood, neighbourhood
from graph_service.names.iri import THINGS
from graph_service.web.graph_drawing import Drawing, Names, drawn
from graph_service.web.links import Link
from graph_service.web.rendering import answered
from graph_service.web.visit import Visit

MOST_DEPTH = 2
MOST_ALSO = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A text of the graph in the list beside it, with what it cites there; ``more_url`` adds its own neighbours."""

    iri: str
    year: int | None
    cites: tuple[Edge, ...]
    cited: int
    more_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """What the page of a graph shows; ``bodies`` and ``clauses`` are what it can be narrowed to."""

    iri: str
    path: str
    depth: int
    clause: str
    body: str
    drawing: Drawing
    listed: tuple[Listed, ...]
    left_out: int
    bodies: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


def graph(visit: Visit) -> Response:
    """Return the page of the graph around a text, or the form to ask for one."""
    words = visit.asked("of")
    if not words:
        return visit.page("graph.html", view=None, of="")
    iri = visit.iri(words)
    found = _around(visit, iri)
    whole = neighbourhood(visit.snapshot, iri, Around(depth=_depth(visit)))
    view = GraphView(
        iri=iri,
        path=iri.removeprefix(THINGS),
        depth=_depth(visit),
        clause=visit.asked("clause"),
        body=visit.asked("body"),
        drawing=_drawing(visit, found),
        listed=_listed(visit, found),
        left_out=found.left_out,
        bodies=_bodies(visit, whole),
        clauses=_clauses(visit, whole),
        links=(
            Link(name="SVG", url=visit.ui.url("/graph.svg", **_query(visit))),
            Link(name="GraphML", url=visit.ui.url("/graph.graphml", **_query(visit))),
        ),
    )
    return visit.page("graph.html", view=view, of=words)


def svg(visit: Visit) -> Response:
    """Return the drawing as a file."""
    found = _around(visit, visit.iri(visit.asked("of")))
    text = visit.site.renderer.text("graph.svg", visit.ui, drawing=_drawing(visit, found))
    return answered(visit.request, text.encode(), "image/svg+xml", more=_as_file(found, "svg"))


def graphml(visit: Visit) -> Response:
    """Return the graph as GraphML."""
    found = _around(visit, visit.iri(visit.asked("of")))
    made = nx.MultiDiGraph()
    for node in found.nodes:
        made.add_node(node.iri, label=visit.names.of(node.iri), body=node.body, year=node.year or 0, depth=node.depth)
    for edge in found.edges:
        if edge.is_revision:
            made.add_edge(edge.start, edge.goal, relation="revises")
        for row in edge.rows:
            made.add_edge(row.citing, row.cited, relation="cites", clause=row.clause, part=row.part, words=row.text)
    text = "\n".join(nx.generate_graphml(made))
    return answered(visit.request, text.encode(), "application/graphml+xml", more=_as_file(found, "graphml"))


def _around(visit: Visit, iri: str) -> Neighbourhood:
    also = tuple(THINGS + path for path in _also(visit))
    asked = Around(
        depth=_depth(visit),
        also=tuple(one for one in also if one in visit.snapshot.editions or one in visit.snapshot.works),
        clause=visit.asked("clause") or None,
        body=visit.asked("body") or None,
        most=MOST_NODES,
    )
    return neighbourhood(visit.snapshot, iri, asked)


def _depth(visit: Visit) -> int:
    return visit.number("depth", 1, least=1, most=MOST_DEPTH)


def _also(visit: Visit) -> tuple[str, ...]:
    """The paths of the texts whose neighbours are asked for beside."""
    return tuple(dict.fromkeys(path for path in visit.asked("also").split(",") if path))[:MOST_ALSO]


def _drawing(visit: Visit, found: Neighbourhood) -> Drawing:
    names, today = visit.names, visit.desk.today()
    told = Names(
        full={node.iri: names.of(node.iri) for node in found.nodes},
        clauses={clause.id: names.clause(clause.id) for clause in visit.library.register.clauses},
        undated=visit.ui.say("undated"),
    )
    return drawn(found, visit.snapshot, visit.knowledge, told=told, day=today, is_rtl=visit.ui.direction == "rtl")


def _listed(visit: Visit, found: Neighbourhood) -> tuple[Listed, ...]:
    ui = visit.ui
    also = _also(visit)
    cited = Counter(edge.goal for edge in found.edges if not edge.is_revision)
    ordered = sorted(found.nodes, key=lambda node: (-(node.year or 0), node.iri))
    return tuple(
        Listed(
            iri=node.iri,
            year=node.year,
            cites=tuple(edge for edge in found.edges if edge.start == node.iri and not edge.is_revision),
            cited=cited[node.iri],
            more_url=ui.here(also=",".join((*also, path))) if node.depth and path not in also else None,
        )
        for node in ordered
        for path in (node.iri.removeprefix(THINGS),)
    )


def _query(visit: Visit) -> dict[str, object]:
    names = ("of", "depth", "clause", "body", "also")
    return {name: visit.asked(name) or None for name in names}


def _as_file(found: Neighbourhood, suffix: str) -> dict[str, str]:
    name = found.centre.removeprefix(THINGS).replace("/", "-")
    return {"Content-Disposition": f'attachment; filename="{name}.{suffix}"', "Vary": "Accept-Language"}


def _bodies(visit: Visit, whole: Neighbourhood) -> tuple[tuple[str, str], ...]:
    """The bodies of the texts around."""
    keys = sorted({node.body for node in whole.nodes if node.body})
    return tuple((key, visit.names.body(key)) for key in keys)


def _clauses(visit: Visit, found: Neighbourhood) -> tuple[tuple[str, str], ...]:
    """The clauses of the citations around, in the order of texts."""
    keys = {clause for edge in found.edges for clause in edge.clauses}
    known = [clause.id for clause in visit.library.register.clauses if clause.id in keys]
    return tuple((key, visit.names.clause(key)) for key in known)
