"""Where corrected files go: never onto their originals, never over another file unasked, whole or not at all."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from graph_service.errors import Code, problem


def targets(out: Path, names: Sequence[str], inputs: Sequence[Path], *, force: bool) -> dict[str, Path]:
    """Return the file to be written for each name: ``out`` itself for one, a file in the folder ``out`` for several.

    Raise refused for a target that is an input, exists-already for one that exists, unless ``force`` is given.
    """
    several = len(names) > 1 or out.is_dir()
    if several and out.exists() and not out.is_dir():
        hint = "name a folder for several files"
        raise problem(Code.EXISTS, "it is a file, and several are to be written", where=str(out), hint=hint)
    made = {name: out / _inside(name) if several else out for name in names}
    originals = {path.resolve() for path in inputs}
    for target in made.values():
        _refuse(target, originals, force=force)
    return made


def _inside(name: str) -> PurePosixPath:
    """A name from an archive or a command as a path that leads out of no folder."""
    return PurePosixPath(*[part for part in PurePosixPath(name).parts if part not in {"/", "..", "."}])


def _refuse(target: Path, originals: set[Path], *, force: bool) -> None:
    if target.resolve() in originals:
        hint = "name another file for the corrected one"
        raise problem(Code.REFUSED, "the original is never written over", where=str(target), hint=hint)
    if target.is_dir():
        raise problem(Code.EXISTS, "it is a folder", where=str(target), hint="name a file")
    if target.exists() and not force:
        hint = "name another file, or give --force to write over it"
        raise problem(Code.EXISTS, "this file exists already", where=str(target), hint=hint)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that at any moment it is there whole or not at all. Raise refused where that cannot be done."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
            Path(name).chmod(_usual_mode())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or "no reason given"
        hint = "check the folder's permissions and its free space"
        raise problem(Code.REFUSED, f"it cannot be written ({reason})", where=str(target), hint=hint) from error


def _usual_mode() -> int:
    """The permissions that a new file gets; a temporary one is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
