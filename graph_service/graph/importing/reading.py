"""Record files become named records, in several processes; files that the store has unchanged are only summed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph_service.graph.importing.files import RecordFile
from graph_service.graph.importing.naming import Name, Namer, UnnamedError
from graph_service.graph.importing.processes import Processes
from graph_service.graph.importing.record import NotARecordError, Record, RecordReader
from graph_service.graph.importing.yaml_text import NotYamlError

_FILES_A_TASK = 96
Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and how much there is, if known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file read: its SHA-256, and the named record, or the reason why it is none."""

    file: str
    sha256: str
    record: Record | None
    name: Name | None
    reason: str

    def __reduce__(self) -> tuple[type["Reading"], tuple[object, ...]]:
        """Travel between processes as plain values."""
        return Reading, (self.file, self.sha256, self.record, self.name, self.reason)


def sums_of(files: Iterable[RecordFile]) -> Iterator[tuple[RecordFile, str]]:
    """Yield each file with its SHA-256; a file that is too large has none."""
    for file in files:
        yield file, hashlib.sha256(file.data).hexdigest() if file.data is not None else ""


def read_files(
    files: Iterable[tuple[RecordFile, str]], namer: Namer, *, workers: int, progress: Progress, total: int | None
) -> list[Reading]:
    """Return all files read, in the order of their names."""
    found: list[Reading] = []
    with Processes(_Reader(namer).read, workers) as processes:
        for readings in processes.answers(_tasks(files)):
            found += readings
            progress("Reading records", len(found), total)
    found.sort(key=lambda one: one.file)
    return _once(found)


def _tasks(files: Iterable[tuple[RecordFile, str]]) -> Iterator[list[tuple[RecordFile, str]]]:
    task: list[tuple[RecordFile, str]] = []
    for file in files:
        task.append(file)
        if len(task) == _FILES_A_TASK:
            yield task
            task = []
    if task:
        yield task


class _Reader:
    """Reads the files of a task in a process."""

    def __init__(self, namer: Namer) -> None:
        self._namer = namer
        self._records = RecordReader()

    def read(self, task: list[tuple[RecordFile, str]]) -> list[Reading]:
        return [self._read(file, digest) for file, digest in task]

    def _read(self, file: RecordFile, digest: str) -> Reading:
        if file.data is None:
            return Reading(file.name, digest, None, None, "it is too large for a record")
        try:
            record = self._records.read(file.data, file.name)
            return Reading(file.name, digest, record, self._namer.name(record.docid, record.doctype), "")
        except (NotYamlError, NotARecordError, UnnamedError) as error:
            return Reading(file.name, digest, None, None, str(error))


def _once(readings: list[Reading]) -> list[Reading]:
    """The readings with those refused that have the name of one before: a name stands for one record."""
    seen: dict[str, Reading] = {}
    found: list[Reading] = []
    for one in readings:
        other = seen.setdefault(one.file, one)
        if other is one:
            found.append(one)
        elif one.sha256 != other.sha256:
            found.append(Reading(one.file, one.sha256, None, None, "another file of the import has the same name"))
    return found
