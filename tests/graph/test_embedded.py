"""The store of a folder: its lock, its readers, what a killed load leaves."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph_service.errors import Code, ProblemError
from graph_service.graph.embedded import EmbeddedEngine, remove_stale_loads
from graph_service.graph.engine import open_engine

A = NamedNode("http://example.org/a")


def test_what_was_flushed_is_there_after_reopening(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "store")
    engine.insert([Quad(A, A, A)])
    engine.flush()
    engine.close()
    again = open_engine(str(tmp_path / "store"), read_only=True)
    assert list(again.dump()) == [Quad(A, A, A)]


def test_a_closed_engine_says_so(tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    engine.close()
    with pytest.raises(ProblemError) as raised:
        engine.ask("ASK {}")
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE


def test_closing_gives_the_lock_back(tmp_path: Path) -> None:
    open_engine(tmp_path).close()
    open_engine(tmp_path).close()


def test_two_writers_of_one_folder_are_refused(tmp_path: Path) -> None:
    first = open_engine(tmp_path)
    with pytest.raises(ProblemError) as raised:
        open_engine(tmp_path)
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE
    assert raised.value.problem.where == str(tmp_path)
    first.close()


def test_a_reader_beside_a_writer_sees_the_store_of_its_opening(tmp_path: Path) -> None:
    writer = open_engine(tmp_path)
    writer.insert([Quad(A, A, A)])
    writer.flush()
    reader = open_engine(tmp_path, read_only=True)
    writer.update("DROP ALL")
    assert reader.ask("ASK { ?s ?p ?o }")
    writer.close()


def test_there_is_nothing_to_read_where_no_store_is(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as raised:
        open_engine(tmp_path / "none", read_only=True)
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE
    assert not (tmp_path / "none").exists()


def test_a_read_only_store_refuses_updates(tmp_path: Path) -> None:
    open_engine(tmp_path).close()
    with pytest.raises(ProblemError) as raised:
        open_engine(tmp_path, read_only=True).update(f"INSERT DATA {{ {A} {A} {A} }}")
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE


def test_what_a_killed_load_left_is_removed_on_opening_to_write(tmp_path: Path) -> None:
    open_engine(tmp_path).close()
    for left in (tmp_path / "bulk-1.sst", tmp_path / "inner" / "bulk-2.sst"):
        left.parent.mkdir(exist_ok=True)
        left.write_bytes(b"left behind")
    open_engine(tmp_path, read_only=True)
    assert len(list(tmp_path.glob("**/bulk-*.sst"))) == 2
    open_engine(tmp_path).close()
    assert list(tmp_path.glob("**/bulk-*.sst")) == []
    assert remove_stale_loads(tmp_path) == 0


def test_a_file_that_is_no_nquads_loads_nothing(tmp_path: Path) -> None:
    file = tmp_path / "broken.nq"
    file.write_text(f"{A} {A} {A} .\nbroken\n")
    engine = EmbeddedEngine.in_memory()
    with pytest.raises(ProblemError) as raised:
        engine.bulk_load(file)
    assert raised.value.problem.code is Code.BAD_DATA
    assert list(engine.dump()) == []


@pytest.mark.parametrize("query, form", [("ASK {}", "select"), ("SELECT * {}", "ask"), ("ASK {}", "construct")])
def test_another_form_of_query_is_refused(query: str, form: str) -> None:
    with pytest.raises(ProblemError) as raised:
        getattr(EmbeddedEngine.in_memory(), form)(query)
    assert raised.value.problem.code is Code.BAD_QUERY
