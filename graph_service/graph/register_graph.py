"""The register as quads: everything that ``data/`` attests, each fact in the graph of the source that says so."""

from collections.abc import Iterator

from pyoxigraph import Quad

from graph_service.graph.conference_graph import conference_quads
from graph_service.graph.coverage_graph import coverage_quads
from graph_service.graph.edition_graph import edition_quads
from graph_service.graph.programme_graph import programme_quads
from graph_service.graph.source_graph import source_quads
from graph_service.register.register import Register


def register_quads(register: Register) -> Iterator[Quad]:
    """Yield the whole register."""
    yield from source_quads(register)
    yield from conference_quads(register)
    yield from edition_quads(register)
    yield from programme_quads(register)
    yield from coverage_quads(register)
