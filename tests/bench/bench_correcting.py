"""Check and correction of a composed Word file of 200 pages, and of a hundred files, as whole processes."""

import os
import tempfile
from pathlib import Path

from tests.bench.measuring import Row, command, ratio
from tests.correcting.long_file import long_word_file

_PAGES = 200
_MANY = 100
_ROUNDS = 4
_AT = ("--at", "pp-22", "--format", "json", "--store", "none")


def run():
    with tempfile.TemporaryDirectory() as folder:
        yield from _long(Path(folder))
        yield from _many(Path(folder) / "many")


def _long(folder: Path):
    """One long file; a warning in thirteen, as texts of a conference four years ago have."""
    file = folder / "long.docx"
    file.write_bytes(long_word_file(_PAGES, stale=0.08))
    both = [
        (
            command("check", str(file), *_AT),
            command("check", str(file), *_AT, "--corrected", str(folder / f"{number}.docx")),
        )
        for number in range(_ROUNDS)
    ]
    checked, corrected = map(min, zip(*both, strict=True))
    yield Row(f"check of {_PAGES} pages of Word, whole process", f"{checked[0]:.1f} s, {checked[1]:.0f} MiB")
    yield Row(
        "check and correction, check alone = 1", f"{ratio(corrected[0], checked[0])} as long, {corrected[1]:.0f} MiB"
    )


def _many(folder: Path):
    """A hundred files of ten pages, on all cores and on one."""
    folder.mkdir()
    for number in range(_MANY):
        (folder / f"{number:03d}.docx").write_bytes(long_word_file(10, seed=number))
    seconds, _ = command("check", str(folder), *_AT)
    one, _ = _on_one_core("check", str(folder), *_AT)
    yield Row(
        f"check of {_MANY} files on {os.cpu_count()} cores, on one = 1",
        f"{ratio(seconds, one)} as long ({seconds:.1f} s)",
    )


def _on_one_core(*arguments: str) -> tuple[float, float]:
    """A command that may run on one core only."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        return command(*arguments)
    finally:
        os.sched_setaffinity(0, allowed)
