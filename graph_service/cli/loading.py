"""What commands need again and again: the register, the lexicons, the files of arguments as documents."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from graph_service.citing.extract import Extractor
from graph_service.errors import Code, Problem, ProblemError, problem
from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.load import load_lexicons
from graph_service.reading.changes import Changes
from graph_service.reading.document import Document
from graph_service.reading.formats import SUFFIXES
from graph_service.reading.read import read_documents
from graph_service.reading.settled import settled
from graph_service.register.load import load_register
from graph_service.register.register import Register
from graph_service.share import share_folder


@dataclass(frozen=True)
class Library:
    """The register and the words of all languages, each loaded when first asked for."""

    share: Path

    @cached_property
    def register(self) -> Register:
        """The register of ``data/``."""
        return load_register(self.share / "data")

    @cached_property
    def lexicons(self) -> Mapping[str, Lexicon]:
        """The lexicons of all languages."""
        return load_lexicons()

    @cached_property
    def extractor(self) -> Extractor:
        """What reads the citations of documents."""
        return Extractor(self.register, self.lexicons)

    @property
    def ontology(self) -> Path:
        """The folder of the ontology."""
        return self.share / "ontology"

    @property
    def queries(self) -> Path:
        """The folder of the named queries."""
        return self.share / "queries"

    def load(self) -> None:
        """Load all of it now, for processes that are made of this one."""
        _ = self.extractor

    def documents(
        self, file: Path, *, draft: str | None = None, changes: Changes = Changes.BOTH, data: bytes | None = None
    ) -> tuple[Document, ...]:
        """Return the documents of a file; those of one state of its tracked changes have no changes left.

        ``data`` are its bytes where they are known: then it is not opened.
        """
        source = file if data is None else data
        try:
            found = read_documents(source, name=file.name, register=self.register, lexicons=self.lexicons, draft=draft)
        except ProblemError as error:
            raise _located(error.problem, file) from error
        return found if changes is Changes.BOTH else tuple(settled(one, changes) for one in found)


def _located(found: Problem, file: Path) -> ProblemError:
    """A problem of a file with the file's whole path: several folders may hold a file of that name."""
    inside = found.where.removeprefix(file.name)
    return ProblemError(replace(found, where=f"{file}{inside}") if inside != found.where else found)


def library() -> Library:
    """Return the library of this installation, or of the folder that ``ITUGRAPH_SHARE`` names."""
    chosen = os.environ.get("ITUGRAPH_SHARE")
    return Library(share_folder(Path(chosen) if chosen else None))


def files_of(arguments: Sequence[Path]) -> tuple[Path, ...]:
    """Return files, and the documents in folders. Raise unreadable-file for a folder without any."""
    files: list[Path] = []
    for path in arguments:
        if not path.is_dir():
            files.append(path)
            continue
        wanted = (*SUFFIXES, ".zip")
        inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in wanted and file.is_file())
        if not inside:
            raise problem(
                Code.UNREADABLE_FILE, "the folder holds no text that can be read", where=str(path),
                hint="name a folder with .docx, .xml, .html, .pdf or .txt files",
            )  # fmt: skip
        files.extend(inside)
    return tuple(files)
