"""A job that writes: in a process of its own, which ends with it."""

import asyncio

from graph_service.api.breeding import Breeding
from graph_service.api.frames import Head, Job
from graph_service.api.pooling import closing, death, late
from graph_service.api.worker import Worker


async def written(home: Breeding, job: Job, timeout: float) -> Head:  # noqa: ASYNC109 - its lateness is a problem
    """Have a process of a nursery do a writing job and return what came of it.

    Raise its problem, timed-out, or store-unavailable where it could not begin.
    """
    try:
        worker = await home.bear(_tell_who_waits)
    except OSError as error:
        raise closing() from error
    exchange = worker.start(job)
    try:
        return await asyncio.wait_for(asyncio.shield(exchange.started), timeout)
    except TimeoutError:
        raise late(timeout) from None
    finally:
        worker.close()
        await home.end(worker.process or 0)


def _tell_who_waits(worker: Worker) -> None:
    """A process that ended before it answered will not answer any more."""
    if worker.is_lost and worker.exchange is not None:
        worker.exchange.fail(death(None))
