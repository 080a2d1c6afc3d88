"""The checking processes as the service sees them: a few at a time, each for one document, killed when late."""

import asyncio
from dataclasses import dataclass

from graph_service.analysing.store_version import StoreVersion
from graph_service.api.breeding import Breeding
from graph_service.api.checking_process import CheckRearing
from graph_service.api.frames import Job
from graph_service.api.pooling import busy
from graph_service.errors import Code, ProblemError, problem

_MODULE = "graph_service.api.checking_process"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckerOptions:
    """How many documents may be checked at once, how many may wait, seconds for one of them."""

    rearing: CheckRearing
    at_once: int
    queue: int
    timeout: float


class Checkers:
    """Checks posted documents. Belongs to one event loop; the nursery starts with the first use or with `start`."""

    def __init__(self, options: CheckerOptions, version: StoreVersion) -> None:
        self._options = options
        self._version = version
        self._home: Breeding | None = None
        self._starting = asyncio.Lock()
        self._slots = asyncio.Semaphore(options.at_once)
        self._waiting = 0

    async def start(self) -> None:
        """Have a nursery that knows the present version of the store."""
        async with self._starting:
            version = self._version.now()
            if self._home is not None and not self._home.is_lost and self._home.version == version:
                return
            self.close()
            self._home = Breeding(_MODULE, self._options.rearing.text(), self._on_lost, version=version)
            await self._home.ready

    def close(self) -> None:
        """End the nursery and what it is at."""
        if self._home is not None:
            self._home.close()
            self._home = None

    async def run(self, job: Job) -> bytes:
        """Return the answer to a job. Raise its problem, busy or timed-out."""
        if self._waiting >= self._options.queue:
            raise busy()
        self._waiting += 1
        try:
            async with self._slots:
                return await self._answer(job)
        finally:
            self._waiting -= 1

    async def _answer(self, job: Job) -> bytes:
        try:
            await self.start()
        except OSError as error:
            hint = "see the log of the service"
            raise problem(Code.STORE_UNAVAILABLE, "no check can be made", where="the service", hint=hint) from error
        home = self._home
        if home is None:
            raise busy()
        worker = await home.bear(lambda _: None)
        exchange = worker.start(job)
        worker.on_lost = lambda: exchange.fail(_ended())
        try:
            await asyncio.wait_for(asyncio.shield(exchange.started), self._options.timeout)
        except TimeoutError:
            raise _late(self._options.timeout) from None
        finally:
            worker.close()
            await home.end(worker.process or 0)
        return exchange.whole

    def _on_lost(self, home: Breeding) -> None:
        if home is self._home:
            self._home = None


def _late(seconds: float) -> ProblemError:
    what, hint = f"it took longer than the {seconds:g} seconds that a document has", "send a smaller document"
    return problem(Code.TIMED_OUT, what, where="the document", hint=hint)


def _ended() -> ProblemError:
    what, hint = "the process that read it has ended", "send a smaller document, or another format"
    return problem(Code.UNREADABLE_FILE, what, where="the document", hint=hint)
