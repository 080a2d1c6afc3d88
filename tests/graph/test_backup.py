"""A backup is the whole of one moment, beside a writer too, and never half."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_service.errors import ProblemError
from graph_service.graph.backup import backup
from graph_service.graph.engine import EmbeddedEngine, open_engine

A = NamedNode("http://example.org/a")
_PACE = 0.1
"""Seconds between two changes: an ingestion commits about ten small documents a second."""
GRAPHS = tuple(NamedNode(f"http://example.org/graph/{number}") for number in range(20))


def state(number: int) -> list[Quad]:
    """One state of a store: every graph says the same number."""
    return [Quad(A, A, Literal(str(number)), graph) for graph in GRAPHS]


def write(engine: EmbeddedEngine, number: int) -> None:
    lines = " ".join(f'GRAPH <{graph.value}> {{ <{A.value}> <{A.value}> "{number}" }}' for graph in GRAPHS)
    engine.update(f"DROP ALL ; INSERT DATA {{ {lines} }}")


def made(folder: Path) -> str:
    """A store in its first state, which nobody has open."""
    engine = open_engine(folder)
    engine.insert(state(1))
    engine.flush()
    engine.close()
    return str(folder)


def test_a_backup_holds_what_the_store_holds(tmp_path: Path) -> None:
    made(tmp_path / "store")
    assert backup(str(tmp_path / "store"), tmp_path / "deep" / "copy") == len(GRAPHS)
    copy = open_engine(tmp_path / "deep" / "copy", read_only=True)
    assert set(copy.dump()) == set(state(1))
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["copy"]


def test_beside_a_writer_it_is_one_state(tmp_path: Path) -> None:
    writer = EmbeddedEngine.in_folder(tmp_path / "store")
    write(writer, 0)
    writer.flush()
    ended = threading.Event()

    def work() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            write(writer, number)
            writer.flush()
            ended.wait(_PACE)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for turn in range(8):
            assert backup(str(tmp_path / "store"), tmp_path / f"copy{turn}") == len(GRAPHS)
            found = {quad.object for quad in open_engine(tmp_path / f"copy{turn}", read_only=True).dump()}
            assert len(found) == 1
    finally:
        ended.set()
        thread.join()


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    with pytest.raises(ProblemError, match="name a folder that is not there yet"):
        backup(made(tmp_path / "store"), tmp_path / "copy")


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProblemError, match="the copy cannot be written"):
        backup(made(tmp_path / "store"), tmp_path / "file" / "copy")


@pytest.mark.parametrize(("times", "is_copied"), [(1, True), (99, False)])
def test_a_store_whose_files_are_taken_away_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, *, is_copied: bool
) -> None:
    store, left, dump = made(tmp_path / "store"), [times], EmbeddedEngine.dump

    def dump_broken_off(engine: EmbeddedEngine) -> Iterator[Quad]:
        quads = dump(engine)
        yield next(quads)
        if left[0]:
            left[0] -= 1
            raise OSError("No such file or directory")
        yield from quads

    monkeypatch.setattr(EmbeddedEngine, "dump", dump_broken_off)
    if is_copied:
        assert backup(store, tmp_path / "copy") == len(GRAPHS)
    else:
        with pytest.raises(ProblemError, match="it was changed while it was read"):
            backup(store, tmp_path / "copy")
        assert [path.name for path in tmp_path.iterdir()] == ["store"]
