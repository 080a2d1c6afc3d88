"""A write is done in a process of its own: whole or not at all, and told when that process ends."""

import asyncio
import time
from pathlib import Path

import pytest

from graph_service.api.breeding import Breeding
from graph_service.api.frames import Job
from graph_service.api.workers import Pool
from graph_service.errors import Code, ProblemError
from tests.api.pooled import BASE, EDGES, EX, ask, fill, job, with_pool

MANY = " ".join(f"<{EX}t{number}> <{EX}cites> <{EX}t{number + 1}> ." for number in range(60_000))


def test_a_write_is_not_ended_by_the_nursery_that_follows(tmp_path: Path) -> None:
    """The one that holds the store in memory takes over in the middle of it."""
    folder = tmp_path / "store"
    fill(folder)

    async def work(pool: Pool) -> tuple[Breeding | None, Breeding | None]:
        writing = asyncio.create_task(pool.write(Job(task="update", text=f"INSERT DATA {{ {MANY} }}", base=BASE)))
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


@pytest.mark.parametrize("wait", [0, 0.05])
def test_a_writing_process_that_ends_is_told_at_once(tmp_path: Path, wait: float) -> None:
    folder = tmp_path / "store"
    fill(folder)

    async def work(pool: Pool) -> float:
        began = time.monotonic()
        writing = asyncio.create_task(pool.write(Job(task="update", text=f"INSERT DATA {{ {MANY} }}", base=BASE)))
        await asyncio.sleep(wait)
        pool._current.close()
        with pytest.raises(ProblemError) as caught:
            await writing
        assert caught.value.problem.code in {Code.QUERY_ENDED, Code.STORE_UNAVAILABLE}
        return time.monotonic() - began

    assert with_pool(folder, work, timeout=20) < 10


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
