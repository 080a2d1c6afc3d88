"""What pages count over the whole store, counted once for each version of it."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Values by name, of one version of the store; those of the version before are let go. May be asked by threads."""

    def __init__(self) -> None:
        self._version = ""
        self._values: dict[str, Any] = {}
        self._lock = threading.Lock()

    def of(self, version: str, name: str, make: Callable[[], T]) -> T:
        """Return the value of a name, made now if this version has none yet."""
        with self._lock:
            if version != self._version:
                self._version, self._values = version, {}
            values = self._values
        if name not in values:
            values[name] = make()
        found: T = values[name]
        return found
