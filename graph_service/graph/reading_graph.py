"""How texts were read: the source with its checksum and the reading of it, apart from the runs with their times."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from importlib.metadata import version

from pyoxigraph import Literal, NamedNode, Quad

from graph_service.citing.mention import CitingText
from graph_service.graph import iris
from graph_service.graph.source_graph import one_source
from graph_service.graph.statement import about, text
from graph_service.graph.vocabulary import (
    ACTIVITY,
    FILE,
    IDENTIFIER,
    LABEL,
    READING_CLASS,
    REGISTER_VERSION,
    RUN_CLASS,
    SHA256,
    STARTED_AT,
    TOOL_VERSION,
    TYPE,
    USED,
    WAS_INFORMED_BY,
    XSD_DATE_TIME,
)

DISTRIBUTION = "itu-xref"


@cache
def tool_version() -> str:
    """Return the version of this package."""
    return version(DISTRIBUTION)


def reading_of(source: CitingText) -> NamedNode:
    """Return the activity that read a source with this version of the tool; it has no time, so it is the same again."""
    return iris.thing(f"reading/{iris.source_slug(source.source)}/{tool_version()}")


def reading_quads(source: CitingText, graph: NamedNode) -> Iterator[Quad]:
    """Yield the source as an entity with file and checksum, and its reading."""
    node = iris.source(source.source)
    for quad in one_source(source.source):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)
    yield from about(graph, node, (FILE, text(source.file)), (SHA256, text(source.sha256)))
    yield from about(
        graph, reading_of(source), (TYPE, READING_CLASS), (TYPE, ACTIVITY), (USED, node),
        (TOOL_VERSION, text(tool_version())), (LABEL, text(f"Reading of {source.source}", "en")),
    )  # fmt: skip


def run_quads(run_id: str, at: datetime, register_version: str, readings: Iterable[NamedNode] = ()) -> Iterator[Quad]:
    """Yield one run of the tool, and the readings it did, in a graph of its own: the only place where times stand."""
    graph, node = NamedNode(iris.RUN_GRAPHS + iris.slug(run_id)), iris.thing(f"run/{run_id}")
    yield from about(
        graph, node, (TYPE, RUN_CLASS), (TYPE, ACTIVITY), (IDENTIFIER, text(run_id)),
        (STARTED_AT, Literal(at.isoformat(), datatype=XSD_DATE_TIME)), (TOOL_VERSION, text(tool_version())),
        (REGISTER_VERSION, text(register_version)),
    )  # fmt: skip
    for reading in readings:
        yield from about(graph, reading, (WAS_INFORMED_BY, node))
