"""What a store keeps of each imported record: its file, the checksum of it, and that of what was said of it.

One literal an edition in a graph of its own, which does not stand: ``<file> <sha256> <digest of the statements>``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.importing.statements import SOURCE_ID
from graph_service.graph.importing.terms import RECORD, RECORD_GRAPHS
from graph_service.graph.rows import text_of

RECORDS = NamedNode(RECORD_GRAPHS + iris.source_slug(SOURCE_ID))
UNFINISHED = Quad(iris.source(SOURCE_ID), RECORD, Literal("unfinished"), RECORDS)
"""Stands while an import writes record by record: what belongs to no record, and what follows, may be missing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store has of one record: the IRI of its edition, and the two checksums."""

    edition: str
    sha256: str
    digest: str

    def __reduce__(self) -> tuple[type["Kept"], tuple[object, ...]]:
        """Travel between processes as plain values."""
        return Kept, (self.edition, self.sha256, self.digest)


def read_state(engine: Engine) -> dict[str, Kept]:
    """Return what a store keeps, by the name of the record's file."""
    rows = engine.select(f"SELECT ?edition ?kept WHERE {{ GRAPH {RECORDS} {{ ?edition {RECORD} ?kept }} }}").rows
    found: dict[str, Kept] = {}
    for edition, kept in rows:
        if kept != UNFINISHED.object:
            file, sha256, digest = text_of(kept).rsplit(" ", 2)
            found[file] = Kept(text_of(edition), sha256, digest)
    return found


def is_unfinished(engine: Engine) -> bool:
    """Whether an import into the store was begun record by record and not ended."""
    return engine.ask(f"ASK {{ GRAPH {RECORDS} {{ {UNFINISHED.subject} {RECORD} {UNFINISHED.object} }} }}")


def state_triple(file: str, kept: Kept) -> str:
    """Return the triple that keeps one record, as a line of the graph of records."""
    return f"<{kept.edition}> {RECORD} {Literal(_words(file, kept))} .\n"


def state_quads(states: Iterable[tuple[str, Kept]]) -> Iterator[Quad]:
    """Yield the quads that keep some records, by file."""
    for file, kept in states:
        yield Quad(NamedNode(kept.edition), RECORD, Literal(_words(file, kept)), RECORDS)


def _words(file: str, kept: Kept) -> str:
    return f"{file} {kept.sha256} {kept.digest}"
