"""What a store has beyond the register comes out as rows that the tables of data/ take, and as facts again."""

import csv
from pathlib import Path

import pytest

from graph_service.citing.stored import read_citations
from graph_service.graph.engine import open_engine
from graph_service.graph.export_rows import EDITIONS, TITLES, export_rows
from tests.graph.importing.conftest import imported, importer, plain  # noqa: F401 - fixtures

DATA = Path(__file__).parent.parent.parent / "data"


@pytest.fixture
def engine(imported):  # noqa: F811 - the fixture
    engine = open_engine(imported[0], read_only=True)
    yield engine
    engine.close()


def rows_of(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize(("table", "columns"), [("editions", EDITIONS), ("titles", TITLES)])
def test_the_columns_are_those_of_the_table(table, columns):
    with (DATA / f"{table}.csv").open(encoding="utf-8") as file:
        assert file.readline().strip().split(",") == list(columns)


def test_rows_of_all_that_is_new_are_written(engine, small, tmp_path):
    counts = export_rows(engine, small, tmp_path, known=set())
    editions = rows_of(tmp_path / "editions.csv")
    assert (counts.editions, counts.titles) == (len(editions), len(rows_of(tmp_path / "titles.csv")))
    told = {(row["number"], row["key"], row["year"], row["source"]) for row in editions}
    assert ("X.9001", "2014-12", "2014", "relaton-data-itu") in told
    assert ("197", "pp-18", "2018", "composed-acts.akn.xml") in told
    texts = read_citations(tmp_path)
    assert counts.documents == len(texts)
    assert counts.citations == sum(len(text.mentions) for text in texts) > 0


def test_what_the_register_has_is_left_out(engine, small, tmp_path):
    export_rows(engine, small, tmp_path, known={"composed-acts.akn.xml"})
    assert "composed-acts.akn.xml" not in {row["source"] for row in rows_of(tmp_path / "editions.csv")}
    assert "composed-acts.akn.xml" not in {text.source for text in read_citations(tmp_path)}


def test_one_source_can_be_chosen(engine, small, tmp_path):
    export_rows(engine, small, tmp_path, known=set(), only="relaton-data-itu")
    assert {row["source"] for row in rows_of(tmp_path / "editions.csv")} == {"relaton-data-itu"}
    assert read_citations(tmp_path) == ()
