"""A store's folder changed as a whole: a copy beside it, made of links, is written and then put in its place."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_service.errors import Code, problem
from graph_service.graph.embedded import EmbeddedEngine
from graph_service.graph.importing.exchange import exchange


@contextmanager
def changed_copy(folder: Path) -> Iterator[EmbeddedEngine]:
    """Give the engine of a copy of a store; when the block ends well, the copy takes the store's place.

    The store is locked against other writers all the while, and can be read as it was. If the block raises, or the
    process is killed, nothing has changed; what a killed process left beside the store is removed by the next one.
    See `remove_leftovers` for one that changes nothing.
    """
    folder = folder.resolve()
    original = EmbeddedEngine.in_folder(folder)
    place: Path | None = None
    try:
        place = _place_beside(folder)
        copy = place / "store"
        original.store.backup(str(copy))
        engine = EmbeddedEngine.in_folder(copy)
        try:
            yield engine
            engine.flush()
        finally:
            engine.close()
        version = _version(folder)
        original.close()
        _put_in_place(copy, folder, version)
    except OSError as error:
        what = f"the store cannot be changed as a whole: {error}"
        hint = "make room, and let the store be a folder that can be renamed in a folder that can be written"
        raise problem(Code.STORE_UNAVAILABLE, what, where=str(folder), hint=hint) from error
    finally:
        original.close()
        if place:
            shutil.rmtree(place, ignore_errors=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what killed imports left beside a store, unless somebody writes the store just now."""
    folder = folder.resolve()
    left = _leftovers(folder)
    if not left:
        return
    with (folder / "LOCK").open("a") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        _remove(left)


def _put_in_place(copy: Path, folder: Path, version: str) -> None:
    """Exchange copy and store. Raise store-unavailable if somebody took the store since it was closed here.

    The original must be closed before: an open one clears away, by name, files that are not its own. In between, its
    lock is taken again at once, and a store that was opened meanwhile has another version.
    """
    with (folder / "LOCK").open("a") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_ours = _version(folder) == version
        except BlockingIOError:
            is_ours = False
        if not is_ours:
            what = "another process wrote the store at the same time"
            raise problem(Code.STORE_UNAVAILABLE, what, where=str(folder), hint="run the command again")
        exchange(copy, folder)


def _version(folder: Path) -> str:
    """The name of the store's manifest, which is a new one each time that it is opened to be written."""
    return (folder / "CURRENT").read_text(encoding="ascii")


def _place_beside(folder: Path) -> Path:
    """A new folder beside the store; what killed processes left is removed, as the lock says that none is running."""
    _remove(_leftovers(folder))
    return Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=folder.parent))


def _prefix(folder: Path) -> str:
    return f".{folder.name}-import-"


def _leftovers(folder: Path) -> list[Path]:
    return list(folder.parent.glob(f"{_prefix(folder)}*"))


def _remove(folders: list[Path]) -> None:
    for one in folders:
        shutil.rmtree(one, ignore_errors=True)
