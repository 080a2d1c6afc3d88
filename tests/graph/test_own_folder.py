"""A temporary folder is removed when it is let go; one that a killed process left, when the next one looks."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph_service.graph import own_folder
from graph_service.graph.own_folder import OwnFolder, remove_left

HOLDING = """
import sys
from graph_service.graph.own_folder import OwnFolder
own = OwnFolder()
(own.path / "file").write_text("something")
print(own.path, flush=True)
sys.stdin.read()
"""
FORKING = """
import os
from graph_service.graph.own_folder import OwnFolder
own = OwnFolder()
if os.fork() == 0:
    del own
    os._exit(0)
os.wait()
assert own.path.is_dir()
print(own.path)
"""


@pytest.mark.parametrize("let_go", ["close", "drop"])
def test_it_goes_when_it_is_let_go(places: Path, let_go: str) -> None:
    own = OwnFolder()
    (own.path / "file").write_text("something")
    assert list(places.iterdir()) == [own.path]
    if let_go == "close":
        own.close()
    del own
    assert not list(places.iterdir())


def test_a_process_that_was_forked_off_does_not_remove_it_and_the_end_of_its_own_does(places: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(places)}
    told = subprocess.run([sys.executable, "-c", FORKING], env=environment, capture_output=True, text=True, check=True)
    assert Path(told.stdout.strip()).parent == places
    assert not list(places.iterdir())


def test_what_a_killed_process_left_is_removed_and_what_one_holds_is_not(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, environment = [sys.executable, "-c", HOLDING], {**os.environ, "TMPDIR": str(places)}
    holders = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    try:
        killed, living = (Path(holder.stdout.readline().strip()) for holder in holders)
        holders[0].send_signal(signal.SIGKILL)
        holders[0].wait(timeout=30)
        remove_left.cache_clear()
        remove_left()
        assert killed.is_dir(), "it might be one that is just being made"
        monkeypatch.setattr(own_folder, "_GROWN", -1)
        remove_left.cache_clear()
        remove_left()
        assert not killed.exists()
        assert (living / "file").read_text() == "something"
    finally:
        for holder in holders:
            holder.kill()
            holder.communicate(timeout=30)
