"""Statements as blocks of TriG, one for each run of statements about one node: the same text in every graph."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph_service.graph.importing.statements import GRAPH, Statement, Written

Block = tuple[str, str]
"""The IRI of a node, and what is said of it as one sentence of Turtle."""


class Blocks:
    """Makes blocks; predicates, of which there are few, are written once."""

    def __init__(self) -> None:
        self._predicates: dict[NamedNode, str] = {}

    def of(self, statements: Iterable[Statement]) -> Iterator[Block]:
        """Yield the blocks of statements, in their order."""
        node: NamedNode | None = None
        said: list[str] = []
        for subject, predicate, value in statements:
            if subject is not node:
                if node is not None:
                    yield node.value, _sentence(node, said)
                node, said = subject, []
            said.append(f"{self._predicates.get(predicate) or self._named(predicate)}{value}")
        if node is not None:
            yield node.value, _sentence(node, said)

    def sentence(self, node: NamedNode, said: Iterable[Written]) -> Block:
        """Return the block of one node; what is not known is not said."""
        predicates = self._predicates
        found = [
            f"{predicates.get(predicate) or self._named(predicate)}{value}"
            for predicate, value in said
            if value is not None
        ]
        return node.value, _sentence(node, found)

    def _named(self, predicate: NamedNode) -> str:
        return self._predicates.setdefault(predicate, f" {predicate} ")


def trig(blocks: Iterable[Block], shared: frozenset[str]) -> Iterator[str]:
    """Yield what the source says in its graph, and what stands: all but what is said of shared nodes."""
    kept = list(blocks)
    yield from in_graph(GRAPH, (text for _, text in kept))
    yield from (text for node, text in kept if node not in shared)


def in_graph(graph: NamedNode, texts: Iterable[str]) -> Iterator[str]:
    """Yield texts as the content of a graph."""
    yield f"GRAPH {graph} {{\n"
    yield from texts
    yield "}\n"


def _sentence(node: NamedNode, said: list[str]) -> str:
    return f"{node}{' ;'.join(said)} .\n"
