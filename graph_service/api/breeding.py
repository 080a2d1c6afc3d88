"""The service's end of a nursery: start it, ask it for reading processes, have it end them."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from typing import Any

from graph_service.api.nursery import ENDED, FORK, FORKED, KILL, LONGEST_MESSAGE, READY
from graph_service.api.worker import Worker
from graph_service.graph.own_folder import OwnFolder

_PROGRAM = (
    "import importlib, json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "importlib.import_module(sys.argv[2]).main(int(sys.argv[3]), sys.argv[4])"
)
_PATIENCE = 2.0
_HANDED_ON = {"PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ"}
"""What a reading process needs of the environment; the token is not among it."""


class Breeding:
    """A running nursery: a module's ``main`` with its argument, in a process of its own.

    ``version`` is that of the store when it was started, ``in_memory`` whether it has read that whole. Its socket is
    watched by the event loop; ``on_lost`` is called when it has ended. Its temporary files go with it, however its
    processes end.
    """

    def __init__(
        self,
        module: str,
        argument: str,
        on_lost: Callable[["Breeding"], None],
        *,
        version: str = "",
        in_memory: bool = False,
    ) -> None:
        self.version = version
        self.in_memory = in_memory
        self.is_lost = False
        self._on_lost = on_lost
        self._loop = asyncio.get_running_loop()
        self.ready: asyncio.Future[None] = self._loop.create_future()
        self._forked: deque[asyncio.Future[int]] = deque()
        self._ended: dict[int, asyncio.Future[int]] = {}
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(0)
        self._temporary = _temporary()
        with theirs:
            self._process = _started(module, theirs.fileno(), argument, self._temporary)
        self._loop.add_reader(self._control.fileno(), self._listen)

    @property
    def has_failed(self) -> bool:
        """Whether it ended otherwise than by itself and well."""
        return self._process.poll() not in {None, 0}

    async def bear(self, release: Callable[[Worker], None]) -> Worker:
        """Return a new reading process, connected."""
        ours, theirs = socket.socketpair()
        born = self._loop.create_future()
        self._forked.append(born)
        try:
            with theirs:
                socket.send_fds(self._control, [FORK], [theirs.fileno()])
        except OSError:
            ours.close()
            raise
        _, worker = await self._loop.create_connection(lambda: Worker(release), sock=ours)
        try:
            worker.process = await born
        except BaseException:
            worker.close()
            raise
        return worker

    async def end(self, process: int) -> int | None:
        """End a process and return its exit status, None if that is long in coming. It may have ended by itself."""
        if self.is_lost:
            return None
        ended = self._ended.setdefault(process, self._loop.create_future())
        try:
            self._control.send(KILL + str(process).encode())
            return await asyncio.wait_for(asyncio.shield(ended), _PATIENCE)
        except (TimeoutError, OSError):
            return None

    def close(self) -> None:
        """End the nursery and with it all its processes."""
        if not self.is_lost:
            self._lose()
        self._end()

    def _listen(self) -> None:
        while True:
            try:
                message = self._control.recv(LONGEST_MESSAGE)
            except BlockingIOError:
                return
            except OSError:
                message = b""
            if not message:
                self._lose()
                self._end()
                self._on_lost(self)
                return
            self._hear(message)

    def _hear(self, message: bytes) -> None:
        kind, words = message[:1], message[1:].split()
        if kind == READY:
            self.ready.set_result(None)
        elif kind == FORKED:
            self._forked.popleft().set_result(int(words[0]))
        elif kind == ENDED:
            ended = self._ended.pop(int(words[0]), None)
            if ended is not None:
                ended.set_result(int(words[1]))

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._temporary is not None:
            self._temporary.close()

    def _lose(self) -> None:
        self.is_lost = True
        self._loop.remove_reader(self._control.fileno())
        self._control.close()
        waiting: tuple[asyncio.Future[Any], ...] = (self.ready, *self._forked, *self._ended.values())
        for one in waiting:
            if not one.done():
                one.set_exception(ConnectionResetError("the nursery has ended"))
                one.exception()


def _temporary() -> OwnFolder | None:
    """A folder for temporary files; none where there is no room for it, and the system's own serves."""
    try:
        return OwnFolder()
    except OSError:
        return None


def _started(module: str, control: int, argument: str, temporary: OwnFolder | None) -> subprocess.Popen[bytes]:
    """A fresh interpreter, so that it holds nothing of the service: no thread, no socket, no document."""
    given = {"MALLOC_ARENA_MAX": "2"} | ({} if temporary is None else {"TMPDIR": str(temporary.path)})
    command = [sys.executable, "-S", "-E", "-c", _PROGRAM, json.dumps(sys.path), module, str(control), argument]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own program
        command,
        stdin=subprocess.DEVNULL,
        pass_fds=(control,),
        start_new_session=True,
        env={name: value for name, value in os.environ.items() if name in _HANDED_ON} | given,
    )
