"""The record files of a folder or an archive (tar, however packed, or zip), one after the other, within bounds."""

import bz2
import gzip
import hashlib
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from graph_service.errors import Code, ProblemError, problem

_LONGEST = 8 * 1024 * 1024
"""Bytes of one record; the largest known has 70 kB."""
_LARGEST = 4 * 1024 * 1024 * 1024
"""Bytes of all records together, unpacked."""
_INDEX = re.compile(r"index(?:[-_.]?v?\d+)?\.ya?ml", re.IGNORECASE)
_PIECE = 1024 * 1024
_XZ, _GZIP, _BZIP2 = b"\xfd7zXZ\x00", b"\x1f\x8b", b"BZh"
_PACKINGS: Mapping[bytes, Callable[[Path, str], Any]] = {_XZ: lzma.open, _GZIP: gzip.open, _BZIP2: bz2.open}
_DAMAGED = (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error, NotImplementedError)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file: its name without folders, and its bytes; None where it is too large to be a record."""

    name: str
    data: bytes | None

    def __reduce__(self) -> tuple[type["RecordFile"], tuple[object, ...]]:
        """Travel between processes as plain values."""
        return RecordFile, (self.name, self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The files of one import: ``name`` is that of the folder or archive, ``total`` how many there are, if known."""

    name: str
    total: int | None
    read: Callable[[], Iterator[RecordFile]]


def open_package(path: Path) -> Package:
    """Return the package of a path. Raise unreadable-file for what is no folder or archive that can be opened."""
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.is_file() and is_record_name(file.name)]
        return Package(name=path.resolve().name, total=len(files), read=lambda: _in_folder(files, path))
    if not path.is_file():
        raise _unreadable(path, "there is no such folder or archive")
    if zipfile.is_zipfile(path):
        return Package(name=path.name, total=None, read=lambda: _bounded(_in_zip(path), path))
    return Package(name=path.name, total=None, read=lambda: _bounded(_in_tar(path), path))


def is_record_name(name: str) -> bool:
    """Whether a file is a record by its name: YAML, and not the index of all records."""
    return name.lower().endswith((".yaml", ".yml")) and not _INDEX.fullmatch(name)


def checksum_of(path: Path, digests: Iterator[tuple[str, str]]) -> str:
    """Return the SHA-256 of an archive, of a folder that of the names and digests of its files."""
    whole = hashlib.sha256()
    if path.is_dir():
        for name, digest in sorted(digests):
            whole.update(f"{name} {digest}\n".encode())
        return whole.hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_folder(files: list[Path], folder: Path) -> Iterator[RecordFile]:
    for file in files:
        try:
            small = file.stat().st_size <= _LONGEST
            yield RecordFile(file.name, file.read_bytes() if small else None)
        except OSError as error:
            raise _unreadable(folder, f"{file.name} cannot be read: {error}") from error


def _in_tar(path: Path) -> Iterator[RecordFile]:
    with _unpacked(path) as plain, tarfile.open(fileobj=plain, mode="r:") as archive:
        for member in archive:
            name = member.name.rpartition("/")[2]
            if not member.isfile() or not is_record_name(name):
                continue
            file = archive.extractfile(member) if member.size <= _LONGEST else None
            yield RecordFile(name, file.read() if file else None)


@contextmanager
def _unpacked(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a tar archive, unpacked on the way and read in large pieces: headers are many and small."""
    with path.open("rb") as file:
        start = file.read(len(_XZ))
    opener = next((opener for magic, opener in _PACKINGS.items() if start.startswith(magic)), open)
    with opener(path, "rb") as packed, io.BufferedReader(packed, _PIECE) as plain:
        yield plain


def _in_zip(path: Path) -> Iterator[RecordFile]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            name = member.filename.rpartition("/")[2]
            if member.is_dir() or not is_record_name(name):
                continue
            yield RecordFile(name, archive.read(member) if member.file_size <= _LONGEST else None)


def _bounded(files: Iterator[RecordFile], path: Path) -> Iterator[RecordFile]:
    """The files of an archive, its damage as a problem, and no more bytes than a store could want."""
    size = 0
    try:
        for file in files:
            size += len(file.data or b"")
            if size > _LARGEST:
                raise problem(Code.TOO_LARGE, "it unpacks to too much", where=str(path), hint="import it in parts")
            yield file
    except _DAMAGED as error:
        words = str(error).partition(":\n")[0]
        raise _unreadable(path, f"it is no archive, or damaged: {words}") from error
    except RuntimeError as error:
        raise _unreadable(path, f"it cannot be unpacked: {error}") from error


def _unreadable(path: Path, what: str) -> ProblemError:
    hint = "name a folder, a tar archive or a zip file of Relaton records"
    return problem(Code.UNREADABLE_FILE, what, where=str(path), hint=hint)
