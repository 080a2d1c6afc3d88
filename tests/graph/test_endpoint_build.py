"""A build into an endpoint: readers see the old or the new whole, whatever ends it, and the next build goes through."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph_service.errors import Code, ProblemError
from graph_service.graph import endpoint_build
from graph_service.graph.build import build
from graph_service.graph.endpoint_build import put_in_place
from graph_service.graph.engine import open_engine
from graph_service.graph.iris import GRAPHS, SOURCE_GRAPHS
from graph_service.graph.nquads import sorted_lines
from graph_service.graph.remote import RemoteEngine
from graph_service.graph.remote_address import remote_address
from graph_service.register.register import Register
from tests.graph.breaking import breaking_after
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY
from tests.graph.servers import SERVERS

THING, OTHER = NamedNode("http://example.org/thing"), NamedNode("http://example.org/graph")
STANDING = "SELECT (COUNT(*) AS ?n) { ?thing ?property ?value }"
SAID = f"""SELECT (COUNT(*) AS ?n) {{
  GRAPH ?g {{ ?thing ?property ?value }} FILTER (STRSTARTS(STR(?g), "{SOURCE_GRAPHS}"))
}}"""


def quads(count: int) -> list[Quad]:
    """So many statements in each of three graphs, and as many that stand."""
    names = [DefaultGraph(), *(NamedNode(f"{SOURCE_GRAPHS}{name}") for name in "abc")]
    return [Quad(THING, THING, Literal(str(number)), name) for name in names for number in range(count)]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with ExitStack() as running:
        yield {
            name: running.enter_context(serve(tmp_path_factory.mktemp("served") / name))
            for name, serve in SERVERS.items()
        }


@pytest.fixture(params=SERVERS)
def address(request: pytest.FixtureRequest, servers: dict[str, str]) -> str:
    return servers[request.param]


def held(store: str | Path) -> list[str]:
    engine = open_engine(store, read_only=True)
    try:
        return sorted_lines(engine.dump())
    finally:
        engine.close()


def test_an_endpoint_holds_what_a_folder_holds(small: Register, tmp_path: Path, address: str) -> None:
    there, here = (build(small, TEXTS, store, ontology=ONTOLOGY) for store in (address, tmp_path / "store"))
    assert there == here
    assert held(address) == held(tmp_path / "store")


def test_a_build_that_breaks_off_changes_nothing_and_the_next_goes_through(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoint_build, "_QUADS_A_REQUEST", 40)
    engine = RemoteEngine(address)
    put_in_place(engine, quads(10))
    before, way = held(address), remote_address(address)
    for updates in range(100):
        with breaking_after(updates, way.queries, way.updates) as broken:
            code = _problem_of(broken, quads(50))
        if code is None:
            break
        assert code is Code.STORE_UNAVAILABLE
        assert held(address) == before
    assert updates == 7
    assert held(address) == sorted_lines(quads(50))
    assert not engine.laid_by()
    engine.close()


def _problem_of(address: str, new: list[Quad]) -> Code | None:
    engine = RemoteEngine(address)
    try:
        put_in_place(engine, new)
    except ProblemError as error:
        return error.problem.code
    finally:
        engine.close()
    return None


def test_a_reader_sees_the_old_or_the_new_and_nothing_between(address: str) -> None:
    engine = RemoteEngine(address)
    put_in_place(engine, quads(2000))
    seen, failed, done = set(), [], threading.Event()

    def read() -> None:
        reading = RemoteEngine(address)
        try:
            while not done.is_set():
                seen.update((query, next(iter(reading.select(query)))) for query in (STANDING, SAID))
        except ProblemError as error:
            failed.append(error)
        finally:
            reading.close()

    reader = threading.Thread(target=read)
    reader.start()
    for count in (1000, 2000, 1000):
        put_in_place(engine, quads(count))
    done.set()
    reader.join()
    engine.close()
    assert not failed
    sizes = [(query, (str(size),)) for count in (1000, 2000) for query, size in ((STANDING, count), (SAID, 3 * count))]
    assert seen == set(sizes)


def test_graphs_of_others_are_left_alone_and_ours_that_are_not_built_go(address: str) -> None:
    engine = RemoteEngine(address)
    gone = Quad(THING, THING, THING, NamedNode(f"{SOURCE_GRAPHS}gone"))
    engine.insert([Quad(THING, THING, THING, OTHER), gone])
    put_in_place(engine, [Quad(THING, THING, Literal("1"))])
    assert engine.ask(f"ASK FROM {OTHER} {{ {THING} {THING} {THING} }}")
    assert engine.select(f"SELECT ?o {{ {THING} {THING} ?o }}").rows == ((Literal("1"),),)
    assert not [name for name in engine.graphs() if name.startswith(GRAPHS)]
    engine.update(f"DROP SILENT GRAPH {OTHER}")
    engine.close()


def test_what_did_not_arrive_is_not_put_in_place(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = RemoteEngine(address)
    put_in_place(engine, [Quad(THING, THING, Literal("old"))])
    with monkeypatch.context() as patched:
        patched.setattr(engine, "insert", lambda _quads: None)
        with pytest.raises(ProblemError, match="0 of the 1 statements"):
            put_in_place(engine, [Quad(THING, THING, Literal("new"))])
    assert engine.select(f"SELECT ?o {{ {THING} {THING} ?o }}").rows == ((Literal("old"),),)
    engine.close()
