"""Keeps a copy of the default graph in memory for the reading processes, made anew when the store was changed."""

import asyncio
import time
from collections.abc import Callable

from graph_service.analysing.store_version import StoreVersion
from graph_service.api.breeding import Breeding

_LOOK_AGAIN = 1.0
_PATIENCE = 2.0
"""How many times as long as the last reading took the store must rest before the next: a writer keeps its core."""


class MemoryKeeper:
    """Watches the version of a store; ``breed`` starts a nursery that reads it, ``adopt`` gets it when it has.

    Until then the processes read the folder, which is right at any moment and slower.
    """

    def __init__(
        self,
        version: StoreVersion,
        *,
        breed: Callable[[], Breeding],
        adopt: Callable[[Breeding], None],
    ) -> None:
        self._version = version
        self._breed = breed
        self._adopt = adopt
        self._tried = ""
        self._rest = _LOOK_AGAIN

    async def run(self) -> None:
        """Look at the store again and again; read it when it has not changed since the last look."""
        seen = self._version.now(fresh=True)
        since = time.monotonic() - self._rest
        while True:
            now = self._version.now(fresh=True)
            if now != seen:
                seen, since = now, time.monotonic()
            elif now not in {"", self._tried} and time.monotonic() - since >= self._rest:
                self._tried = now
                began = time.monotonic()
                await self._read(now)
                self._rest = max(_LOOK_AGAIN, _PATIENCE * (time.monotonic() - began))
            await asyncio.sleep(_LOOK_AGAIN)

    async def _read(self, version: str) -> None:
        home = self._breed()
        is_adopted = False
        try:
            await home.ready
            if home.version == version == self._version.now(fresh=True):
                self._adopt(home)
                is_adopted = True
        except OSError:
            if home.has_failed:
                self._tried = ""
        finally:
            if not is_adopted:
                home.close()
