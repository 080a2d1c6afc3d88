"""What a path or an upload holds: one file, or the documents of a folder or of a zip archive, each on its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph_service.errors import Code, ProblemError, problem
from graph_service.reading.formats import SUFFIXES
from graph_service.reading.package import Package

_LARGEST_FILE = 256 * 2**20
_DEEPEST = 3
_OFFICE = "[Content_Types].xml"
_OPEN_DOCUMENT = "META-INF/manifest.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file with its bytes; ``name`` is what messages call it (``folder/a.docx``, ``archive.zip/a.docx``)."""

    name: str
    data: bytes

    @property
    def stem(self) -> str:
        """The file's name without its folder and suffix."""
        return PurePosixPath(self.name).stem


def sources_of(source: Path | bytes, name: str) -> Iterator[Source | ProblemError]:
    """Yield the files that a path, a folder, or the bytes of a file hold.

    A file that cannot be opened is yielded as its problem, so that the others are still read. Raise not-found for a
    path that is not there and for a folder or an archive without documents.
    """
    if isinstance(source, bytes):
        yield from _unpacked(Source(name=name, data=source), 0)
    elif source.is_dir():
        yield from _of_folder(source, name)
    else:
        found = _loaded(source, name)
        if isinstance(found, ProblemError):
            raise found
        yield from _unpacked(found, 0)


def _of_folder(folder: Path, name: str) -> Iterator[Source | ProblemError]:
    wanted = (*SUFFIXES, ".zip")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in wanted and path.is_file())
    if not files:
        raise problem(
            Code.NOT_FOUND, "the folder holds no documents", where=name, hint=f"put {', '.join(SUFFIXES)} files into it"
        )
    for path in files:
        found = _loaded(path, f"{name.rstrip('/')}/{path.relative_to(folder).as_posix()}")
        if isinstance(found, ProblemError):
            yield found
            continue
        try:
            yield from _unpacked(found, 0)
        except ProblemError as error:
            yield error


def _loaded(path: Path, name: str) -> Source | ProblemError:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return problem(
                Code.TOO_LARGE,
                f"it is larger than {_LARGEST_FILE // 2**20} MB",
                where=name,
                hint="give the documents one by one",
            )
        return Source(name=name, data=path.read_bytes())
    except FileNotFoundError:
        return problem(Code.NOT_FOUND, "there is no such file", where=name, hint="check the path")
    except OSError as error:
        reason = error.strerror or "no reason given"
        return problem(
            Code.UNREADABLE_FILE, f"it cannot be opened ({reason})", where=name, hint="check its permissions"
        )


def _unpacked(source: Source, depth: int) -> Iterator[Source | ProblemError]:
    """The file itself, or the documents of an archive that it is; an Office file is no archive."""
    if not source.data.startswith(b"PK\x03\x04"):
        yield source
        return
    package = Package(source.data, source.name)
    if _OFFICE in package or _OPEN_DOCUMENT in package:
        yield source
        return
    if depth == _DEEPEST:
        yield problem(
            Code.TOO_LARGE, "archives lie too deep in it", where=source.name, hint="unpack it and give the documents"
        )
        return
    names = [one for one in package.names if PurePosixPath(one).suffix.lower() in (*SUFFIXES, ".zip")]
    if not names:
        raise problem(
            Code.NOT_FOUND,
            "the archive holds no documents",
            where=source.name,
            hint=f"put {', '.join(SUFFIXES)} files into it",
        )
    for name in names:
        try:
            inner = Source(name=f"{source.name}/{name}", data=package.part(name))
            yield from _unpacked(inner, depth + 1)
        except ProblemError as error:
            yield error
