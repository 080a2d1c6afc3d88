"""Who reads while another writes gets an answer each time, and never a half of one change and a half of the next."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.conftest import TOKEN, serving, settings

NAMES = ("<http://example.org/a>", "<http://example.org/b>", "<http://example.org/c>")
ROUND = "<http://example.org/round>"
CHANGES = 15
WRITING = """
import sys
from pathlib import Path
from graph_service.graph.embedded import EmbeddedEngine
for text in sys.stdin.read().split("====")[:-1]:
    engine = EmbeddedEngine.in_folder(Path(sys.argv[1]))
    engine.update(text)
    engine.flush()
    engine.close()
"""
"""Another process, as `ingest` and `import` are."""


def change(number: int) -> str:
    """All things go on to the next round at once, in the default graph and in a named one."""
    triples = " ".join(f'{name} {ROUND} "{number}" .' for name in NAMES)
    both = f"{triples} GRAPH {ROUND} {{ {triples} }}"
    return (
        f"DELETE WHERE {{ ?s {ROUND} ?n }} ; DELETE WHERE {{ GRAPH {ROUND} {{ ?s ?p ?o }} }} ; INSERT DATA {{ {both} }}"
    )


QUESTIONS = (
    f"SELECT ?n {{ ?s {ROUND} ?n }}",
    f"SELECT ?n {{ GRAPH {ROUND} {{ ?s {ROUND} ?n }} }}",
    f"SELECT ?n {{ {{ ?s {ROUND} ?n }} UNION {{ GRAPH {ROUND} {{ ?s {ROUND} ?n }} }} }}",
)


class Reader(threading.Thread):
    """Asks one question again and again, each time as if it were new, and notes the rounds that it is told."""

    def __init__(self, address: str, question: str) -> None:
        super().__init__()
        self.question = question
        self.client = httpx.Client(base_url=address, timeout=30)
        self.ended = threading.Event()
        self.answers: list[tuple[int, list[str]]] = []

    def run(self) -> None:
        with self.client:
            while not self.ended.is_set():
                query = f"{self.question} #{len(self.answers) // 2}"
                answer = self.client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
                self.answers.append((answer.status_code, answer.text.split()[1:]))


@pytest.fixture
def copy(store: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    shutil.copytree(store, folder, ignore=shutil.ignore_patterns("LOCK"))
    return folder


def through_the_service(client: httpx.Client, _: Path) -> None:
    for number in range(1, CHANGES + 1):
        answer = client.post("/update", data={"update": change(number)}, headers={"Authorization": f"Bearer {TOKEN}"})
        answer.raise_for_status()


def through_another_process(_: httpx.Client, folder: Path) -> None:
    texts = "".join(f"{change(number)}====" for number in range(1, CHANGES + 1))
    subprocess.run([sys.executable, "-c", WRITING, str(folder)], input=texts, text=True, check=True)


@pytest.fixture(params=[0, 1_000_000], ids=["folder", "memory"])
def client(request: pytest.FixtureRequest, copy: Path) -> Iterator[httpx.Client]:
    chosen = settings(copy, update_token=TOKEN, store_in_memory=request.param)
    with serving(chosen) as address, httpx.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.mark.parametrize("write", [through_the_service, through_another_process])
def test_no_answer_fails_or_is_mixed(
    client: httpx.Client, copy: Path, write: Callable[[httpx.Client, Path], None]
) -> None:
    through_the_service(client, copy)
    readers = [Reader(str(client.base_url), question) for question in QUESTIONS]
    for reader in readers:
        reader.start()
    try:
        write(client, copy)
    finally:
        for reader in readers:
            reader.ended.set()
        for reader in readers:
            reader.join()
    for reader in readers:
        assert reader.answers
        assert {status for status, _ in reader.answers} == {200}
        assert all(len(set(rounds)) == 1 for _, rounds in reader.answers), reader.question
        assert {len(rounds) for _, rounds in reader.answers} == {len(NAMES) * (2 if "UNION" in reader.question else 1)}
