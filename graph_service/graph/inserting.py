"""SPARQL update text that puts quads into graphs or takes them out: terms are serialized, never pasted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

_TRIPLES_A_BLOCK = 1_000
"""Some engines' parsers take a few thousand triples between two braces, and no more."""
_TRIPLES_AN_OPERATION = 5_000


def insert_data(quads: Iterable[Quad]) -> str:
    """Return INSERT DATA operations for all quads; an empty one for none."""
    return _data("INSERT DATA", quads)


def delete_data(quads: Iterable[Quad]) -> str:
    """Return DELETE DATA operations for all quads; an empty one for none."""
    return _data("DELETE DATA", quads)


def clear_and_insert(graph: NamedNode | None, triples: Iterable[Triple]) -> str:
    """Return the update that makes the triples the whole content of a graph, of the default graph for None."""
    name = graph or DefaultGraph()
    quads = (Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)
    clear = f"CLEAR SILENT GRAPH {graph}" if graph else "CLEAR SILENT DEFAULT"
    return f"{clear};\n{insert_data(quads)}"


def _data(operation: str, quads: Iterable[Quad]) -> str:
    by_graph: dict[str, list[str]] = defaultdict(list)
    has_blank = False
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        by_graph[graph].append(f"{quad.subject} {quad.predicate} {quad.object} .")
        has_blank = has_blank or isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
    bodies = list(_shared_out(by_graph)) or [[]]
    if has_blank:  # a label may not be used in two operations of one request (SPARQL 1.1 Update, 3.1.1)
        bodies = [[block for blocks in bodies for block in blocks]]
    return ";\n".join("\n".join([f"{operation} {{", *blocks, "}"]) for blocks in bodies)


def _shared_out(by_graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield blocks of one graph each, put together to operations of a bearable size."""
    blocks: list[str] = []
    size = 0
    for graph in sorted(by_graph):
        triples = by_graph[graph]
        for start in range(0, len(triples), _TRIPLES_A_BLOCK):
            some = triples[start : start + _TRIPLES_A_BLOCK]
            blocks.append(_block(graph, some))
            size += len(some)
            if size >= _TRIPLES_AN_OPERATION:
                yield blocks
                blocks, size = [], 0
    if blocks:
        yield blocks


def _block(graph: str, triples: list[str]) -> str:
    body = "\n".join(triples)
    return f"GRAPH {graph} {{\n{body}\n}}" if graph else body
