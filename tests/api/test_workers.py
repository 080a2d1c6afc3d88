"""The pool of reading processes: answers, deadlines, deaths, bounds, and a store that changes under it."""

import asyncio
import json
import os
import signal
import tempfile
import time
from pathlib import Path

import pytest

from graph_service.api.frames import Job
from graph_service.api.workers import Pool
from graph_service.errors import Code, ProblemError
from tests.api.pooled import BASE, EDGES, EX, ask, fill, in_memory, job, problem_of, with_pool

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pool") / "store"
    fill(path)
    return path


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
