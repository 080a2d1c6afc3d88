"""The engine's contract, the same for a store in memory, on disk and behind HTTP."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph_service.errors import Code, ProblemError
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.iris import SOURCE_GRAPHS
from graph_service.graph.nquads import sorted_lines, write_lines
from tests.graph.servers import SERVERS

EX = "http://example.org/"
A, B, P, Q = (NamedNode(EX + name) for name in ("a", "b", "p", "q"))
G = NamedNode(f"{SOURCE_GRAPHS}some")
QUADS = [Quad(A, P, B), Quad(A, Q, Literal("mot", language="fr")), Quad(A, P, Literal('two\n"words"'), G)]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the servers, each started once."""
    with ExitStack() as running:
        yield {
            name: running.enter_context(serve(tmp_path_factory.mktemp("served") / name))
            for name, serve in SERVERS.items()
        }


@pytest.fixture(params=["memory", "disk", *SERVERS])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    match request.param:
        case "memory":
            opened = open_engine(None)
        case "disk":
            opened = open_engine(tmp_path / "store")
        case name:
            opened = open_engine(request.getfixturevalue("servers")[name])
    opened.update(f"CLEAR SILENT DEFAULT; CLEAR SILENT GRAPH {G}")
    yield opened
    opened.close()


def test_it_gives_back_what_was_inserted(engine: Engine) -> None:
    engine.insert(QUADS)
    assert sorted_lines(engine.dump()) == sorted_lines(QUADS)


def test_select_gives_variables_rows_and_unbound_cells(engine: Engine) -> None:
    engine.insert(QUADS)
    rows = engine.select(f"SELECT ?o ?none WHERE {{ {A} {P} ?o OPTIONAL {{ ?o {Q} ?none }} }}")
    assert rows.variables == ("o", "none")
    assert rows.rows == ((B, None),)
    assert list(rows) == [(B.value, "")]
    assert rows.dicts() == ({"o": B.value, "none": ""},)
    assert list(rows.terms()) == [{"o": B}]


def test_literals_keep_language_and_line_breaks(engine: Engine) -> None:
    engine.insert(QUADS)
    assert engine.select(f"SELECT ?o {{ {A} {Q} ?o }}").rows == ((Literal("mot", language="fr"),),)
    assert engine.select(f"SELECT ?o {{ GRAPH {G} {{ {A} {P} ?o }} }}").rows == ((Literal('two\n"words"'),),)


def test_ask_and_construct(engine: Engine) -> None:
    engine.insert(QUADS)
    assert engine.ask(f"ASK {{ {A} {P} {B} }}") is True
    assert engine.ask(f"ASK {{ {B} {P} {A} }}") is False
    assert engine.construct(f"CONSTRUCT {{ ?o {Q} ?s }} WHERE {{ ?s {P} ?o }}") == (Triple(B, Q, A),)


def test_the_default_graph_is_not_the_union_of_the_named_ones(engine: Engine) -> None:
    engine.insert([*QUADS, Quad(A, P, B, G)])
    assert list(engine.select(f"SELECT (COUNT(*) AS ?n) {{ {A} {P} ?o }}")) == [("1",)]


def test_replacing_a_graph_leaves_the_others(engine: Engine) -> None:
    engine.insert(QUADS)
    engine.replace_graph(G, [Triple(B, P, A)])
    assert sorted_lines(engine.dump()) == sorted_lines([*QUADS[:2], Quad(B, P, A, G)])
    engine.replace_graph(None, [])
    assert sorted_lines(engine.dump()) == sorted_lines([Quad(B, P, A, G)])


def test_a_failed_update_changes_nothing(engine: Engine) -> None:
    engine.insert(QUADS)
    with pytest.raises(ProblemError) as raised:
        engine.update(f"INSERT DATA {{ {B} {P} {A} }}; INSERT DATA {{ broken")
    assert raised.value.problem.code is Code.BAD_QUERY
    assert sorted_lines(engine.dump()) == sorted_lines(QUADS)


@pytest.mark.parametrize("form", ["select", "ask", "construct"])
def test_a_query_that_cannot_be_parsed_is_said_with_its_place(engine: Engine, form: str) -> None:
    with pytest.raises(ProblemError) as raised:
        getattr(engine, form)("SELECT ?x WHERE {")
    assert raised.value.problem.code is Code.BAD_QUERY
    assert re.search(r"\b1:|line \d", raised.value.problem.what)


def test_a_file_of_quads_is_loaded_whole(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "some.nq"
    write_lines(sorted_lines(QUADS), file)
    engine.bulk_load(file)
    engine.flush()
    assert sorted_lines(engine.dump()) == sorted_lines(QUADS)


def test_a_result_can_be_read_in_another_thread(engine: Engine) -> None:
    from concurrent.futures import ThreadPoolExecutor

    engine.insert(QUADS)
    with ThreadPoolExecutor(max_workers=1) as pool:
        rows = pool.submit(engine.select, "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?p").result()
    assert [cell for row in rows for cell in row] == [A.value, P.value, B.value, A.value, Q.value, "mot"]
