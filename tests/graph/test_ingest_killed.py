"""Killed at any moment, an ingestion leaves whole documents and no process, and running it again makes it whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph_service.cli.loading import library
from graph_service.cli.reading_files import How, read_files
from graph_service.graph.build import build
from graph_service.graph.engine import open_engine
from graph_service.graph.ingesting import ingest
from graph_service.graph.nquads import sorted_lines
from graph_service.register.register import Register
from tests.conftest import ROOT
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY
from tests.graph.importing.conftest import lines_of
from tests.processes import lives

KILLS = int(os.environ.get("ITUGRAPH_TEST_KILLS", "4"))
"""How many times it is killed; thirty for a whole trial."""
TEXT = (
    "RESOLUTION {number} (Rev. Bucharest, 2022)\nThe Plenipotentiary Conference (Bucharest, 2022),\nrecalling\n"
    "a)\tResolution {before} (Rev. Bucharest, 2022);\nb)\tResolution 71 (Rev. Dubai, 2018),\n"
    "resolves\n1\tto apply Resolution 139 (Rev. Dubai, 2018).\n"
)
PATIENCE = 10.0


@dataclass(frozen=True, kw_only=True)
class Undisturbed:
    """Files to ingest, the store before, how long it takes, and what the store holds after each file in turn."""

    files: Sequence[Path]
    plain: Path
    seconds: float
    states: Sequence[list[str]]


def start(files: Sequence[Path], store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "graph_service.cli", "ingest", *map(str, files), "--store", str(store)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def undisturbed(small: Register, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    place = tmp_path_factory.mktemp("undisturbed")
    plain, store, whole = place / "plain", place / "store", place / "whole"
    build(small, TEXTS, plain, ontology=ONTOLOGY)
    files = []
    for number in range(901, 911):
        files.append(place / f"res-{number}.txt")
        files[-1].write_text(TEXT.format(number=number, before=number - 1), encoding="utf-8")
    shutil.copytree(plain, store)
    states = list(_states(files, store))
    shutil.copytree(plain, whole)
    began = time.monotonic()
    assert start(files, whole).wait() == 0
    seconds = time.monotonic() - began
    assert lines_of(whole) == states[-1]
    assert len({len(lines) for lines in states}) == len(states)
    return Undisturbed(files=files, plain=plain, seconds=seconds, states=states)


def _states(files: Sequence[Path], store: Path) -> Iterator[list[str]]:
    """What the store holds before, and after each file."""
    books, engine = library(), open_engine(store)
    yield sorted_lines(engine.dump())
    for read in read_files(files, books, How(with_documents=False)):
        ingest(engine, books.register, read.texts)
        yield sorted_lines(engine.dump())
    engine.close()


@pytest.mark.parametrize("turn", range(KILLS))
def test_a_killed_ingestion_leaves_whole_documents_and_goes_on(
    turn: int, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    store = Path(shutil.copytree(undisturbed.plain, tmp_path / "store"))
    process = start(undisturbed.files, store)
    part = 0.35 + 0.65 * (turn + random.random()) / KILLS
    time.sleep(undisturbed.seconds * part)
    children = _children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    state = lines_of(store)
    assert state in undisturbed.states
    assert start(undisturbed.files, store).wait() == 0
    assert lines_of(store) == undisturbed.states[-1]
    assert [file.name for file in tmp_path.iterdir()] == ["store"]
    assert not _left_of(children)
    print(f"killed after {part:.0%} with {undisturbed.states.index(state)} of {len(undisturbed.files)} files in it")


def _children(pid: int) -> set[int]:
    try:
        return {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()}
    except FileNotFoundError:
        return set()


def _left_of(pids: set[int]) -> set[int]:
    deadline = time.monotonic() + PATIENCE
    while (left := {pid for pid in pids if lives(pid)}) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left
