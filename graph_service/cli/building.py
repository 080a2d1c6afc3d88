"""The store of a register: what ``build`` makes anew, and ``ingest`` and ``import`` where there is none yet."""

from pathlib import Path

from graph_service.citing.stored import read_citations
from graph_service.cli.loading import Library
from graph_service.graph.build import Counts, RunData, build
from graph_service.graph.queries import load_queries
from graph_service.graph.store_name import is_remote


def has_store(store: str) -> bool:
    """Whether there is a store to add to; a folder that was only made for one is none, an endpoint always is."""
    return is_remote(store) or (Path(store) / "CURRENT").is_file()


def build_store(books: Library, store: str, run: RunData | None = None) -> Counts:
    """Build the store from the register and the citations of ``data/`` and return what it holds."""
    texts = read_citations(books.share / "data")
    queries = load_queries(books.queries).values()
    return build(books.register, texts, store, ontology=books.ontology, queries=queries, run=run)
