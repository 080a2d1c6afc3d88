"""How an endpoint departs from SPARQL 1.1, as a value: what has to stand before a query or an update sent to it.

Virtuoso has no default graph of its own, it reads the union of all graphs as one, and counts a triple once per graph.
So what stands is kept there in a named graph, which each request names as its default graph. Where a default graph is
named, ``GRAPH`` with a constant finds only the named graphs that the request lists. And it commits each operation of
an update on its own, unless it is told to log all of them as one transaction.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph_service.graph import iris

_READS_A_GRAPH = re.compile(r"\bGRAPH\b", re.IGNORECASE)
_READS = re.compile(r"\bWHERE\b", re.IGNORECASE)
_OWN_DATASET = re.compile(r"(?<![?$:\w.-])FROM\s+(?:NAMED\s+)?(?:<|[\w.-]*:)", re.IGNORECASE)
_OUR_GRAPH = re.compile(rf"<({re.escape(iris.GRAPHS)}[^<>\"{{}}|^`\\\s]*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What an endpoint needs to be told.

    ``default_graph`` is the named graph that serves as the default graph, None where there is a real one. ``atomic``
    stands before an update so that all its operations are one transaction. ``own_graphs`` is how the names of graphs
    begin that are data and no part of the engine itself.
    """

    default_graph: NamedNode | None = None
    atomic: str = ""
    own_graphs: str = ""

    def query(self, text: str, graphs: Iterable[str] | None) -> str:
        """Return a query as it is sent, each line at its number; ``graphs`` are the named graphs, if it asks them."""
        if self.default_graph is None or _OWN_DATASET.search(text):
            return text
        return f"{self._dataset(text, graphs)}{text}"

    def update(self, text: str, graphs: Iterable[str] | None) -> str:
        """Return an update as it is sent; ``graphs`` are the named graphs, if it reads them."""
        return f"{self.atomic}{self._dataset(text, graphs)}{text}" if self.default_graph is not None else text

    def holds_data(self, graph: str) -> bool:
        """Whether a named graph is data: neither the engine's own, nor the default graph, nor laid by for a build."""
        is_default = self.default_graph is not None and graph == self.default_graph.value
        return graph.startswith(self.own_graphs) and not graph.startswith(iris.BUILDING_GRAPHS) and not is_default

    def asks_graphs(self, query: str) -> bool:
        """Whether the named graphs have to be known to send a query."""
        return self.default_graph is not None and _READS_A_GRAPH.search(query) is not None

    def reads_graphs(self, update: str) -> bool:
        """Whether the named graphs have to be known to send an update: plain data is only written."""
        return self.asks_graphs(update) and _READS.search(update) is not None

    def _dataset(self, text: str, graphs: Iterable[str] | None) -> str:
        named: Sequence[str] = ()
        if graphs is not None:
            always = (one.value for one in (iris.DERIVED_GRAPH, iris.ONTOLOGY_GRAPH, iris.CORRECTIONS_GRAPH))
            named = sorted({*graphs, *always, *_OUR_GRAPH.findall(text)})
        steps = [f"define input:default-graph-uri {self.default_graph}"]
        return " ".join([*steps, *(f"define input:named-graph-uri <{name}>" for name in named), ""])


PLAIN = Dialect()
"""What keeps to the standard."""
VIRTUOSO = Dialect(
    default_graph=NamedNode(f"{iris.GRAPHS}standing"),
    atomic="define sql:log-enable 1 ",
    own_graphs=iris.GRAPHS,
)
IS_VIRTUOSO = "ASK { GRAPH <http://www.openlinksw.com/schemas/virtrdf#> { ?s ?p ?o } }"
"""True of every Virtuoso, an empty one too: it keeps a description of itself there."""
