"""What a source says is replaced, and with it what stands: one update, then what follows is derived anew."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.derived import derive_update
from graph_service.graph.engine import Engine
from graph_service.graph.inserting import insert_data
from graph_service.graph.standing import SINGLE, Subject, standing

_SUBJECTS_A_QUERY = 500
_SINGLE = ", ".join(sorted(str(predicate) for predicate in SINGLE))


def replace_said(engine: Engine, graph: NamedNode, quads: set[Quad], *, beside: Iterable[Quad] = ()) -> None:
    """Make the quads what a source says, and the default graph what stands; all in one update, ``beside`` included."""
    steps = [_forget(graph), f"DROP SILENT GRAPH {graph}"]
    if graph.value.startswith(iris.SOURCE_GRAPHS):
        kept = list(_said_by_others(engine, graph, quads))
        stands = list(standing(sorted((*quads, *kept), key=str)))
        subjects = sorted({str(quad.subject) for quad in (*quads, *kept) if quad.predicate in SINGLE})
        steps += [_clear_single(some) for some in _slices(subjects)]
        steps.append(insert_data(sorted((*quads, *stands, *beside), key=str)))
    else:
        steps.append(insert_data(sorted((*quads, *beside), key=str)))
    engine.update(derive_update(steps))
    engine.flush()


def _forget(graph: NamedNode) -> str:
    """Take out of the default graph what only this graph said."""
    others = f'STRSTARTS(STR(?other), "{iris.SOURCE_GRAPHS}") || ?other = {iris.ONTOLOGY_GRAPH}'
    return f"""DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH {graph} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER (?other != {graph} && ({others})) }}
}}"""


def _clear_single(subjects: Sequence[str]) -> str:
    """Take out the values of which one stands, to be put back after weighing all sources."""
    return f"""DELETE {{ ?s ?p ?o }} WHERE {{
  VALUES ?s {{ {" ".join(subjects)} }}
  ?s ?p ?o
  FILTER (?p IN ({_SINGLE}))
}}"""


def _said_by_others(engine: Engine, graph: NamedNode, quads: set[Quad]) -> Iterator[Quad]:
    """What other sources say, one value each, of the subjects that the source speaks of, before or now."""
    subjects: set[Subject] = {quad.subject for quad in quads}
    for row in engine.select(f"SELECT DISTINCT ?s WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}").rows:
        if isinstance(row[0], NamedNode):
            subjects.add(row[0])
    for some in _slices(sorted(map(str, subjects))):
        query = f"""SELECT ?s ?p ?o ?g WHERE {{
          VALUES ?s {{ {" ".join(some)} }}
          GRAPH ?g {{ ?s ?p ?o }}
          FILTER (?p IN ({_SINGLE}))
          FILTER (?g != {graph} && (STRSTARTS(STR(?g), "{iris.SOURCE_GRAPHS}") || ?g = {iris.ONTOLOGY_GRAPH}))
        }}"""
        for subject, predicate, value, said in engine.select(query).rows:
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(said, NamedNode):
                yield Quad(subject, predicate, value or Literal(""), said)


def _slices(subjects: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(subjects), _SUBJECTS_A_QUERY):
        yield subjects[start : start + _SUBJECTS_A_QUERY]
