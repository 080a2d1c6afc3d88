"""Answers of the reading processes on their way to a client that may leave, or read slowly."""

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.types import Receive

from graph_service.api.exchange import Request
from graph_service.api.frames import Job
from graph_service.api.pooling import Answer
from graph_service.api.workers import Pool
from graph_service.errors import ProblemError

_WATCH_AFTER = 0.05
"""Seconds after which it is worth watching whether the client is still there."""


def _nobody(block: bytes) -> None:
    """Take no note of a block."""
    del block


async def run_watched(pool: Pool, job: Job, receive: Receive) -> Answer | None:
    """Run a job and return its answer, None if the client leaves before it begins; the job is then ended."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    watches: list[asyncio.Task[None]] = []
    has_left = False

    async def watch() -> None:
        nonlocal has_left
        while (await receive())["type"] != "http.disconnect":
            pass
        has_left = True
        if task is not None:
            task.cancel()

    timer = loop.call_later(_WATCH_AFTER, lambda: watches.append(loop.create_task(watch())))
    try:
        return await pool.run(job)
    except asyncio.CancelledError:
        if not has_left or task is None:
            raise
        task.uncancel()
        return None
    finally:
        timer.cancel()
        for watcher in watches:
            watcher.cancel()


async def send_blocks(
    pool: Pool, found: Answer, request: Request, *, seconds: float, seen: Callable[[bytes], None] = _nobody
) -> bool:
    """Send the blocks of an answer that has begun, and return whether all were sent; ``seen`` is told of each.

    Where it breaks off or nobody reads it, so does the connection.
    """
    try:
        if request.is_head:
            await request.send({"type": "http.response.body", "body": b""})
            return False
        async with asyncio.timeout(seconds):
            async for block in found.blocks():
                await request.send({"type": "http.response.body", "body": block, "more_body": True})
                seen(block)
            await request.send({"type": "http.response.body", "body": b""})
    except (ProblemError, TimeoutError):
        return False
    else:
        return True
    finally:
        pool.abandon(found)


async def blocks_of(pool: Pool, found: Answer) -> AsyncIterator[bytes]:
    """Yield the blocks of an answer; when nobody takes them any more, the job is ended."""
    try:
        async for block in found.blocks():
            yield block
    finally:
        pool.abandon(found)
