"""Zip packages opened with bounds: no bomb unfolds, no password is asked for, no part is taken twice."""

import io
import zipfile
import zlib

from graph_service.errors import Code, ProblemError, problem

_MOST_PARTS = 20_000
_LARGEST_PART = 128 * 2**20
_LARGEST_WHOLE = 512 * 2**20
_HIGHEST_RATIO = 400
_SMALL = 2**20
_ENCRYPTED = 0x1


class Package:
    """A zip file whose parts are unpacked one by one, within bounds."""

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self._broken(str(error)) from error
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _LARGEST_WHOLE:
            raise self._bomb()
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise problem(
                Code.UNREADABLE_FILE, "it is protected by a password", where=where, hint="remove the password first"
            )
        self._parts = {info.filename.lstrip("/"): info for info in infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the file."""
        return tuple(self._parts)

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def part(self, name: str) -> bytes:
        """Return one part. Raise too-large for one that unfolds beyond all reason, unreadable-file for a broken one."""
        info = self._parts[name]
        if info.file_size > _LARGEST_PART or (
            info.file_size > _SMALL and info.file_size > _HIGHEST_RATIO * max(info.compress_size, 1)
        ):
            raise self._bomb()
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise self._broken(str(error)) from error
        if len(data) > info.file_size:
            raise self._bomb()
        return data

    def _bomb(self) -> ProblemError:
        return problem(
            Code.TOO_LARGE,
            "it unfolds to more than a document can hold",
            where=self._where,
            hint="give the documents one by one, without packing",
        )

    def _broken(self, reason: str) -> ProblemError:
        return problem(
            Code.UNREADABLE_FILE,
            f"its zip packing is broken ({reason.rstrip('.') or 'no reason given'})",
            where=self._where,
            hint="save or pack the document again",
        )
