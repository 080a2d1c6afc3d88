"""What is open can be read when it is gone."""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from graph_service.graph.held_files import HeldFiles

THING = NamedNode("http://example.org/a")
SIZE, PARTS = 600, 3
OPENED_AT_ONCE = 16
"""The files that the engine opens when it opens a folder, however many there are."""
JOINED = "SELECT ?a { ?a ?p ?b OPTIONAL { ?b ?q ?c } } ORDER BY ?a"
ASKING = """
import resource, sys
from pathlib import Path
from graph_service.graph.embedded import EmbeddedEngine
engine = EmbeddedEngine.in_folder(Path(sys.argv[1]), read_only=True)
for file in Path(sys.argv[1]).iterdir():
    file.unlink()
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
print(len(engine.select(sys.argv[2]).rows), sum(1 for _ in engine.dump()))
engine.close()
"""


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "one").write_text("first")
    return tmp_path / "folder"


def test_what_is_taken_away_is_read_on(folder: Path, places: Path) -> None:
    held = HeldFiles(folder, ["one"], grown="two")
    place = held.under_names()
    (folder / "one").unlink()
    assert (place / "one").read_text() == "first"
    assert list(places.iterdir()) == [place]
    held.close()
    assert not list(places.iterdir())


@pytest.mark.usefixtures("places")
def test_what_grows_is_read_as_it_was(folder: Path) -> None:
    (folder / "two-1").write_text("first")
    held = HeldFiles(folder, ["one", "two-1"], grown="two")
    with (folder / "two-1").open("a") as file:
        file.write(", second")
    assert (held.under_names() / "two-1").read_text() == "first"
    held.close()


def test_what_is_dropped_is_let_go(folder: Path, places: Path) -> None:
    before = open_files()
    held = HeldFiles(folder, ["one"], grown="two")
    assert held.under_names()
    assert open_files() > before
    del held
    assert open_files() == before
    assert not list(places.iterdir())


def test_where_a_file_is_gone_already_nothing_is_left(folder: Path, places: Path) -> None:
    before = open_files()
    with pytest.raises(FileNotFoundError):
        HeldFiles(folder, ["one", "three"], grown="two")
    assert open_files() == before
    assert not list(places.iterdir())


def test_a_query_over_files_that_are_gone_has_its_answer(tmp_path: Path) -> None:
    """The engine itself would pile up the same failure until no memory is left."""
    store = Store(str(tmp_path / "store"))
    for part in range(PARTS):
        things = [NamedNode(f"http://example.org/{number}") for number in range(part, SIZE, PARTS)]
        store.extend(Quad(THING, THING, thing, graph) for thing in things for graph in (DefaultGraph(), THING))
        store.flush()
    del store
    assert len(list((tmp_path / "store").glob("*.sst"))) > OPENED_AT_ONCE
    asked = subprocess.run(
        [sys.executable, "-c", ASKING, str(tmp_path / "store"), JOINED],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert asked.stdout.split() == [str(SIZE), str(2 * SIZE)], asked.stderr
