"""What the measurements share: rows, repeated timing of two things in turn, a command's time and memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SHARED = Path(os.environ.get("ITUGRAPH_SHARED") or ROOT.parent / "shared")


@dataclass(frozen=True)
class Row:
    what: str
    figure: str


def in_turn(*things: Callable[[], object], rounds: int = 5) -> list[float]:
    """Return the median seconds of each, measured in turn so that a slow moment hits all."""
    times: list[list[float]] = [[] for _ in things]
    for _ in range(rounds):
        for at, thing in enumerate(things):
            began = time.perf_counter()
            thing()
            times[at].append(time.perf_counter() - began)
    return [statistics.median(one) for one in times]


def command(*arguments: str) -> tuple[float, float]:
    """Return seconds and MiB (peak) of a command of this project as a whole process."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "graph_service.cli", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(process.pid, 0)
    return time.perf_counter() - began, used.ru_maxrss / 1024


def ratio(value: float, other: float) -> str:
    return f"{value / other:.2f} x"
