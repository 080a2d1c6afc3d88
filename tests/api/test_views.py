"""While another process is writing, the state before is looked at, and said to be late."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_service.api import views
from graph_service.api.frames import Job
from graph_service.api.views import Views
from graph_service.errors import ProblemError

THING = NamedNode("http://example.org/a")


def add(folder: Path, number: int) -> None:
    store = Store(str(folder))
    store.add(Quad(THING, THING, NamedNode(f"http://example.org/{number}")))
    store.flush()


def job(version: str, text: str = "SELECT * { ?s ?p ?o }", late: tuple[str, ...] = ()) -> Job:
    return Job(task="query", text=text, base="http://example.org/", version=version, late=late)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add(tmp_path / "store", 1)
    return tmp_path / "store"


@pytest.fixture
def seen(folder: Path) -> Views:
    return Views(folder, nullcontext)


def test_a_change_is_seen_when_the_folder_rests(folder: Path, seen: Views) -> None:
    assert len(seen.of_query(job("1")).store) == 1
    add(folder, 2)
    assert len(seen.of_query(job("1")).store) == 1
    changed = seen.of_query(job("2"))
    assert (len(changed.store), changed.is_late) == (2, False)


@pytest.mark.parametrize("holds", [True, False])
def test_while_it_is_written_the_state_before_is_given(
    folder: Path, seen: Views, monkeypatch: pytest.MonkeyPatch, *, holds: bool
) -> None:
    if holds:
        held = Store()
        held.add(Quad(THING, THING, THING))
        seen.hold("1", held)
    assert len(seen.of_query(job("1")).store) == 1
    add(folder, 2)
    with monkeypatch.context() as patched:
        patched.setattr(views, "open_between_writes", lambda _: None)
        before = seen.of_query(job("2", late=("0", "1")))
        assert (len(before.store), before.is_late) == (1, True)
    monkeypatch.setattr(views, "_LOOK_AGAIN", 0.0)
    monkeypatch.setattr(seen, "_next_look", 0.0)
    after = seen.of_query(job("2"))
    assert (len(after.store), after.is_late) == (2, False)


@pytest.mark.parametrize("holds", [True, False])
def test_a_state_that_is_too_old_is_not_given_while_it_is_written(
    folder: Path, seen: Views, monkeypatch: pytest.MonkeyPatch, *, holds: bool
) -> None:
    if holds:
        seen.hold("1", Store())
    seen.of_query(job("1"))
    add(folder, 2)
    monkeypatch.setattr(views, "open_between_writes", lambda _: None)
    after = seen.of_query(job("3", late=("2",)))
    assert (len(after.store), after.is_late) == (2, False)


def test_graphs_are_looked_for_in_the_folder(seen: Views) -> None:
    seen.hold("1", Store())
    assert len(seen.of_query(job("1")).store) == 0
    assert len(seen.of_query(job("1", "SELECT * { GRAPH ?g { ?s ?p ?o } }")).store) == 1


def test_files_that_are_gone_are_let_go(seen: Views) -> None:
    assert not seen.drop_folder()
    seen.of_folder("1")
    assert seen.drop_folder()
    assert len(seen.of_folder("1").store) == 1


def test_without_a_store_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="itugraph build"):
        Views(tmp_path / "none", nullcontext).of_folder("1")
