"""A temporary folder that goes with its process; what one leaves that is killed, the next one removes (Linux)."""

import os
import shutil
import sys
import tempfile
import time
import weakref
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

PREFIX = "itugraph-own-"
_GROWN = 60
"""Seconds after which a folder without a lock is one that was left, and not one that is being made."""


class OwnFolder:
    """A new folder, there until `close` or until this is dropped. Raise OSError where there is no room for one.

    It is locked as long as its process lives; the kernel takes the lock from a process that is killed.
    """

    def __init__(self) -> None:
        remove_left()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        with ExitStack() as held:
            held.callback(_remove, self.path, os.getpid())
            if sys.platform == "linux":
                held.callback(os.close, _locked(self.path))
            self._held = held.pop_all()
        weakref.finalize(self, self._held.close)

    def close(self) -> None:
        """Remove the folder and what is in it."""
        self._held.close()


@cache
def remove_left() -> None:
    """Remove, once in a process, what processes left that were killed."""
    if sys.platform == "linux":
        with suppress(OSError):
            for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
                with suppress(OSError):
                    _remove_if_left(folder)


def _remove_if_left(folder: Path) -> None:
    known = folder.lstat()
    if known.st_uid == os.geteuid() and time.time() - known.st_mtime > _GROWN:
        lock = _locked(folder)
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _locked(folder: Path) -> int:
    """The descriptor that holds a folder's lock. Raise OSError where another process has it."""
    import fcntl  # noqa: PLC0415 - not every system has it

    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _remove(folder: Path, maker: int) -> None:
    """A process that was forked off may drop what is its parent's."""
    if os.getpid() == maker:
        shutil.rmtree(folder, ignore_errors=True)
