"""A store is changed as a whole: its copy takes its place in one step, or nothing has changed."""

import subprocess
import sys

import pytest
from pyoxigraph import NamedNode, Quad

from graph_service.errors import Code, ProblemError
from graph_service.graph.engine import open_engine
from graph_service.graph.importing import store_copy
from graph_service.graph.importing.exchange import exchange
from graph_service.graph.importing.store_copy import changed_copy

QUAD = Quad(NamedNode("https://x.example/s"), NamedNode("https://x.example/p"), NamedNode("https://x.example/o"))
OTHER = Quad(NamedNode("https://x.example/s"), NamedNode("https://x.example/p"), NamedNode("https://x.example/other"))


@pytest.fixture
def folder(tmp_path):
    engine = open_engine(tmp_path / "store")
    engine.insert([QUAD])
    engine.flush()
    engine.close()
    return tmp_path / "store"


def content(folder):
    engine = open_engine(folder, read_only=True)
    try:
        return set(engine.dump())
    finally:
        engine.close()


def test_the_copy_takes_the_place_of_the_store(folder):
    with changed_copy(folder) as engine:
        engine.insert([OTHER])
        assert content(folder) == {QUAD}
    assert content(folder) == {QUAD, OTHER}
    assert [file.name for file in folder.parent.iterdir()] == ["store"]


def test_it_can_be_changed_again_and_again(folder):
    for at in range(5):
        with changed_copy(folder) as engine:
            engine.insert([Quad(QUAD.subject, QUAD.predicate, NamedNode(f"https://x.example/{at}"))])
    assert len(content(folder)) == 6


def test_a_reader_of_the_old_store_reads_on(folder):
    reader = open_engine(folder, read_only=True)
    with changed_copy(folder) as engine:
        engine.insert([OTHER])
    assert set(reader.dump()) == {QUAD}
    reader.close()


def test_an_error_changes_nothing(folder):
    def change():
        with changed_copy(folder) as engine:
            engine.insert([OTHER])
            raise ValueError("enough")

    with pytest.raises(ValueError, match="enough"):
        change()
    assert content(folder) == {QUAD}
    assert [file.name for file in folder.parent.iterdir()] == ["store"]


def test_nobody_else_can_write_meanwhile(folder):
    with changed_copy(folder), pytest.raises(ProblemError) as raised:
        open_engine(folder)
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE


def test_what_a_killed_process_left_is_removed(folder):
    (folder.parent / ".store-import-left" / "store").mkdir(parents=True)
    with changed_copy(folder):
        pass
    assert [file.name for file in folder.parent.iterdir()] == ["store"]


@pytest.mark.parametrize(("is_written", "names"), [(False, ["store"]), (True, [".store-import-left", "store"])])
def test_leftovers_are_removed_without_a_change_unless_somebody_writes(is_written, names, folder):
    (folder.parent / ".store-import-left" / "store").mkdir(parents=True)
    writing = (
        "import sys",
        "from pyoxigraph import Store",
        "store = Store(sys.argv[1])",
        "print(flush=True)",
        "input()",
    )
    command = [sys.executable, "-c", "\n".join(writing), str(folder)]
    if is_written:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            store_copy.remove_leftovers(folder)
            writer.communicate(b"\n")
    else:
        store_copy.remove_leftovers(folder)
    assert sorted(file.name for file in folder.parent.iterdir()) == names
    assert content(folder) == {QUAD}


def test_a_store_opened_by_another_in_between_is_left_alone(folder, monkeypatch):
    real = store_copy._version
    versions = iter(["MANIFEST-of-before"])
    monkeypatch.setattr(store_copy, "_version", lambda place: next(versions, None) or real(place))
    with pytest.raises(ProblemError, match="another process"), changed_copy(folder) as engine:
        engine.insert([OTHER])
    monkeypatch.undo()
    assert content(folder) == {QUAD}


@pytest.mark.parametrize("at_once", [True, False])
def test_two_folders_change_places(at_once, tmp_path, monkeypatch):
    if not at_once:
        monkeypatch.setattr("graph_service.graph.importing.exchange._at_once", lambda _one, _other: False)
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "file").read_text() == "other"
    assert (tmp_path / "other" / "file").read_text() == "one"
    assert len(list(tmp_path.iterdir())) == 2
