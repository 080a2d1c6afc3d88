"""The pool of reading processes: answers, deadlines, deaths, bounds, and a store that changes under it."""

import asyncio
import json
import os
import signal
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_service.api.breeding import Breeding
from graph_service.api.frames import Job
from graph_service.api.pooling import PoolOptions
from graph_service.api.workers import Pool
from graph_service.errors import Code, ProblemError
from tests.apart import run_apart

T = TypeVar("T")
EX = "http://example.org/"
EDGES = 3000
BASE = "http://example.org/sparql"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pool") / "store"
    fill(path)
    return path


def fill(path: Path) -> None:
    store = Store(str(path))
    cites = NamedNode(EX + "cites")
    store.bulk_extend(Quad(NamedNode(f"{EX}s{i}"), cites, NamedNode(f"{EX}s{i * 7 % 500}")) for i in range(EDGES))
    store.extend([Quad(NamedNode(EX + "a"), cites, NamedNode(EX + "b"), NamedNode(EX + "g"))])
    store.flush()


def with_pool(
    folder: Path,
    work: Callable[[Pool], Awaitable[T]],
    *,
    timeout: float = 1.0,
    queue: int = 64,
    memory: int = 256,
    in_memory: int = 0,
) -> T:
    options = PoolOptions(
        store=str(folder), workers=2, queue=queue, timeout=timeout, memory=memory, in_memory=in_memory, prefixes={"ex": EX}
    )  # fmt: skip

    async def run() -> T:
        pool = Pool(options)
        await pool.start()
        try:
            return await work(pool)
        finally:
            await pool.close()

    return run_apart(run())


def job(text: str, *, accept: str | None = None, rows: int = 100_000, default: tuple[str, ...] | None = None) -> Job:
    return Job(task="query", text=text, base=BASE, accept=accept, rows=rows, default=default, named=None)


async def ask(pool: Pool, asked: Job) -> bytes:
    answer = await pool.run(asked)
    if answer.whole is not None:
        return answer.whole
    return b"".join([block async for block in answer.blocks()])


async def in_memory(pool: Pool, *, seconds: float = 20) -> None:
    """Wait until the processes read from memory."""
    for _ in range(round(seconds / 0.05)):
        if pool.reads_from_memory:
            return
        await asyncio.sleep(0.05)
    raise TimeoutError


async def problem_of(pool: Pool, asked: Job) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        await ask(pool, asked)
    return caught.value


