"""``check --corrected``: the files of a check written anew with their corrections, and told of in one line each."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph_service.checking.knowledge import Knowledge
from graph_service.checking.report import Report
from graph_service.checking.run import Options
from graph_service.checking.waivers import Waiver
from graph_service.cli.loading import Library
from graph_service.cli.output import counted, say
from graph_service.cli.reading_files import ReadFile
from graph_service.cli.spreading import spread
from graph_service.correcting.checker import FileChecker
from graph_service.correcting.correct import correct
from graph_service.correcting.corrected import Checked, Corrected
from graph_service.correcting.writing import targets, write_whole
from graph_service.errors import Code, Problem, ProblemError, problem
from graph_service.reading.formats import FORMATS
from graph_service.reading.read import DocumentReader
from graph_service.reading.sources import Source, sources_of
from graph_service.register.edition_fact import EditionFact


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the options of ``check`` say of the corrected files; ``date`` is as typed, None for now."""

    out: Path
    author: str
    date: str | None
    accept: bool
    force: bool

    def moment(self, now: datetime) -> datetime:
        """Return when the changes are made. Raise bad-request for what is no date."""
        if self.date is None:
            return now
        try:
            found = datetime.fromisoformat(self.date)
        except ValueError as error:
            hint = "write it as 2022-06-05 or 2022-06-05T10:00:00Z"
            raise problem(Code.BAD_REQUEST, f"{self.date!r} is no date", where="--date", hint=hint) from error
        return found if found.tzinfo else found.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file of the check: where it lies, its name in messages, what was read and found in it, where it goes."""

    file: Path
    source: str
    checked: Checked
    waivers: Mapping[str, Sequence[Waiver]]
    target: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How all files of one check are corrected."""

    lines: tuple[EditionFact, ...]
    options: Options
    wish: Wish
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """The files of a check with the reports on their documents, in one order."""

    files: Sequence[ReadFile]
    reports: Sequence[Report]
    waivers: Mapping[str, Sequence[Waiver]]


def write_corrected(checks: Checks, desk: Desk, books: Library) -> int:
    """Write the corrected files and return how many could not be.

    Raise the problem of a file that is not to be written over; nothing has been written then.
    """
    jobs = _jobs(checks, desk.wish)
    left = 0
    for told in counted(_written(jobs, desk, books), len(jobs), "Correcting"):
        if isinstance(told, Problem):
            left += 1
            say(f"itugraph: {told}")
        else:
            say(told)
    return left


def _jobs(checks: Checks, wish: Wish) -> list[Job]:
    """The files of a check, those in archives on their own, each with its documents and reports and its target."""
    found: dict[str, tuple[Path, str, Checked]] = {}
    reports = iter(checks.reports)
    names = _names([one.file for one in checks.files])
    for one in checks.files:
        read = [(document, text, next(reports)) for document, text in zip(one.documents, one.texts, strict=True)]
        for source in dict.fromkeys(document.file for document in one.documents):
            documents, texts, own = zip(*(found for found in read if found[0].file == source), strict=True)
            checked = Checked(documents=documents, texts=texts, reports=own)
            found[names[one.file] + source.removeprefix(one.file.name)] = (one.file, source, checked)
    places = targets(wish.out, list(found), [one.file for one in checks.files], force=wish.force)
    for name, (_, _, checked) in found.items():
        _refuse_other_format(places[name], checked.documents[0].format)
    return [
        Job(file=file, source=source, checked=checked, waivers=checks.waivers, target=places[name])
        for name, (file, source, checked) in found.items()
    ]


def _refuse_other_format(target: Path, written: str) -> None:
    """Raise refused for a file whose name promises another format than a correction has, that of its original."""
    promised = next((one.name for one in FORMATS if target.suffix.lower() in one.suffixes), written)
    if promised != written:
        what, hint = f"the corrected file is {written}, as its original is, not {promised}", "name it after that format"
        raise problem(Code.REFUSED, what, where=str(target), hint=hint)


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """The name of each file in an output folder: its path below the folder that holds them all."""
    whole = [file.resolve() for file in files]
    shared = os.path.commonpath([file.parent for file in whole]) if whole else ""
    return {file: one.relative_to(shared).as_posix() for file, one in zip(files, whole, strict=True)}


def _written(jobs: Sequence[Job], desk: Desk, books: Library) -> Iterator[str | Problem]:
    """Correct file after file, many on all cores, and yield what is to be said of each."""
    books.load()
    yield from spread(Correcting(desk, books).told, jobs)


class Correcting:
    """Corrects file after file with what is loaded once."""

    def __init__(self, desk: Desk, books: Library) -> None:
        self._desk = desk
        self._books = books
        self._knowledge = Knowledge(self._books.register, desk.lines)
        self._reader = DocumentReader(
            register=self._books.register, lexicons=self._books.lexicons, draft=desk.options.draft
        )

    def corrected(self, job: Job) -> Corrected:
        """Return one file corrected."""
        again = FileChecker(
            name=job.source,
            reader=self._reader,
            extractor=self._books.extractor,
            knowledge=self._knowledge,
            options=self._desk.options,
            waivers=job.waivers,
            first=job.checked,
        )
        return correct(
            _data(job),
            name=job.source,
            checked=job.checked,
            again=again,
            author=self._desk.wish.author,
            at=self._desk.at,
            accept=self._desk.wish.accept,
            lang=self._desk.options.lang,
        )

    def told(self, job: Job) -> str | Problem:
        """Write one corrected file, with its diff beside it where there is one, and return what is to be said."""
        try:
            return self._written(job)
        except ProblemError as error:
            return error.problem

    def _written(self, job: Job) -> str:
        made = self.corrected(job)
        beside = job.target.with_name(f"{job.target.name}.diff")
        if made.diff:
            targets(beside, [beside.name], (), force=self._desk.wish.force)
        write_whole(job.target, made.data)
        if made.diff:
            write_whole(beside, made.diff.encode())
        lines = [f"{job.target}: {len(made.applied)} corrected, {len(made.commented)} commented on"]
        lines += [f"  {one.id}: left as it is, for {one.reason}" for one in made.refused]
        return "\n".join(lines)


def _data(job: Job) -> bytes:
    for source in sources_of(job.file, job.file.name):
        if isinstance(source, Source) and source.name == job.source:
            return source.data
    raise problem(Code.NOT_FOUND, "the file has gone since it was read", where=job.source, hint="check the path")
