"""Which version of a store there is: a fingerprint of a folder's files, taken at most a few times a second."""

import hashlib
import os
import time
from pathlib import Path

from graph_service.graph.store_name import is_remote

_LOOK_AGAIN = 0.2
_REMOTE_LASTS = 600.0
"""Seconds for which the content of an endpoint is taken to be the same: it tells nobody of its changes."""
_LATE = 10.0
"""Seconds for which a version that gave way may still be answered from, while another process is writing."""
_NOT_DATA = ("LOCK", "LOG", "OPTIONS")


class StoreVersion:
    """Looks at a store; two equal versions mean that nothing was written between them."""

    def __init__(self, store: str) -> None:
        self._store = store
        self._is_remote = is_remote(store)
        self._looked = 0.0
        self._changes = 0
        self._version = ""
        self._former: dict[str, float] = {}

    def now(self, *, fresh: bool = False) -> str:
        """Return the version, at most a moment old unless it must be fresh; empty where there is no store."""
        moment = time.monotonic()
        if self._is_remote:
            return f"endpoint-{moment // _REMOTE_LASTS:.0f}-{self._changes}"
        if fresh or not self._version or moment - self._looked > _LOOK_AGAIN:
            found = fingerprint(Path(self._store))
            if found != self._version and self._version:
                self._former[self._version] = self._looked
            self._version, self._looked = found, moment
        return self._version

    def lately(self) -> tuple[str, ...]:
        """Return the versions before the present one that were seen in the last seconds and since our own last write.

        Who wrote through this service and was told so must not be answered from the state before.
        """
        if not self._former:
            return ()
        oldest = time.monotonic() - _LATE
        self._former = {version: seen for version, seen in self._former.items() if seen > oldest}
        return tuple(self._former)

    def changed(self) -> None:
        """Take note that the store was just written."""
        self._changes += 1
        self.now(fresh=True)
        self._former.clear()

    def size(self) -> int:
        """Return the bytes on disk; 0 for an endpoint."""
        return 0 if self._is_remote else sum(size for _, size, _ in _files(Path(self._store)))


def fingerprint(folder: Path) -> str:
    """Return a short hash of the names, sizes and times of a store's files; empty where there is no store."""
    files = _files(folder)
    if not files:
        return ""
    return hashlib.blake2b(repr(files).encode(), digest_size=8).hexdigest()


def _files(folder: Path) -> list[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries if not entry.name.startswith(_NOT_DATA)]
    except OSError:
        return []
    return sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)
