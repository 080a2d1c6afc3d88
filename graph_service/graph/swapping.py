"""A new store takes the place of an old one by two renames; what a kill between them left is put right."""

import shutil
import tempfile
from pathlib import Path

from pyoxigraph import Store

_OLD = ".old"


def fresh_folder(folder: Path) -> Path:
    """Return a new empty folder beside a store's folder, on the same disk."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=folder.parent))


def swap(fresh: Path, folder: Path) -> None:
    """Put a new store in the place of an old one, which is removed afterwards."""
    if not folder.exists():
        fresh.rename(folder)
        return
    old = fresh.with_name(fresh.name + _OLD)
    folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def put_right(folder: Path) -> None:
    """Bring an old store back that was moved away and not replaced; remove what killed builds left beside it.

    What a running build has open is left alone.
    """
    for left in sorted(folder.parent.glob(_prefix(folder) + "*")):
        if left.name.endswith(_OLD) and not folder.exists():
            left.rename(folder)
        elif not _is_open(left):
            shutil.rmtree(left, ignore_errors=True)


def _prefix(folder: Path) -> str:
    return f".{folder.name}-building-"


def _is_open(folder: Path) -> bool:
    """Whether a process has a store in the folder open to write, or is just about to."""
    if not (folder / "CURRENT").is_file():
        return not any(folder.iterdir())
    try:
        Store(str(folder))
    except OSError:
        return True
    return False
