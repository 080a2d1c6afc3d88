"""Many tasks are shared out: over forked processes on all cores, or over the workers of a Dask scheduler elsewhere.

Answers come in the order of the tasks, so that it makes no difference to what is printed where the work was done.
"""

import gc
import logging
import os
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.importing.processes import Processes

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_MANY = 8
"""From so many tasks on, a second process is worth its start."""
_PATIENCE = 5
"""Seconds in which a scheduler has to answer."""
_AHEAD = 4
"""Tasks that are on their way for each thread of the workers."""


def spread(work: Callable[[Task], Answer], tasks: Sequence[Task]) -> Iterator[Answer]:
    """Yield the answers of the work on this machine: one task after the other, or many on all cores.

    What the work needs should be loaded before: the processes have it from this one.
    """
    cores = os.cpu_count() or 1
    if len(tasks) < _MANY or cores == 1:
        yield from map(work, tasks)
        return

    def numbered(task: tuple[int, Task]) -> tuple[int, Answer]:
        gc.enable()  # one process reads many large documents
        return task[0], work(task[1])

    early: dict[int, Answer] = {}
    following = 0
    with Processes(numbered, cores, where="the files") as processes:
        for number, answer in processes.answers(enumerate(tasks)):
            early[number] = answer
            while following in early:
                yield early.pop(following)
                following += 1


def spread_over(
    scheduler: str, work: Callable[[Task], Answer], tasks: Iterable[Task], *, same: Callable[[], object]
) -> Generator[Answer]:
    """Yield the answers of the workers of a Dask scheduler; ``same`` must return there what it returns here.

    ``work`` and ``same`` are functions of modules that the workers have too. Raise bad-request where Dask is not
    installed, where the scheduler cannot be reached or has no workers, and where these are of another version.
    """
    with _connected(scheduler) as client:
        threads = _threads(client, scheduler)
        _compare(client, scheduler, same)
        left = iter(tasks)
        waiting = deque(client.submit(work, task, pure=False) for task in islice(left, threads * _AHEAD))
        while waiting:
            answer = waiting.popleft().result()
            waiting.extend(client.submit(work, task, pure=False) for task in islice(left, 1))
            yield answer


@contextmanager
def _connected(scheduler: str) -> "Iterator[Client]":
    """Give a connection; what breaks while it is used is told as a problem of the workers."""
    with warnings.catch_warnings(), _client(scheduler) as client:
        warnings.filterwarnings("ignore", message="Sending large graph")  # a document is as large as it is
        try:
            yield client
        except ProblemError:
            raise
        except Exception as error:
            what, hint = f"the workers broke off ({_brief(error)})", "look into their log, or leave out --workers"
            raise problem(Code.INTERNAL, what, where=scheduler, hint=hint) from error


def _client(scheduler: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        hint = "install it with: pip install distributed"
        raise problem(Code.BAD_REQUEST, "Dask is not installed here", where="--workers", hint=hint) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told in one sentence
    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        what, hint = f"no scheduler can be reached there ({_brief(error)})", "start one with: dask scheduler"
        raise problem(Code.BAD_REQUEST, what, where=scheduler, hint=hint) from error


def _threads(client: "Client", scheduler: str) -> int:
    found: int = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
    if not found:
        hint = f"start one with: dask worker --nthreads 1 {scheduler}"
        raise problem(Code.BAD_REQUEST, "the scheduler has no workers", where=scheduler, hint=hint)
    return found


def _compare(client: "Client", scheduler: str, same: Callable[[], object]) -> None:
    here = same()
    try:
        there = client.run(same)
    except ImportError as error:
        hint = "install this version of itu-xref where the workers run"
        raise problem(Code.BAD_REQUEST, f"a worker lacks {error.name}", where=scheduler, hint=hint) from error
    for worker, found in there.items():
        if found != here:
            what, hint = f"the worker {worker} has {found}, here it is {here}", "install the same version on both"
            raise problem(Code.BAD_REQUEST, what, where=scheduler, hint=hint)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
