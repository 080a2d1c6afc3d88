"""Two folders change places in one step, so that whoever opens the name finds the old one or the new one, whole."""

import ctypes
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> None:
    """Let two folders on one file system change places; where the system cannot do it at once, by three renames."""
    if not _at_once(one, other):
        beside = one.with_name(f"{one.name}.moving")
        one.rename(beside)
        other.rename(one)
        beside.rename(other)
    _sync(one.parent)


def _at_once(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _sync(folder: Path) -> None:
    """Make the new names safe from a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
