"""Killed at any moment, an import leaves the store as it was or as it was to be, and running it again makes it whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.graph.importing.composed import folder_of, record
from tests.graph.importing.conftest import lines_of

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("ITUGRAPH_TEST_KILLS", "4"))
"""How many times it is killed; thirty for a whole trial."""
MANY = {
    f"itu-t-x-{number}.yaml": record(f"ITU-T X.{number} (12/2014)", stage="Published") for number in range(9000, 9400)
}


def start(path: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "graph_service.cli", "import", "relaton", str(path), "--store", str(store)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def undisturbed(plain, tmp_path_factory):
    """The records, how long their import takes, and what a store holds before and after it."""
    place = tmp_path_factory.mktemp("undisturbed")
    path, store = folder_of(place / "records", MANY), shutil.copytree(plain, place / "store")
    before, began = lines_of(store), time.monotonic()
    assert start(path, store).wait() == 0
    return path, time.monotonic() - began, before, lines_of(store)


@pytest.mark.parametrize("turn", range(KILLS))
def test_a_killed_import_leaves_whole_records_and_goes_on(turn, undisturbed, store):
    path, took, before, after = undisturbed
    process = start(path, store)
    time.sleep(took * (0.45 + 0.55 * (turn + random.random()) / KILLS))
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert lines_of(store) in (before, after)
    assert start(path, store).wait() == 0
    assert lines_of(store) == after
    assert [file.name for file in store.parent.iterdir()] == ["store"]
