"""One reading process as the service sees it: its connection, the job it is at, the answer that comes back."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import cast

from graph_service.api.frames import HEADER, Head, Job, Kind, head_of, job_frame, problem_of
from graph_service.errors import Code, ProblemError, problem

_ROOM = 262_144
"""Bytes that a connection can take at once."""
_MOST_WAITING = 4_194_304
"""Bytes of an answer that wait for a slow client before the process is asked to wait too."""


class Exchange:
    """The answer to one job as it arrives: its head, then its blocks."""

    def __init__(self) -> None:
        self.started: asyncio.Future[Head] = asyncio.get_running_loop().create_future()
        self.on_drained: Callable[[], None] | None = None
        self.whole = b""
        self.is_complete = False
        self._blocks: deque[bytes] = deque()
        self._waiting = 0
        self._arrived = asyncio.Event()
        self._failure: ProblemError | None = None

    @property
    def is_over(self) -> bool:
        """Whether all of it has arrived, or nothing more will."""
        return self.is_complete or self._failure is not None

    @property
    def is_crowded(self) -> bool:
        """Whether so much waits to be read that no more should come."""
        return self._waiting > _MOST_WAITING

    async def blocks(self) -> AsyncIterator[bytes]:
        """Yield the blocks of a long answer. Raise its problem where it breaks off."""
        while True:
            while self._blocks:
                block = self._blocks.popleft()
                self._waiting -= len(block)
                if self.on_drained is not None and not self.is_crowded:
                    self.on_drained()
                yield block
            if self._failure is not None:
                raise self._failure
            if self.is_complete:
                return
            self._arrived.clear()
            await self._arrived.wait()

    def begin(self, head: Head) -> None:
        """Take the head."""
        if not self.started.done():
            self.started.set_result(head)

    def take(self, block: bytes) -> None:
        """Take a block."""
        self._blocks.append(block)
        self._waiting += len(block)
        self._arrived.set()

    def complete(self) -> None:
        """Take the end."""
        self.is_complete = True
        self._arrived.set()

    def fail(self, error: ProblemError) -> None:
        """Break off with a problem."""
        if self.is_over:
            return
        self._failure = error
        if not self.started.done():
            self.started.set_exception(error)
            self.started.exception()
        self._arrived.set()


class Worker(asyncio.BufferedProtocol):
    """The service's end of a connection to a reading process; ``release`` is called when it is free or lost."""

    def __init__(self, release: Callable[["Worker"], None]) -> None:
        self._release = release
        self._room = bytearray(_ROOM)
        self._filled = 0
        self._transport: asyncio.Transport | None = None
        self._paused = False
        self.process: int | None = None
        self.exchange: Exchange | None = None
        self.is_lost = False
        self.is_retiring = False
        self.on_lost: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport; uvloop's are no subclass of asyncio's."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the owner that the process has ended or was cut off."""
        del exc
        self.is_lost = True
        if self.on_lost is not None:
            self.on_lost()
        self._release(self)

    def start(self, job: Job, version: str = "", late: tuple[str, ...] = ()) -> Exchange:
        """Send a job and return the exchange that its answer arrives in; see `Job` for the versions of the store."""
        self.exchange = Exchange()
        self.exchange.on_drained = self._resume
        if self._transport is not None:
            self._transport.write(job_frame(job, version, late))
        return self.exchange

    def close(self) -> None:
        """Close the connection; the process ends by itself if it is idle."""
        if self._transport is not None:
            self._transport.close()

    def get_buffer(self, sizehint: int) -> memoryview:
        """Return where the next bytes go; a frame that is longer than the room gets a longer one."""
        del sizehint
        if self._filled == len(self._room):
            self._room = self._room + bytearray(len(self._room))
        return memoryview(self._room)[self._filled :]

    def buffer_updated(self, nbytes: int) -> None:
        """Take frames apart; several may have come, or a part of one."""
        self._filled += nbytes
        start = 0
        while self._filled - start >= HEADER.size:
            kind, length = HEADER.unpack_from(self._room, start)
            begin, end = start + HEADER.size, start + HEADER.size + length
            if self._filled < end:
                break
            self._take(Kind(kind), bytes(memoryview(self._room)[begin:end]))
            start = end
        if start:
            left = self._filled - start
            self._room[:left] = self._room[start : self._filled]
            self._filled = left

    def _take(self, kind: Kind, payload: bytes) -> None:
        exchange = self.exchange
        if exchange is None:
            return
        match kind:
            case Kind.BLOCK:
                exchange.take(payload)
                self._pause_if_crowded(exchange)
            case Kind.HEAD:
                exchange.begin(head_of(payload)[0])
            case Kind.ANSWER:
                head, exchange.whole = head_of(payload)
                exchange.complete()
                exchange.begin(head)
                self._finish(retires=head.retire)
            case Kind.END:
                exchange.complete()
                self._finish(retires=head_of(payload)[0].retire)
            case Kind.PROBLEM:
                exchange.fail(ProblemError(problem_of(payload)))
                self._finish(retires=False)
            case Kind.JOB:
                exchange.fail(_nonsense())
                self.close()

    def _finish(self, *, retires: bool) -> None:
        self.exchange = None
        self.is_retiring = self.is_retiring or retires
        self._resume()
        self._release(self)

    def _pause_if_crowded(self, exchange: Exchange) -> None:
        if exchange.is_crowded and not self._paused and self._transport is not None:
            self._transport.pause_reading()
            self._paused = True

    def _resume(self) -> None:
        if self._paused and not self.is_lost and self._transport is not None:
            self._transport.resume_reading()
            self._paused = False


def _nonsense() -> ProblemError:
    what, hint = "a reading process spoke out of turn", "try again"
    return problem(Code.QUERY_ENDED, what, where="the query", hint=hint)
