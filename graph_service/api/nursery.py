"""The process that forks working processes: small, of one thread, and apart from the service and its sockets.

It listens on a control socket: ``F`` with a file descriptor asks for a process that serves it (answer ``P`` and its
id), ``K`` and an id ends one (answer ``X``, the id and the status it ended with). When the socket closes it ends, and
all its processes with it.
"""

import gc
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from graph_service.api.confinement import die_with_parent

FORK, KILL, READY, FORKED, ENDED = b"F", b"K", b"R", b"P", b"X"
LONGEST_MESSAGE = 64
_LOOK_AGAIN = 0.02

Life = Callable[[socket.socket], None]
"""What a forked process does with its connection to the service, until that closes."""


class Nursery:
    """Forks processes and ends them, one message at a time."""

    def __init__(self, control: socket.socket, life: Life) -> None:
        self._control = control
        self._life = life
        self._alive: set[int] = set()
        self._doomed: set[int] = set()

    def run(self) -> None:
        """Serve the control socket until the service closes it."""
        self._control.send(READY)
        while True:
            self._reap()
            self._control.settimeout(_LOOK_AGAIN if self._doomed else None)
            try:
                message, descriptors, _, _ = socket.recv_fds(self._control, LONGEST_MESSAGE, 1)
            except TimeoutError:
                continue
            if not message:
                return
            self._obey(message, descriptors)

    def _obey(self, message: bytes, descriptors: list[int]) -> None:
        if message[:1] == FORK:
            self._fork(descriptors[0])
        else:
            self._end(int(message[1:]))

    def _fork(self, descriptor: int) -> None:
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                self._control.close()
                die_with_parent()
                if os.getppid() == parent:
                    self._life(socket.socket(fileno=descriptor))
                status = 0
            except (ConnectionError, BrokenPipeError):
                status = 0
            finally:
                os._exit(status)
        os.close(descriptor)
        self._alive.add(child)
        self._control.send(FORKED + str(child).encode())

    def _end(self, child: int) -> None:
        if child in self._alive:
            self._alive.discard(child)
            self._doomed.add(child)
            os.kill(child, signal.SIGKILL)

    def _reap(self) -> None:
        for child in tuple(self._doomed):
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                self._doomed.discard(child)
                code = os.waitstatus_to_exitcode(status)
                self._control.send(ENDED + f"{child} {code}".encode())


def serve(control: int, life: Life) -> None:
    """Run a nursery on a file descriptor until the service closes it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    with suppress(BrokenPipeError):
        Nursery(socket.socket(fileno=control), life).run()
