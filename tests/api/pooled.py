"""A pool over a small store, for tests of its processes."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_service.api.frames import Job
from graph_service.api.pooling import PoolOptions
from graph_service.api.workers import Pool
from graph_service.errors import ProblemError
from tests.apart import run_apart

T = TypeVar("T")
EX = "http://example.org/"
EDGES = 3000
BASE = "http://example.org/sparql"


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
