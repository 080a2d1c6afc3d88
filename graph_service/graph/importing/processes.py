"""Work spread over forked processes: each gets one task at a time, and what it works with it has from before the fork.

A process ends when its pipe does, so that none outlives its parent, however that ends.
"""

import gc
import multiprocessing
import signal
import warnings
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from graph_service.errors import Code, ProblemError, problem

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Processes(Generic[Task, Answer]):
    """Some processes that answer tasks; ``work`` is called in them. Use as a context manager.

    ``where`` is what a problem calls them.
    """

    def __init__(self, work: Callable[[Task], Answer], count: int, *, where: str = "the import") -> None:
        self._work = work
        self._where = where
        self._count = count
        self._pipes: list[Connection] = []
        self._processes: list[multiprocessing.process.BaseProcess] = []

    def __enter__(self) -> "Processes[Task, Answer]":
        context = multiprocessing.get_context("fork")
        pairs = [context.Pipe() for _ in range(self._count)]
        with warnings.catch_warnings():
            # newer Pythons warn of any fork beside threads; these children touch neither locks nor the store
            warnings.simplefilter("ignore", DeprecationWarning)
            for own in pairs:
                unneeded = [end for pair in pairs for end in pair if end is not own[1]]
                process = context.Process(target=_serve, args=(self._work, own[1], unneeded), daemon=True)
                process.start()
                self._processes.append(process)
        for mine, theirs in pairs:
            theirs.close()
            self._pipes.append(mine)
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.join(timeout=5)
            if process.is_alive():
                process.kill()
                process.join()

    def answers(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Yield the answers, in the order in which they come.

        Raise what the work raised, and internal-error where a process ended: it was killed, or memory ran out.
        """
        waiting, idle = iter(tasks), list(self._pipes)
        busy: set[Connection] = set()
        following = next(waiting, None)
        while following is not None or busy:
            while idle and following is not None:
                pipe = idle.pop()
                self._send(pipe, following)
                busy.add(pipe)
                following = next(waiting, None)
            for ready in wait(list(busy)):
                if isinstance(ready, Connection):
                    answer = self._receive(ready)
                    busy.discard(ready)
                    idle.append(ready)
                    yield answer

    def _send(self, pipe: Connection, task: Task) -> None:
        try:
            pipe.send(task)
        except OSError as error:
            raise self._ended() from error

    def _receive(self, pipe: Connection) -> Answer:
        try:
            is_answer, value = pipe.recv()
        except (EOFError, OSError) as error:
            raise self._ended() from error
        if is_answer:
            answer: Answer = value
            return answer
        raise value

    def _ended(self) -> ProblemError:
        hint = "see that there is memory for it and run it again"
        return problem(Code.INTERNAL, "one of its processes ended", where=self._where, hint=hint)


def _serve(work: Callable[[Task], Answer], pipe: Connection, unneeded: Iterable[Connection]) -> None:
    """Answer tasks until the other end is closed. Nothing here lives long, so nothing is collected."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in unneeded:
        end.close()
    gc.disable()
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            message: tuple[bool, object] = (True, work(task))
        except Exception as error:  # noqa: BLE001 - it is raised again in the process that gave the task
            message = (False, error)
        try:
            pipe.send(message)
        except OSError:
            return
