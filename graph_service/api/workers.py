"""The pool of reading processes: a bounded queue before it, a hard deadline on each job, the dead replaced.

A query cannot be interrupted from within, so a process that is late is killed. The deadline counts from the arrival of
the request: waiting in the queue is part of it.
"""

import asyncio
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from graph_service.analysing.store_version import StoreVersion
from graph_service.api.breeding import Breeding
from graph_service.api.frames import Head, Job
from graph_service.api.memory_keeper import MemoryKeeper
from graph_service.api.pooling import Answer, PoolCounts, PoolOptions, busy, closing, death, late
from graph_service.api.reading_process import Rearing
from graph_service.api.worker import Exchange, Worker
from graph_service.api.writing_job import written
from graph_service.errors import ProblemError
from graph_service.graph.store_name import is_remote

_MODULE = "graph_service.api.reading_process"
_PAUSE = 0.2
"""Seconds before a nursery that was lost is started again."""


@dataclass(slots=True)
class _Member:
    home: Breeding
    timer: asyncio.TimerHandle | None = None


class Pool:
    """Runs jobs in reading processes. Belongs to one event loop, from `start` to `close`."""

    def __init__(self, options: PoolOptions, version: StoreVersion | None = None) -> None:
        self.options = options
        self.version = version or StoreVersion(options.store)
        self.counts = PoolCounts()
        self._members: dict[Worker, _Member] = {}
        self._idle: list[Worker] = []
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._coming = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._writing = asyncio.Lock()
        self._current: Breeding | None = None
        self._former: list[Breeding] = []
        self._writes: Breeding | None = None
        self._is_open = False

    async def start(self) -> None:
        """Start the reading processes and return when the first nursery is ready."""
        self._current = self._breed(in_memory=False)
        await self._current.ready
        self._is_open = True
        self._refill()
        await asyncio.gather(*self._tasks)
        if self.options.in_memory and not is_remote(self.options.store):
            keeper = MemoryKeeper(self.version, breed=self._breed_in_memory, adopt=self._adopt)
            self._spawn(keeper.run())

    async def close(self) -> None:
        """End all processes; what waits fails."""
        self._is_open = False
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_exception(closing())
        homes = [*self._former, *([self._current] if self._current else [])]
        self._current = None
        for worker in tuple(self._members):
            worker.close()
        for home in homes:
            home.close()

    @property
    def is_open(self) -> bool:
        """Whether jobs are taken: the nursery is there, and so are its processes, or they come in a moment."""
        return self._is_open and self._current is not None and not self._current.is_lost

    @property
    def busy(self) -> int:
        """How many processes are at work."""
        return len(self._members) - len(self._idle)

    @property
    def waiting(self) -> int:
        """How many jobs wait for a process."""
        return len(self._waiting)

    @property
    def reads_from_memory(self) -> bool:
        """Whether the processes have a copy of the store in memory, of some version of it."""
        return self._current is not None and self._current.in_memory

    def processes(self) -> list[int]:
        """Return the ids of the reading processes."""
        return [worker.process for worker in self._members if worker.process is not None]

    async def run(self, job: Job) -> Answer:
        """Do a reading job and return its answer when it begins. Raise its problem, timed-out or busy."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.options.timeout
        worker = self._idle.pop() if self._idle else await self._wait(deadline)
        exchange = worker.start(job, self.version.now(), self.version.lately())
        self._members[worker].timer = loop.call_at(deadline, self._expire, worker, exchange)
        try:
            head = await exchange.started
        except asyncio.CancelledError:
            self._dismiss(worker)
            raise
        self.counts.answered += 1
        whole = exchange.whole if exchange.is_complete and exchange.whole else None
        return Answer(head=head, whole=whole, exchange=exchange, worker=worker)

    def abandon(self, answer: Answer) -> None:
        """Take note that nobody waits for the rest of an answer any more."""
        if not answer.exchange.is_over:
            self._dismiss(answer.worker)

    async def write(self, job: Job) -> Head:
        """Do a writing job in a process of its own, one at a time, and return what came of it."""
        async with self._writing:
            self._writes = home = self._home()
            try:
                return await written(home, job, self.options.timeout)
            finally:
                self._writes = None
                self._close_former()
                self.version.changed()

    # Processes

    def _home(self) -> Breeding:
        if self._current is None or self._current.is_lost:
            raise closing()
        return self._current

    def _breed(self, *, in_memory: bool) -> Breeding:
        version = self.version.now(fresh=True)
        options = self.options
        rearing = Rearing(
            store=options.store, version=version, in_memory=options.in_memory if in_memory else 0,
            memory=options.memory, seconds=options.timeout, prefixes=options.prefixes,
        )  # fmt: skip
        return Breeding(_MODULE, rearing.text(), self._on_lost_home, version=version, in_memory=in_memory)

    def _breed_in_memory(self) -> Breeding:
        return self._breed(in_memory=True)

    def _adopt(self, home: Breeding) -> None:
        """Have new processes come from another nursery; those of the one before work on until each has a successor."""
        former, self._current = self._current, home
        if former is not None:
            self._former.append(former)
        for _ in range(self.options.workers):
            self._coming += 1
            self._spawn(self._add())

    def _on_lost_home(self, home: Breeding) -> None:
        if home is self._current and self._is_open:
            self._spawn(self._start_again())

    async def _start_again(self) -> None:
        await asyncio.sleep(_PAUSE)
        self._current = self._breed(in_memory=False)
        self._refill()

    def _refill(self) -> None:
        if not self._is_open:
            return
        for _ in range(self.options.workers - len(self._members) - self._coming):
            self._coming += 1
            self._spawn(self._add())

    async def _add(self) -> None:
        try:
            home = self._home()
            await home.ready
            worker = await home.bear(self._on_release)
            self._members[worker] = _Member(home=home)
            self._hand_out(worker)
            self._let_one_go()
        except (OSError, ProblemError):
            await asyncio.sleep(_PAUSE)
        finally:
            self._coming -= 1
            self._refill()

    def _has_successor(self, member: _Member) -> bool:
        return member.home is not self._current and len(self._members) > self.options.workers

    def _let_one_go(self) -> None:
        """End an idle process that has a successor; one that is at work ends when it has done."""
        gone = next((one for one in self._idle if self._has_successor(self._members[one])), None)
        if gone is not None:
            self._dismiss(gone)

    def _hand_out(self, worker: Worker) -> None:
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(worker)
                return
        self._idle.append(worker)

    async def _wait(self, deadline: float) -> Worker:
        if len(self._waiting) >= self.options.queue:
            self.counts.refused += 1
            raise busy()
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Worker] = loop.create_future()
        self._waiting.append(waiting)
        timer = loop.call_at(deadline, self._give_up, waiting)
        try:
            return await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled() and waiting.exception() is None:
                self._hand_out(waiting.result())
            raise
        finally:
            timer.cancel()

    def _give_up(self, waiting: asyncio.Future[Worker]) -> None:
        if not waiting.done():
            self._waiting.remove(waiting)
            self.counts.late += 1
            waiting.set_exception(late(self.options.timeout))

    def _on_release(self, worker: Worker) -> None:
        """A process has done its job, or is gone."""
        member = self._members.get(worker)
        if member is None:
            return
        if member.timer is not None:
            member.timer.cancel()
            member.timer = None
        if worker.is_lost:
            self._spawn(self._bury(worker, member))
            self._forget(worker)
        elif worker.is_retiring or self._has_successor(member):
            self._dismiss(worker)
        else:
            self._hand_out(worker)

    def _expire(self, worker: Worker, exchange: Exchange) -> None:
        self.counts.late += 1
        exchange.fail(late(self.options.timeout))
        self._dismiss(worker)

    def _dismiss(self, worker: Worker) -> None:
        """End a process and see to its replacement."""
        member = self._members.get(worker)
        if member is None:
            return
        if member.timer is not None:
            member.timer.cancel()
        self._forget(worker)
        worker.close()
        self._spawn(self._end(worker, member.home))

    def _forget(self, worker: Worker) -> None:
        self._members.pop(worker, None)
        if worker in self._idle:
            self._idle.remove(worker)
        self._refill()

    async def _end(self, worker: Worker, home: Breeding) -> None:
        await home.end(worker.process or 0)
        self._close_former()

    async def _bury(self, worker: Worker, member: _Member) -> None:
        """Find out what a process died of, and tell whoever waits for it."""
        status = await member.home.end(worker.process or 0)
        self._close_former()
        if worker.exchange is not None:
            self.counts.ended += 1
            worker.exchange.fail(death(status))

    def _close_former(self) -> None:
        lived_in = {id(member.home) for member in self._members.values()}
        for home in tuple(self._former):
            if id(home) not in lived_in and home is not self._writes:
                self._former.remove(home)
                home.close()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
