"""A store's place is never left empty for good, and nothing is left lying about."""

from pathlib import Path

from pyoxigraph import NamedNode, Quad

from graph_service.graph.engine import open_engine
from graph_service.graph.swapping import fresh_folder, put_right, swap

A = NamedNode("http://example.org/a")


def made(folder: Path) -> Path:
    engine = open_engine(folder)
    engine.insert([Quad(A, A, A)])
    engine.flush()
    engine.close()
    return folder


def test_the_new_store_stands_and_the_old_one_is_gone(tmp_path: Path) -> None:
    store, fresh = made(tmp_path / "store"), fresh_folder(tmp_path / "store")
    open_engine(fresh).close()
    swap(fresh, store)
    assert list(open_engine(store, read_only=True).dump()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_store_moved_away_by_a_killed_build_is_found_again(tmp_path: Path) -> None:
    store, fresh = made(tmp_path / "store"), fresh_folder(tmp_path / "store")
    store.rename(fresh.with_name(fresh.name + ".old"))
    assert list(open_engine(store, read_only=True).dump()) == [Quad(A, A, A)]


def test_what_killed_builds_left_is_removed_but_not_what_is_being_built(tmp_path: Path) -> None:
    store, dead, living = made(tmp_path / "store"), fresh_folder(tmp_path / "store"), fresh_folder(tmp_path / "store")
    made(dead)
    engine = open_engine(living)
    put_right(store)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["store", living.name])
    engine.close()


def test_other_folders_are_not_touched(tmp_path: Path) -> None:
    store, other = made(tmp_path / "store"), made(tmp_path / "store-of-another")
    put_right(store)
    assert other.is_dir()