FORMATS = [
    ("SELECT * { ?s ?p ?o } LIMIT 1", None, "application/sparql-results+json"),
    ("SELECT * { ?s ?p ?o } LIMIT 1", "application/sparql-results+xml", "application/sparql-results+xml"),
    ("SELECT * { ?s ?p ?o } LIMIT 1", "text/csv", "text/csv; charset=utf-8"),
    ("SELECT * { ?s ?p ?o } LIMIT 1", "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ("ASK {}", None, "application/sparql-results+json"),
    ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", None, "text/turtle; charset=utf-8"),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "application/ld+json", "application/ld+json"),
    ("DESCRIBE <http://example.org/s1>", "application/n-triples", "application/n-triples"),
    ("DESCRIBE <http://example.org/s1>", "application/n-quads", "application/n-quads"),
]  # fmt: skip


def test_each_form_is_answered_in_the_format_that_is_accepted(folder: Path) -> None:
    async def work(pool: Pool) -> list[str]:
        return [(await pool.run(job(text, accept=accept))).head.content_type for text, accept, _ in FORMATS]

    assert with_pool(folder, work) == [media for _, _, media in FORMATS]


PROBLEMS = [
    ("ASK { ?s", None, Code.BAD_QUERY, "line 1, column 9"),
    ("SELECT * { ?s ?p ?o }", "text/html", Code.NOT_ACCEPTABLE, "Accept"),
    ("ASK {}", "text/csv", Code.NOT_ACCEPTABLE, "Accept"),
    ("ASK { " + "(" * 30_000, None, Code.BAD_QUERY, "the query"),
    ("SELECT * { " + "{" * 6000 + "}" * 6000 + "}", None, Code.BAD_QUERY, "the query"),
    ("SELECT (<http://example.org/f>(1) AS ?x) {}", None, Code.BAD_QUERY, "the query"),
    ("SELECT * { SERVICE <http://127.0.0.1:8888/x> { ?s ?p ?o } }", None, Code.BAD_QUERY, "the query"),
]  # fmt: skip


def test_a_bad_query_is_a_problem_and_the_next_one_is_answered(folder: Path) -> None:
    async def work(pool: Pool) -> list[tuple[Code, str]]:
        found = []
        for text, accept, _, _ in PROBLEMS:
            error = await problem_of(pool, job(text, accept=accept))
            found.append((error.problem.code, error.problem.where))
            assert b"true" in await ask(pool, job("ASK {}"))
        return found

    assert with_pool(folder, work) == [(code, where) for _, _, code, where in PROBLEMS]


def test_a_long_answer_comes_in_blocks_and_is_cut_at_the_rows_allowed(folder: Path) -> None:
    async def work(pool: Pool) -> tuple[bytes, bytes, bytes]:
        long = await pool.run(job("SELECT * { ?s ?p ?o }"))
        assert long.whole is None
        blocks = [block async for block in long.blocks()]
        assert len(blocks) > 3
        cut = await ask(pool, job("SELECT * { ?s ?p ?o }", rows=1000))
        table = await pool.run(job("SELECT * { ?s ?p ?o }", rows=1000, accept="text/csv"))
        assert table.head.is_cut
        graph = await ask(pool, job("CONSTRUCT WHERE { ?s ?p ?o }", rows=10))
        return b"".join(blocks), cut, graph

    whole, cut, graph = with_pool(folder, work)
    assert len(json.loads(whole)["results"]["bindings"]) == EDGES
    assert json.loads(cut)["results"]["bindings"] == json.loads(whole)["results"]["bindings"][:1000]
    assert json.loads(cut)["truncated"] == {"rows": 1000}
    assert b"more than these 10 triples" in graph


def test_a_dataset_of_the_request_stands_instead_of_the_default_graph(folder: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    async def work(pool: Pool) -> list[bytes]:
        graphs = (None, (EX + "g",), (EX + "unknown",), ())
        return [await ask(pool, job(count, accept="text/csv", default=default)) for default in graphs]

    found = with_pool(folder, work)
    assert [int(table.split()[1]) for table in found] == [EDGES, 1, 0, 0]


def test_a_late_query_is_ended_in_time_and_the_next_ones_are_quick(folder: Path) -> None:
    async def work(pool: Pool) -> tuple[list[Code], float, float]:
        start = time.monotonic()
        errors = await asyncio.gather(*(problem_of(pool, job(ENDLESS)) for _ in range(6)))
        middle = time.monotonic()
        assert b"true" in await ask(pool, job("ASK {}"))
        assert b"true" in await ask(pool, job("ASK {}"))
        return [error.problem.code for error in errors], middle - start, time.monotonic() - middle

    codes, took, after = with_pool(folder, work, timeout=1.5)
    assert codes == [Code.TIMED_OUT] * 6
    assert 1.5 <= took < 2
    assert after < 1


def test_a_full_queue_refuses_at_once(folder: Path) -> None:
    async def work(pool: Pool) -> list[Code]:
        errors = await asyncio.gather(*(problem_of(pool, job(ENDLESS)) for _ in range(7)))
        return sorted((error.problem.code for error in errors), key=lambda code: code.word)

    codes = with_pool(folder, work, timeout=0.5, queue=3)
    assert codes.count(Code.TIMED_OUT) + codes.count(Code.BUSY) == 7
    assert codes.count(Code.BUSY) >= 2


def test_memory_is_bounded(folder: Path) -> None:
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"

    async def work(pool: Pool) -> Code:
        error = await problem_of(pool, job(greedy))
        assert b"true" in await ask(pool, job("ASK {}"))
        return error.problem.code

    assert with_pool(folder, work, timeout=20, memory=64) is Code.QUERY_ENDED


def test_a_change_of_the_store_is_seen_by_the_next_query(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder)
    added = "INSERT DATA { <new> <http://example.org/cites> <http://example.org/s1> }"
    count = job("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", accept="text/csv")

    async def work(pool: Pool) -> list[bytes]:
        found = [await ask(pool, count)]
        await in_memory(pool)
        found.append(await ask(pool, count))
        await pool.write(Job(task="update", text=added, base=BASE))
        found.extend([await ask(pool, count), await ask(pool, count)])
        return found

    numbers = [int(table.split()[1]) for table in with_pool(folder, work, in_memory=EDGES, timeout=20)]
    assert numbers == [EDGES, EDGES, EDGES + 1, EDGES + 1]


def test_a_write_is_not_ended_by_the_nursery_that_follows(tmp_path: Path) -> None:
    """The one that holds the store in memory takes over in the middle of it."""
    folder = tmp_path / "store"
    fill(folder)
    many = " ".join(f"<{EX}t{number}> <{EX}cites> <{EX}t{number + 1}> ." for number in range(60_000))

    async def work(pool: Pool) -> tuple[Breeding | None, Breeding | None]:
        writing = asyncio.create_task(pool.write(Job(task="update", text=f"INSERT DATA {{ {many} }}", base=BASE)))
        await asyncio.sleep(0.05)
        before = pool._current
        pool._adopt(pool._breed(in_memory=False))
        await asyncio.sleep(0)
        assert not writing.done()
        await writing
        return before, pool._current

    before, after = with_pool(folder, work, timeout=20)
    assert before is not after
    assert before is not None
    assert before.is_lost, "it is closed when the write is done"


def test_a_writing_process_that_ends_is_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder)

    async def work(pool: Pool) -> float:
        began = time.monotonic()
        many = " ".join(f"<{EX}t{number}> <{EX}cites> <{EX}t{number + 1}> ." for number in range(60_000))
        writing = asyncio.create_task(pool.write(Job(task="update", text=f"INSERT DATA {{ {many} }}", base=BASE)))
        await asyncio.sleep(0.05)
        pool._current.close()
        with pytest.raises(ProblemError) as caught:
            await writing
        assert caught.value.problem.code is Code.QUERY_ENDED
        return time.monotonic() - began

    assert with_pool(folder, work, timeout=20) < 10


def test_nothing_temporary_is_left_however_a_process_ends(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def in_use() -> list[Path]:
        return [own for own in tmp_path.iterdir() if any(own.iterdir())]

    async def late_and_killed(pool: Pool) -> None:
        with pytest.raises(ProblemError):
            await pool.run(job(ENDLESS))
        assert in_use()
        os.kill(pool.processes()[0], signal.SIGKILL)

    with_pool(folder, late_and_killed, timeout=0.3)
    assert not list(tmp_path.iterdir())


def test_an_update_is_whole_or_not_at_all_and_loads_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder)
    (tmp_path / "secret.nt").write_text("<http://a> <http://b> <http://c> .\n")
    updates = {
        f"LOAD <file://{tmp_path}/secret.nt>": Code.STORE_UNAVAILABLE,
        "LOAD <http://127.0.0.1:8888/secret.nt>": Code.STORE_UNAVAILABLE,
        "CLEAR XYZ": Code.BAD_QUERY,
        "CLEAR ALL ; INSERT DATA { <x> <y": Code.BAD_QUERY,
    }

    async def work(pool: Pool) -> tuple[list[Code], bytes]:
        codes = []
        for text in updates:
            with pytest.raises(ProblemError) as caught:
                await pool.write(Job(task="update", text=text, base=BASE))
            codes.append(caught.value.problem.code)
        return codes, await ask(pool, job("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", accept="text/csv"))

    codes, table = with_pool(folder, work, timeout=20)
    assert codes == list(updates.values())
    assert int(table.split()[1]) == EDGES


def test_without_a_store_the_problem_says_so_until_there_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "store"

    async def work(pool: Pool) -> Code:
        error = await problem_of(pool, job("ASK {}"))
        fill(folder)
        await asyncio.sleep(0.3)
        assert b"true" in await ask(pool, job("ASK { ?s ?p ?o }"))
        return error.problem.code

    assert with_pool(folder, work) is Code.STORE_UNAVAILABLE


def test_no_process_is_left_when_the_pool_is_closed(folder: Path) -> None:
    async def work(pool: Pool) -> list[int]:
        await ask(pool, job("ASK {}"))
        return pool.processes()

    processes = with_pool(folder, work)
    assert len(processes) >= 2
    deadline = time.monotonic() + 5
    while any(is_running(process) for process in processes):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_client_that_leaves_frees_its_process(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        tasks = [asyncio.create_task(pool.run(job(ENDLESS))) for _ in range(4)]
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        start = time.monotonic()
        assert b"true" in await ask(pool, job("ASK {}"))
        assert time.monotonic() - start < 2

    with_pool(folder, work, timeout=20)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
