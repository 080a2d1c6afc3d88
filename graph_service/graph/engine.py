"""One interface to a store of quads, whatever holds it: a folder, memory, or any SPARQL 1.1 endpoint."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, Quad, Triple

from graph_service.graph.embedded import EmbeddedEngine
from graph_service.graph.rows import Rows
from graph_service.graph.store_name import is_remote


class Engine(Protocol):
    """A store of quads. Queries that cannot be parsed raise bad-query, a store out of reach store-unavailable.

    Each call of ``update``, ``insert`` and ``replace_graph`` is one transaction of the embedded store and one
    request to a remote one. What they wrote survives a power cut once ``flush`` has returned.
    """

    def select(self, query: str) -> Rows:
        """Return the whole answer of a SELECT."""

    def ask(self, query: str) -> bool:
        """Return the answer of an ASK."""

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Return the whole answer of a CONSTRUCT or DESCRIBE."""

    def update(self, update: str) -> None:
        """Run a SPARQL update, all of it or nothing."""

    def insert(self, quads: Iterable[Quad]) -> None:
        """Add quads, all or none."""

    def replace_graph(self, graph: NamedNode | None, triples: Iterable[Triple]) -> None:
        """Make the triples the whole content of a named graph, of the default graph for None."""

    def bulk_load(self, path: Path) -> None:
        """Add all quads of an N-Quads file; the fastest way to fill an empty store."""

    def dump(self) -> Iterator[Quad]:
        """Yield every quad, in no order."""

    def flush(self) -> None:
        """Return when all that was written is safe from a power cut."""

    def close(self) -> None:
        """Let go of the store; the engine cannot be used afterwards."""


def open_engine(store: str | Path | None, *, read_only: bool = False) -> Engine:
    """Return the engine of a store: a folder, an http(s) URL, or None for one in memory.

    A folder that is not there is made, unless it is opened to be read only: then store-unavailable is raised.
    """
    if store is None:
        return EmbeddedEngine.in_memory()
    if isinstance(store, str) and is_remote(store):
        from graph_service.graph.remote import RemoteEngine  # noqa: PLC0415 - a HTTP client is loaded only where one is needed

        return RemoteEngine(store)
    return EmbeddedEngine.in_folder(Path(store), read_only=read_only)
