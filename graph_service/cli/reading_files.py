"""The files of arguments become texts with their citations: here, or on the workers of a scheduler, always the same."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from graph_service.citing.mention import CitingText
from graph_service.cli.loading import Library, library
from graph_service.cli.spreading import spread, spread_over
from graph_service.errors import Problem, ProblemError
from graph_service.reading.changes import Changes
from graph_service.reading.document import Document

_MOST_SENT = 64 * 2**20
"""Bytes of a file that is sent to a worker; a larger one is read here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was read: its documents with their citations, or the problem of one that cannot be read."""

    file: Path
    documents: tuple[Document, ...] = ()
    texts: tuple[CitingText, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How files are read: as drafts to a conference, in which state of their changes, with or without documents."""

    draft: str | None = None
    changes: Changes = Changes.BOTH
    with_documents: bool = True


def read_files(files: Sequence[Path], books: Library, how: How, *, workers: str | None = None) -> Iterator[ReadFile]:
    """Yield each file as read, in order; what cannot be read is told by its problem and the next goes on.

    ``workers`` is the address of the scheduler that shares out the work, None to do it here.
    """
    here = partial(_read, books=books, how=how)
    if workers is None:
        books.load()
        yield from spread(here, files)
        return
    sent = [_is_sent(file) for file in files]
    tasks = ((file, file.read_bytes()) for file, goes in zip(files, sent, strict=True) if goes)
    with closing(spread_over(workers, partial(_read_there, how=how), tasks, same=_version)) as answers:
        for file, goes in zip(files, sent, strict=True):
            yield next(answers) if goes else here(file)


def _is_sent(file: Path) -> bool:
    """Whether a file goes to a worker; what is no file, cannot be opened or is huge is looked at here."""
    try:
        return file.is_file() and os.access(file, os.R_OK) and file.stat().st_size <= _MOST_SENT
    except OSError:
        return False


def _read(file: Path, *, books: Library, how: How, data: bytes | None = None) -> ReadFile:
    try:
        documents = books.documents(file, draft=how.draft, changes=how.changes, data=data)
    except ProblemError as error:
        return ReadFile(file=file, problem=error.problem)
    texts = tuple(books.extractor.citing_text(one, source=file.name) for one in documents)
    return ReadFile(file=file, documents=documents if how.with_documents else (), texts=texts)


# On a worker


def _read_there(task: tuple[Path, bytes], *, how: How) -> ReadFile:
    """Read the bytes of a file, one at a time in each process: not every reader can be used by two threads."""
    file, data = task
    with _READING:
        return _read(file, books=_books(), how=how, data=data)


def _version() -> str:
    """What must be the same here and there for the same result."""
    return f"version {version('itu-xref')} with register {_books().register.version}"


def _books() -> Library:
    """The library of this process, made once: a worker reads many files."""
    if not _BOOKS:
        _BOOKS.append(library())
    return _BOOKS[0]


_BOOKS: list[Library] = []
_READING = threading.Lock()
