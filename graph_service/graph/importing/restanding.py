"""What stands of some nodes, weighed anew over all sources that speak of them, as changes of the default graph."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from graph_service.graph import iris
from graph_service.graph.standing import standing, stands


def subjects_in(graph: NamedNode, quads: Iterable[Quad]) -> set[str]:
    """Return the IRIs of what some quads of a graph are about."""
    return {quad.subject.value for quad in quads if quad.graph_name == graph and isinstance(quad.subject, NamedNode)}


@dataclass(frozen=True, slots=True)
class Change:
    """Quads that go and quads that come."""

    removed: tuple[Quad, ...]
    added: tuple[Quad, ...]


def restand(store: Store, nodes: Iterable[str]) -> Change:
    """Return what has to change in the default graph so that it has what stands of the nodes; derived triples stay."""
    removed: list[Quad] = []
    added: list[Quad] = []
    for node in nodes:
        gone, new = _of_node(store, NamedNode(node))
        removed += gone
        added += new
    return Change(tuple(removed), tuple(added))


def _of_node(store: Store, node: NamedNode) -> tuple[list[Quad], list[Quad]]:
    said: list[Quad] = []
    standing_now: set[Quad] = set()
    derived: set[Quad] = set()
    for quad in store.quads_for_pattern(node, None, None, None):
        plain = Quad(quad.subject, quad.predicate, quad.object)
        if isinstance(quad.graph_name, DefaultGraph):
            standing_now.add(plain)
        elif quad.graph_name == iris.DERIVED_GRAPH:
            derived.add(plain)
        elif stands(quad.graph_name):
            said.append(quad)
    wanted = set(standing(sorted((quad for quad in said if quad.graph_name != iris.DERIVED_GRAPH), key=str)))
    gone = sorted(standing_now - wanted - derived, key=str)
    return gone, sorted(wanted - standing_now, key=str)
