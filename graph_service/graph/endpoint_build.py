"""A build into an endpoint: all of it is laid by in graphs of its own, then one update puts it in its place.

Until that update readers see what was there before, whatever ends the build; what it leaves the next one removes.
Graphs that are none of ours are left alone; the default graph is taken to be ours.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from graph_service.errors import Code, problem
from graph_service.graph import iris
from graph_service.graph.remote import RemoteEngine

_QUADS_A_REQUEST = 5_000
_DEFAULT = "default"


def put_in_place(engine: RemoteEngine, quads: Iterable[Quad]) -> None:
    """Make the quads the whole of what an endpoint holds of ours. Raise store-unavailable where it loses some."""
    parts = _by_graph(quads)
    _drop(engine, engine.laid_by())
    together = [quad for _, triples in sorted(parts.items()) for quad in triples]
    for start in range(0, len(together), _QUADS_A_REQUEST):
        engine.insert(together[start : start + _QUADS_A_REQUEST])
    _check(engine, {name: len(triples) for name, triples in parts.items()})
    gone = [name for name in engine.graphs() if name.startswith(iris.GRAPHS) and _laid_by(name) not in parts]
    engine.update(";\n".join([*_moves(engine, parts), *(f"DROP SILENT GRAPH <{name}>" for name in gone)]))


def _by_graph(quads: Iterable[Quad]) -> Mapping[str, Sequence[Quad]]:
    """The quads by the graph that they are laid by in, each in it once."""
    parts: dict[str, set[Quad]] = defaultdict(set)
    for quad in quads:
        graph = quad.graph_name
        name = _laid_by(graph.value) if isinstance(graph, NamedNode) else iris.BUILDING_GRAPHS + _DEFAULT
        parts[name].add(Quad(quad.subject, quad.predicate, quad.object, NamedNode(name)))
    return {name: sorted(triples, key=str) for name, triples in parts.items()}


def _laid_by(graph: str) -> str:
    return iris.BUILDING_GRAPHS + graph.removeprefix(iris.GRAPHS)


def _moves(engine: RemoteEngine, parts: Iterable[str]) -> Iterable[str]:
    for name in sorted(parts):
        place = iris.GRAPHS + name.removeprefix(iris.BUILDING_GRAPHS)
        if place == iris.GRAPHS + _DEFAULT:
            target = f"GRAPH {engine.default_graph}" if engine.default_graph else "DEFAULT"
        else:
            target = f"GRAPH <{place}>"
        yield f"MOVE SILENT GRAPH <{name}> TO {target}"


def _check(engine: RemoteEngine, sizes: Mapping[str, int]) -> None:
    """Nothing is put in place that did not arrive whole."""
    found = engine.laid_by()
    if dict(found) != dict(sizes):
        what = f"it holds {sum(found.values()):,} of the {sum(sizes.values()):,} statements that it was sent"
        hint = "look into its log, see that nothing else builds into it, and build again"
        raise problem(Code.STORE_UNAVAILABLE, what, where="the endpoint", hint=hint)


def _drop(engine: RemoteEngine, names: Iterable[str]) -> None:
    steps = [f"DROP SILENT GRAPH <{name}>" for name in sorted(names)]
    if steps:
        engine.update(";\n".join(steps))
