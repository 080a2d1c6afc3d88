"""Each form that a store is written in reads back, and comes out the same twice."""

import csv
import io

import networkx as nx
import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from graph_service.graph.build import fill
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.export import TABLE, ExportFormat, export
from graph_service.graph.nquads import line_of, sorted_lines
from graph_service.graph.queries import load_queries
from graph_service.graph.reading_graph import run_quads
from graph_service.names.iri import THINGS
from graph_service.register.register import Register
from graph_service.share import share_folder
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY
from tests.graph.test_reading_graph import AT

QUERY = load_queries(share_folder() / "queries")[TABLE]
WHOLE = [
    (ExportFormat.NQUADS, RdfFormat.N_QUADS),
    (ExportFormat.TRIG, RdfFormat.TRIG),
    (ExportFormat.JSONLD, RdfFormat.JSON_LD),
]


@pytest.mark.parametrize("form, reader", WHOLE)
def test_every_graph_reads_back(filled: Engine, form: ExportFormat, reader: RdfFormat) -> None:
    assert sorted_lines(parse(export(filled, form, QUERY), reader)) == sorted_lines(filled.dump())


def test_turtle_holds_what_stands(filled: Engine) -> None:
    written = sorted_lines(parse(export(filled, ExportFormat.TURTLE, QUERY), RdfFormat.TURTLE))
    assert written == sorted_lines(quad for quad in filled.dump() if isinstance(quad.graph_name, DefaultGraph))


@pytest.fixture(scope="module")
def twins(small: Register) -> tuple[Engine, Engine]:
    """Two stores of the same texts, taken in one order and in the other."""
    one, other = open_engine(None), open_engine(None)
    fill(one, small, TEXTS, ontology=ONTOLOGY)
    fill(other, small, reversed(TEXTS), ontology=ONTOLOGY)
    return one, other


@pytest.mark.parametrize("form", ExportFormat)
def test_two_stores_of_the_same_sources_are_written_the_same(twins: tuple[Engine, Engine], form: ExportFormat) -> None:
    one, other = twins
    assert export(one, form, QUERY) == export(other, form, QUERY)


def test_nquads_are_sorted_lines(filled: Engine) -> None:
    lines = export(filled, ExportFormat.NQUADS, QUERY).decode().splitlines()
    assert lines == sorted(set(lines))


def test_runs_can_be_left_out() -> None:
    engine = open_engine(None)
    runs = list(run_quads("run-1", AT, "abc"))
    other = Quad(runs[0].subject, runs[0].predicate, runs[0].object)
    engine.insert([*runs, other])
    assert export(engine, ExportFormat.NQUADS, QUERY, runs=False).decode() == line_of(other) + "\n"
    assert len(export(engine, ExportFormat.NQUADS, QUERY).decode().splitlines()) == len(runs) + 1


def test_the_table_has_a_row_a_mention(filled: Engine) -> None:
    rows = list(csv.DictReader(io.StringIO(export(filled, ExportFormat.CSV, QUERY).decode())))
    assert len(rows) == len({row["mention"] for row in rows}) == 15
    first = next(row for row in rows if row["part"] == "recalls.1" and row["lang"] == "en")
    assert first["text"] == "Resolution 64 (Rev. Busan, 2014)"
    assert list(first) == [column.name for column in QUERY.columns]


def test_the_network_has_an_edge_a_mention(filled: Engine) -> None:
    network = nx.parse_graphml(export(filled, ExportFormat.GRAPHML, QUERY).decode(), force_multigraph=True)
    assert network.number_of_edges() == 15
    edges = network.get_edge_data(f"{THINGS}pp/res/197/pp-18", f"{THINGS}pp/res/64/pp-14")
    assert {data["clause"] for data in edges.values()} == {"recalls"}
    assert network.nodes[f"{THINGS}pp/res/197/pp-18"]["label"] == "PP Resolution 197 (Rev. Dubai, 2018)"
