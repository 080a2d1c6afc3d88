"""Readers beside a process that writes: failed and mixed answers, and the longest that one waited."""

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx

from tests.api.test_beside_a_writer import NAMES, QUESTIONS, WRITING, change
from tests.bench.bench_sparql import OURS, serving
from tests.bench.measuring import Row, command

CHANGES = 60
PAUSE = 0.05


class Asking(threading.Thread):
    """Asks one question again and again, each time anew; keeps the seconds, and what was wrong."""

    def __init__(self, port: int, question: str) -> None:
        super().__init__()
        self.port = port
        self.question = question
        self.ended = threading.Event()
        self.seconds: list[float] = []
        self.wrong = 0

    def run(self) -> None:
        rows = len(NAMES) * (2 if "UNION" in self.question else 1)
        with httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30) as client:
            while not self.ended.is_set():
                query = quote(f"{self.question} #{len(self.seconds)}")
                began = time.perf_counter()
                answer = client.get(f"/sparql?query={query}", headers={"Accept": "text/csv"})
                self.seconds.append(time.perf_counter() - began)
                told = answer.text.split()[1:]
                self.wrong += not (answer.is_success and len(told) == rows and len(set(told)) == 1)


def run() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = str(Path(name) / "store")
        command("build", "--store", folder)
        write(folder, 1)
        with serving(OURS, folder, "10") as port:
            alone = asked(port, lambda: time.sleep(2))
            beside = asked(port, lambda: write(folder, CHANGES))
    for what, (seconds, wrong) in (("alone", alone), ("beside a writer", beside)):
        figure = f"{statistics.median(seconds) * 1000:.1f} ms, {max(seconds) * 1000:.0f} ms ({len(seconds)} answers, {wrong} wrong)"
        yield Row(f"{what}: the median answer, the longest (at most 100 ms)", figure)


def asked(port, meanwhile):
    readers = [Asking(port, question) for question in QUESTIONS[:2]]
    for reader in readers:
        reader.start()
    try:
        meanwhile()
    finally:
        for reader in readers:
            reader.ended.set()
        for reader in readers:
            reader.join()
    return [second for reader in readers for second in reader.seconds], sum(reader.wrong for reader in readers)


def write(folder: str, changes: int) -> None:
    """Change the store so many times, each time opening it anew, with a pause between."""
    program = WRITING.replace(
        "    engine.close()\n", f"    engine.close()\n    del engine\n    __import__('time').sleep({PAUSE})\n"
    )
    texts = "".join(f"{change(number)}====" for number in range(1, changes + 1))
    subprocess.run([sys.executable, "-c", program, folder], input=texts, text=True, check=True)
