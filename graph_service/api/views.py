"""What a reading process looks at: the folder as of its opening, and a copy of its default graph in memory."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from graph_service.api.frames import Job
from graph_service.api.graph_naming import names_graphs
from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.folder_reading import OpenFolder, open_between_writes, open_to_read

_LOOK_AGAIN = 0.02
"""Seconds after which a folder that was being changed is looked at again."""


@dataclass(frozen=True, slots=True)
class View:
    """A state of the store; ``is_late`` says that it is one before the version that was asked for."""

    store: Store
    is_late: bool = False


class Views:
    """The views of one process. ``room`` gives it room to open a folder in, which its memory limit leaves none for.

    A version that another process is just writing is not waited for: until the folder rests for a moment, the state
    before it is looked at, if that is one of those which the job says may be.
    """

    def __init__(self, folder: Path, room: Callable[[], AbstractContextManager[None]]) -> None:
        self._folder = folder
        self._room = room
        self._held: Store | None = None
        self._held_version = ""
        self._opened: OpenFolder | None = None
        self._opened_version = ""
        self._next_look = 0.0

    def hold(self, version: str, held: Store) -> None:
        """Keep a copy in memory of a version's default graph."""
        self._held, self._held_version = held, version

    def drop_folder(self) -> bool:
        """Let go of the folder, of whose files some are gone; return whether it was open."""
        was_open, self._opened = self._opened is not None, None
        return was_open

    def of_query(self, job: Job) -> View:
        """Return what a query is to be asked of: the copy in memory where that has all it needs."""
        if self._held is None or job.default is not None or job.named is not None or names_graphs(job.text):
            return self.of_folder(job.version, job.late)
        if job.version == self._held_version:
            return View(self._held)
        if self._opened is None and self._held_version in job.late and not self._look(job.version):
            return View(self._held, is_late=True)
        self._held = None
        return self.of_folder(job.version, job.late)

    def of_folder(self, version: str, late: tuple[str, ...] = ()) -> View:
        """Return the folder as of a version, or of a late one. Raise store-unavailable where there is no store."""
        if self._opened is None:
            opened = self._open(version)
        elif self._opened_version == version or self._look(version):
            opened = self._opened
        elif self._opened_version in late:
            return View(self._opened.store, is_late=True)
        else:
            opened = self._open(version)
        return View(opened.store)

    def _open(self, version: str) -> OpenFolder:
        """Open the folder as soon as a writer leaves a moment for it."""
        with self._room():
            try:
                self._opened = open_to_read(self._folder)
            except OSError as error:
                raise self._unavailable() from error
        self._opened_version = version
        return self._opened

    def _look(self, version: str) -> bool:
        """Open the folder anew, unless it is being changed just now, and return whether that was done."""
        if time.monotonic() < self._next_look:
            return False
        with self._room():
            try:
                found = open_between_writes(self._folder)
            except OSError as error:
                if not (self._folder / "CURRENT").is_file():
                    raise self._unavailable() from error
                found = None
        if found is None:
            self._next_look = time.monotonic() + _LOOK_AGAIN
            return False
        self._opened, self._opened_version = found, version
        return True

    def _unavailable(self) -> ProblemError:
        hint = "build it with `itugraph build`"
        return problem(Code.STORE_UNAVAILABLE, "there is no store to read", where=self._folder.name, hint=hint)
