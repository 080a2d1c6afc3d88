"""A Dask scheduler and its workers for tests: processes on loopback, ended by their ids."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

from tests.conftest import ROOT
from tests.graph.endpoint import free_port

PATIENCE = 60.0


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler without workers."""
    port = free_port()
    command = ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    with _process(command, folder):
        address = f"tcp://127.0.0.1:{port}"
        _wait(address, 0)
        yield address


@contextmanager
def cluster(folder: Path, *, workers: int) -> Iterator[str]:
    """The address of a scheduler with so many workers of one thread."""
    with scheduler(folder) as address:
        command = ["worker", address, "--host", "127.0.0.1", "--nworkers", str(workers), "--nthreads", "1"]
        with _process([*command, "--no-dashboard", "--local-directory", str(folder)], folder):
            _wait(address, workers)
            yield address


@contextmanager
def _process(arguments: list[str], folder: Path) -> Iterator[None]:
    with (folder / f"{arguments[0]}.log").open("w") as log:
        command = [sys.executable, "-m", "dask", *arguments]
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _wait(address: str, workers: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with Client(address, timeout=1, set_as_default=False) as client:
                if workers:
                    client.wait_for_workers(workers, timeout=PATIENCE)
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the scheduler did not answer in time")
