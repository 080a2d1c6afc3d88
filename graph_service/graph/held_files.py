"""A folder's files held open under the same names, so that what another process takes away can still be read (Linux).

The engine opens a file when it first needs it, and where that is gone by then it fails without end: in the middle of a
query it piles up the same failure until there is no memory left. Here each file is open before the engine looks, and
the names it is given lead to what is open.
"""

import os
import weakref
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from graph_service.graph.own_folder import OwnFolder

_DESCRIPTORS = Path("/proc/self/fd")


class HeldFiles:
    """Files of a folder, open until `close` or until this is dropped.

    ``grown`` begins the names of those that another process adds to: they are copied as they are now. Raise
    FileNotFoundError where one is gone already.
    """

    def __init__(self, folder: Path, names: Iterable[str], *, grown: str) -> None:
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
        """Return a new folder that goes with this, where the files have their names.

        None where the system has no names for open files, or no room for such a folder.
        """
        if not _DESCRIPTORS.is_dir():
            return None
        try:
            own = OwnFolder()
            self._held.callback(own.close)
            for name, descriptor in self._opened.items():
                if name in self._copied:
                    (own.path / name).write_bytes(self._copied[name])
                else:
                    (own.path / name).symlink_to(_DESCRIPTORS / str(descriptor))
        except OSError:
            return None
        return own.path

    def close(self) -> None:
        """Let go of the files."""
        self._held.close()


def _whole(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)
