"""A folder's files held open under the same names, so that what another process takes away can still be read (Linux).

The engine opens a file when it first needs it, and where that is gone by then it fails without end: in the middle of a
query it piles up the same failure until there is no memory left. Here each file is open before the engine looks, and
the names it is given lead to what is open.
"""

import os
import shutil
import sys
import tempfile
import time
import weakref
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

_DESCRIPTORS = Path("/proc/self/fd")
_PREFIX = "itugraph-reading-"
_GROWN = 60
"""Seconds after which a folder of names without its process is one that was left, and not one that is being made."""


class HeldFiles:
    """Files of a folder, open until `close` or until this is dropped.

    ``grown`` begins the names of those that another process adds to: they are copied as they are now. Raise
    FileNotFoundError where one is gone already.
    """

    def __init__(self, folder: Path, names: Iterable[str], *, grown: str) -> None:
        self._folder = folder
        self._opened: dict[str, int] = {}
        self._copied: dict[str, bytes] = {}
        with ExitStack() as held:
            for name in names:
                descriptor = os.open(folder / name, os.O_RDONLY)
                held.callback(os.close, descriptor)
                self._opened[name] = descriptor
                if name.startswith(grown):
                    self._copied[name] = _whole(descriptor)
            self._held = held.pop_all()
        weakref.finalize(self, self._held.close)

    def under_names(self) -> Path | None:
        """Return a new folder that goes with this, where the files have their names; None where there can be none."""
        place = _place(self._held)
        if place is None:
            return None
        for name, descriptor in self._opened.items():
            if name in self._copied:
                (place / name).write_bytes(self._copied[name])
            else:
                (place / name).symlink_to(_DESCRIPTORS / str(descriptor))
        return place

    def close(self) -> None:
        """Let go of the files."""
        self._held.close()


def _whole(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)


def _place(held: ExitStack) -> Path | None:
    """A new folder that goes when it is let go of, locked as long as a process has it; None where there can be none."""
    if sys.platform != "linux" or not _DESCRIPTORS.is_dir():
        return None
    import fcntl  # noqa: PLC0415 - not every system has it

    remove_left()
    try:
        place = Path(tempfile.mkdtemp(prefix=_PREFIX))
    except OSError:
        return None
    held.callback(_remove, place, os.getpid())
    lock = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    held.callback(os.close, lock)
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return place


def _remove(place: Path, maker: int) -> None:
    """A process that was forked off shares the files, and the folder is its parent's."""
    if os.getpid() == maker:
        shutil.rmtree(place, ignore_errors=True)


@cache
def remove_left() -> None:
    """Remove, once in a process, the folders of names that processes left which were killed."""
    with suppress(OSError):
        for place in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            with suppress(OSError):
                _remove_if_left(place)


def _remove_if_left(place: Path) -> None:
    import fcntl  # noqa: PLC0415 - not every system has it

    lock = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        known = os.fstat(lock)
        if known.st_uid == os.geteuid() and time.time() - known.st_mtime > _GROWN:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(place, ignore_errors=True)
    finally:
        os.close(lock)
