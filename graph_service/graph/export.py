"""A store written out: RDF for machines, GraphML for networks, a table for spreadsheets; the same bytes each time."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.nquads import sorted_lines
from graph_service.graph.queries import NamedQuery
from graph_service.graph.turtle import prefixed, turtle
from graph_service.graph.vocabulary import PREFIXES
from graph_service.names.iri import THINGS

TABLE = "citations"
"""The named query that the table and the network are made of."""
_PREFIXES = PREFIXES | {"id": THINGS}


class ExportFormat(StrEnum):
    """In which form a store is written."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    CSV = "csv"


def export(engine: Engine, form: ExportFormat, query: NamedQuery, *, runs: bool = True) -> bytes:
    """Return what a store holds. ``query`` is the one named in `TABLE`; without ``runs`` no time stands in it.

    Turtle, GraphML and CSV hold what stands in the default graph, the other forms all graphs.
    """
    return _WRITERS[form](_Job(engine=engine, query=query, runs=runs))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    engine: Engine
    query: NamedQuery
    runs: bool


def _kept(job: _Job) -> Iterator[Quad]:
    for quad in job.engine.dump():
        if job.runs or not str(quad.graph_name).startswith(f"<{iris.RUN_GRAPHS}"):
            yield quad


def _nquads(job: _Job) -> bytes:
    return "".join(f"{line}\n" for line in sorted_lines(_kept(job))).encode()


def _trig(job: _Job) -> bytes:
    return prefixed(_in_order(_kept(job)), RdfFormat.TRIG, _PREFIXES).encode()


def _jsonld(job: _Job) -> bytes:
    return serialize(_in_order(_kept(job)), format=RdfFormat.JSON_LD) or b""


def _turtle(job: _Job) -> bytes:
    quads = (quad for quad in _kept(job) if isinstance(quad.graph_name, DefaultGraph))
    return turtle((Triple(quad.subject, quad.predicate, quad.object) for quad in quads), _PREFIXES).encode()


def _in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Quads by graph, the default graph first, then by subject, property and value."""
    return sorted(
        quads, key=lambda quad: (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))
    )


def _csv(job: _Job) -> bytes:
    rows = job.engine.select(job.query.bind({}))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.variables)
    writer.writerows(rows)
    return out.getvalue().encode()


def _graphml(job: _Job) -> bytes:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in job.engine.select(job.query.bind({})).dicts():
        for side in ("citing", "cited"):
            network.add_node(row[side], label=row[f"{side}_label"])
        words = {name: row[name] for name in ("clause", "part", "text", "lang")}
        network.add_edge(row["citing"], row["cited"], key=row["mention"], **words)
    return "\n".join(nx.generate_graphml(network)).encode() + b"\n"


_WRITERS: Mapping[ExportFormat, Callable[[_Job], bytes]] = {
    ExportFormat.NQUADS: _nquads,
    ExportFormat.TRIG: _trig,
    ExportFormat.TURTLE: _turtle,
    ExportFormat.JSONLD: _jsonld,
    ExportFormat.GRAPHML: _graphml,
    ExportFormat.CSV: _csv,
}
