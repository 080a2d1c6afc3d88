"""The version of a store changes with every write, and with nothing else."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from graph_service.analysing import store_version
from graph_service.analysing.store_version import StoreVersion, fingerprint


def test_a_version_changes_with_every_write_and_not_with_reading(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "none") == ""
    store = Store(str(tmp_path / "store"))
    folder = tmp_path / "store"
    before = fingerprint(folder)
    Store.read_only(str(folder)).query("ASK {}")
    assert fingerprint(folder) == before != ""
    store.update("INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }")
    assert fingerprint(folder) != before


def test_a_version_is_looked_at_a_few_times_a_second_or_when_it_must_be_fresh(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    version = StoreVersion(str(tmp_path / "store"))
    before = version.now()
    store.update("INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }")
    assert version.now() == before
    assert version.now(fresh=True) != before
    assert version.size() > 0


def test_a_version_may_be_late_for_a_while_but_never_after_a_write_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(str(tmp_path / "store"))
    version = StoreVersion(str(tmp_path / "store"))
    before = version.now()
    assert version.lately() == ()
    store.update("INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }")
    between = version.now(fresh=True)
    assert version.lately() == (before,)
    store.update("INSERT DATA { <http://example.org/s> <http://example.org/p> 2 }")
    version.now(fresh=True)
    assert version.lately() == (before, between)
    monkeypatch.setattr(store_version, "_LATE", 0.0)
    assert version.lately() == ()
    monkeypatch.undo()
    store.update("INSERT DATA { <http://example.org/s> <http://example.org/p> 3 }")
    version.changed()
    assert version.lately() == ()


def test_an_endpoint_has_a_version_that_lasts() -> None:
    version = StoreVersion("http://127.0.0.1:1/sparql")
    assert version.now() == version.now()
    assert version.size() == 0
