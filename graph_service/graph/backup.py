"""A copy of a store as it is at one moment, made while others read and write it; it is a store itself."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.swapping import fresh_folder, put_right, swap

_TIMES = 5
"""How often a store is read anew whose files a writer took away under the reading."""


def backup(store: str, folder: Path) -> int:
    """Copy all that a store holds into a new folder and return how many quads that are.

    The folder is there whole or not at all. A folder's own files are not linked, since only who holds its lock knows
    that they are all: what is read through an engine is one state of it. Raise exists-already where the folder is
    there, and store-unavailable where it cannot be written, or where a writer leaves no moment to read the store.
    """
    if folder.exists():
        raise problem(Code.EXISTS, "it is there already", where=str(folder), hint="name a folder that is not there yet")
    try:
        put_right(folder)
        fresh = fresh_folder(folder)
    except OSError as error:
        raise _not_writable(folder, error) from error
    try:
        count = _copy(store, fresh)
        swap(fresh, folder)
    except OSError as error:
        raise _not_writable(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def _copy(store: str, fresh: Path) -> int:
    with tempfile.TemporaryDirectory(prefix=f"{fresh.name}-", dir=fresh.parent) as place:
        file = Path(place) / "all.nq"
        _write_out(store, file)
        copy = open_engine(fresh)
        try:
            copy.bulk_load(file)
            copy.flush()
            return sum(1 for _ in copy.dump())
        finally:
            copy.close()


def _write_out(store: str, file: Path) -> None:
    """Write all quads of one state of a store."""
    for attempt in range(1, _TIMES + 1):
        engine = open_engine(store, read_only=True)
        try:
            serialize(_quads(engine, store), output=file, format=RdfFormat.N_QUADS)
        except ProblemError:
            if attempt == _TIMES:
                raise
        else:
            return
        finally:
            engine.close()


def _quads(engine: Engine, store: str) -> Iterator[Quad]:
    """Every quad. Raise store-unavailable where a writer put other files in the place of those that are read."""
    try:
        yield from engine.dump()
    except (OSError, RuntimeError) as error:
        what, hint = f"it was changed while it was read: {error}", "try again when nobody writes it"
        raise problem(Code.STORE_UNAVAILABLE, what, where=store, hint=hint) from error


def _not_writable(folder: Path, error: OSError) -> Exception:
    hint = "make room and rights for it, or name another folder"
    what = f"the copy cannot be written: {error.strerror or error}"
    return problem(Code.STORE_UNAVAILABLE, what, where=str(folder), hint=hint)
