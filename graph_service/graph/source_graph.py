"""The sources as provenance entities: what each is, and the graph that holds what it says."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import Quad

from graph_service.graph import iris
from graph_service.graph.statement import about, text
from graph_service.graph.vocabulary import DESCRIPTION, ENTITY, FILE, IDENTIFIER, LABEL, SOURCE_CLASS, TYPE
from graph_service.register.fact import Evidence
from graph_service.register.register import Register
from graph_service.register.values import SourceText


class _Row(Protocol):
    @property
    def evidence(self) -> Evidence: ...


def source_quads(register: Register) -> Iterator[Quad]:
    """Yield a node for each source that a row of the register names, in the graph of that source."""
    described = {row.id: row for row in register.sources}
    for source_id in sorted(_source_ids(register)):
        yield from one_source(source_id, described.get(source_id))


def one_source(source_id: str, row: SourceText | None = None, label: str | None = None) -> Iterator[Quad]:
    """Yield the node of one source; ``row`` says more of it where the register has such a row."""
    yield from about(
        iris.source_graph(source_id), iris.source(source_id), (TYPE, SOURCE_CLASS), (TYPE, ENTITY),
        (IDENTIFIER, text(source_id)), (LABEL, text(label or source_id, "en")),
        (DESCRIPTION, text(row.what, "en") if row else None), (FILE, text(row.file) if row else None),
    )  # fmt: skip


def _source_ids(register: Register) -> set[str]:
    tables: tuple[Iterable[_Row], ...] = (
        register.bodies.values(), register.names, register.programmes.values(), register.successions,
        register.objectives, register.replacements, register.coverage, register.in_force, register.facts,
    )  # fmt: skip
    found = {row.evidence.source for table in tables for row in table}
    found |= {conference.source for conference in register.conferences.values()}
    for fact in register.facts:
        found |= {*fact.other_sources, *(said.source for said in fact.title_evidence)}
    found |= {row.id for row in register.sources} | {correction.source for correction in register.corrections}
    return found
