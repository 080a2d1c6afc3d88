"""Where no more can be written, a command says so in one sentence, and the store is as before or whole."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, run
from tests.graph.importing.composed import folder_of
from tests.graph.importing.conftest import lines_of

TEXT = (
    "RESOLUTION 197 (Rev. Bucharest, 2022)\nThe Plenipotentiary Conference (Bucharest, 2022),\nrecalling\n"
    "a)\tResolution 71 (Rev. Dubai, 2018);\nresolves\n1\tto apply Resolution 139 (Rev. Dubai, 2018).\n"
)


@pytest.fixture
def own(store, tmp_path):
    """A store of one's own, in a folder where nothing else is."""
    return Path(shutil.copytree(store, tmp_path / "place" / "store"))


@pytest.fixture
def commands(tmp_path):
    text = tmp_path / "res-197.txt"
    text.write_text(TEXT, encoding="utf-8")
    return {
        "ingest": ("ingest", str(text)),
        "import": ("import", "relaton", str(folder_of(tmp_path / "records"))),
        "build": ("build",),
    }


def limited(kibibytes, *arguments):
    """A command that may write no file beyond a size."""
    command = [sys.executable, "-m", "graph_service.cli", *arguments]
    most = kibibytes * 1024
    with_limit = f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); "
    start = [sys.executable, "-c", with_limit + "os.execv(sys.argv[1], sys.argv[1:])", *command]
    return subprocess.run(start, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "name, kibibytes", [("ingest", 1), ("ingest", 256), ("import", 64), ("import", 1024), ("build", 1024)]
)
def test_a_full_disk_is_said_and_nothing_is_torn(own, commands, name, kibibytes):
    arguments = (*commands[name], "--store", str(own))
    before = lines_of(own)
    done = limited(kibibytes, *arguments)
    state = lines_of(own)
    assert "Traceback" not in done.stderr
    assert run(*arguments).code == 0
    after = lines_of(own)
    assert done.returncode == 2 or state == after
    if done.returncode:
        assert done.stderr.count("\n") == 1, done.stderr
        assert "room" in done.stderr
    assert state in (before, after)
    assert [file.name for file in own.parent.iterdir()] == ["store"]
