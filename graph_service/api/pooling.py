"""What the pool of reading processes is made with, what it counts, what it answers, and its problems."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from graph_service.api.frames import Head
from graph_service.api.query_problems import out_of_memory
from graph_service.api.worker import Exchange, Worker
from graph_service.errors import Code, ProblemError, problem

_SIGNAL_OF_STACK, _SIGNAL_OF_MEMORY = -11, -6


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolOptions:
    """How many processes, how many jobs may wait, seconds for a job, MiB for a process; the store's folder or URL.

    The default graph of a folder is held in memory where it has up to ``in_memory`` triples.
    """

    store: str
    workers: int
    queue: int
    timeout: float
    memory: int
    in_memory: int
    prefixes: dict[str, str]


@dataclass(slots=True)
class PoolCounts:
    """What happened so far, for the metrics."""

    answered: int = 0
    repeated: int = 0
    late: int = 0
    refused: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer under way: its head; its bytes whole where it was short, else the blocks that come."""

    head: Head
    whole: bytes | None
    exchange: Exchange
    worker: Worker

    def blocks(self) -> AsyncIterator[bytes]:
        """Yield the blocks of a long answer."""
        return self.exchange.blocks()


def late(seconds: float) -> ProblemError:
    """Return the problem of a job that was not done in time."""
    what = f"it took longer than the {seconds:g} seconds that a query has"
    return problem(Code.TIMED_OUT, what, where="the query", hint="narrow its patterns, or add a LIMIT")


def closing() -> ProblemError:
    """Return the problem of a pool that is not open."""
    return problem(Code.STORE_UNAVAILABLE, "the service is not ready", where="the query", hint="try again in a moment")


def busy() -> ProblemError:
    """Return the problem of a queue that is full."""
    hint = "try again in a moment"
    return problem(Code.BUSY, "too many queries are waiting", where="the query", hint=hint)


def death(status: int | None) -> ProblemError:
    """Return the problem of a process that died of a job, by its exit status."""
    if status == _SIGNAL_OF_STACK:
        return problem(Code.BAD_QUERY, "it is nested too deeply to be read", where="the query", hint="write it flatter")
    if status == _SIGNAL_OF_MEMORY:
        return out_of_memory()
    what = "the process that read it has ended"
    return problem(Code.QUERY_ENDED, what, where="the query", hint="narrow the query, or try again")
