"""A store's folder opened to read while another process may be writing it."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from graph_service.graph.held_files import HeldFiles

_TIMES = 100
_PAUSE = 0.002
_LONGEST_PAUSE = 0.05
_NOT_DATA = ("LOCK", "LOG", "OPTIONS")
_LIST = "MANIFEST-"


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """A state of the store in a folder, which can be read as long as this is kept and not closed."""

    store: Store
    files: HeldFiles

    def close(self) -> None:
        """Let go of the files. Nothing may be read any more."""
        self.files.close()


def open_to_read(folder: Path) -> OpenFolder:
    """Return the store in a folder as it is now. Raise OSError where there is none, or none that can be read.

    It waits until a writer leaves a moment for it.
    """
    failure: OSError | None = None
    for attempt in range(_TIMES):
        try:
            found = open_between_writes(folder)
        except OSError as error:
            failure = error
            if not (folder / "CURRENT").is_file():
                break
        else:
            if found is not None:
                return found
        time.sleep(min(_PAUSE * attempt, _LONGEST_PAUSE))
    raise failure or OSError("it is being written all the time")


def open_between_writes(folder: Path) -> OpenFolder | None:
    """Return the store in a folder, None if its files were changed meanwhile. Raise OSError where it cannot be read.

    A writer puts files in the place of others. Between two looks of one opening it may have taken away a journal whose
    changes stand in a new file, which the opening then has not: a part of the changes would be seen, or none could be
    read. So an opening counts only if the folder holds the same files after it as before. The list of its files, to
    which a writer adds, must not become newer than they are.
    """
    before = _files(folder)
    files = HeldFiles(folder, before, grown=_LIST)
    if _files(folder) != before:
        files.close()
        return None
    place = files.under_names()
    try:
        store = Store.read_only(str(place or folder))
    except (OSError, RuntimeError) as error:
        files.close()
        raise OSError(str(error)) from error
    if place is None and _files(folder) != before:
        del store
        files.close()
        return None
    return OpenFolder(store, files)


def _files(folder: Path) -> frozenset[str]:
    """The names of what a store is made of; none is used twice."""
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries if not entry.name.startswith(_NOT_DATA))
    except OSError:
        return frozenset()
