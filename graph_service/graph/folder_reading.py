"""A store's folder opened to read while another process may be writing it."""

import os
import time
from pathlib import Path

from pyoxigraph import Store

_TIMES = 100
_PAUSE = 0.002
_LONGEST_PAUSE = 0.05
_NOT_DATA = ("LOCK", "LOG", "OPTIONS")


def open_to_read(folder: Path) -> Store:
    """Return the store in a folder as it is now. Raise OSError where there is none, or none that can be read.

    It waits until a writer leaves a moment for it.
    """
    failure: OSError | None = None
    for attempt in range(_TIMES):
        try:
            store = open_between_writes(folder)
        except OSError as error:
            failure = error
            if not (folder / "CURRENT").is_file():
                break
        else:
            if store is not None:
                return store
        time.sleep(min(_PAUSE * attempt, _LONGEST_PAUSE))
    raise failure or OSError("it is being written all the time")


def open_between_writes(folder: Path) -> Store | None:
    """Return the store in a folder, None if its files were changed meanwhile. Raise OSError where it cannot be read.

    A writer puts files in the place of others. Between two looks of one opening it may have taken away a journal whose
    changes stand in a new file, which the opening then has not: a part of the changes would be seen, or none could be
    read. So an opening counts only if the folder holds the same files after it as before.
    """
    before = _files(folder)
    try:
        store = Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise OSError(str(error)) from error
    return store if _files(folder) == before else None


def _files(folder: Path) -> frozenset[str]:
    """The names of what a store is made of; none is used twice."""
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries if not entry.name.startswith(_NOT_DATA))
    except OSError:
        return frozenset()
