"""The nursery of checking processes: each reads and checks one posted document, in memory only, and ends.

A document may be anything: it is taken apart in a process that can open no socket, whose memory is bounded and which is
killed when it is late. Nothing of it is written anywhere.
"""

import base64
import json
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from graph_service.analysing.answer import as_json
from graph_service.analysing.marking import is_long, marked
from graph_service.api.confinement import forbid_sockets, limit_memory
from graph_service.api.frames import Head, Job, Kind, head_frame
from graph_service.api.job_socket import receive_job, send_problem
from graph_service.api.nursery import serve
from graph_service.api.posted import Posted, posted_file
from graph_service.checking import output
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.run import Options
from graph_service.citing.extract import Extractor
from graph_service.correcting.checker import FileChecker
from graph_service.correcting.correct import correct
from graph_service.correcting.corrected import Checked
from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.engine import open_engine
from graph_service.graph.lines import added_lines
from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.load import load_lexicons
from graph_service.reading.changes import Changes
from graph_service.reading.read import DocumentReader
from graph_service.register.edition_fact import EditionFact
from graph_service.register.load import load_register
from graph_service.register.register import Register

_WARMING = b"Resolution 1 (Geneva, 2003)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRearing:
    """What a nursery is started with: the folder of the shipped files, the store, MiB that a process may take more."""

    share: str
    store: str
    memory: int

    def text(self) -> str:
        """Return it as the argument of a new process."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What is asked of a check, as the command's options have it; ``today`` is an ISO date told by the service.

    Of a correction: ``only`` the findings of these ids, None for those applied unasked; clean text if ``accept``;
    by whom, at which ``moment`` (ISO).
    """

    today: str
    at: str | None = None
    draft: str | None = None
    lang: str = "en"
    changes: str = Changes.FINAL.value
    name: str = "document"
    only: list[str] | None = None
    accept: bool = False
    author: str = "itugraph"
    moment: str = ""


class Checker:
    """Reads and checks documents with a register, lexicons and knowledge that are loaded once."""

    def __init__(self, register: Register, lexicons: Mapping[str, Lexicon], knowledge: Knowledge) -> None:
        self._register = register
        self._lexicons = lexicons
        self._knowledge = knowledge
        self._reader = DocumentReader(register=register, lexicons=lexicons)
        self._extractor = Extractor(register, lexicons)

    def warm(self) -> None:
        """Read something short, so that what is compiled on the way is there for every process to come."""
        posted = Posted(name="document.txt", data=_WARMING)
        self.check(posted, CheckOptions(today=date.min.replace(year=2000).isoformat()))

    def check(self, posted: Posted, options: CheckOptions) -> dict[str, Any]:
        """Return what ``check --format json`` prints of a document. Raise its problem if it cannot be read."""
        return output.as_json(self._checked(posted, options).reports, self._register)

    def marked(self, posted: Posted, options: CheckOptions) -> dict[str, Any]:
        """Return the check with the paragraphs of each document, cut where citations and findings stand."""
        found = self._checked(posted, options)
        told, brief = output.as_json(found.reports, self._register), is_long(found.documents)
        for shown, document, report in zip(told["documents"], found.documents, found.reports, strict=True):
            shown |= {"format": document.format, **as_json(marked(document, report, brief=brief))}
        return told

    def corrected(self, posted: Posted, options: CheckOptions) -> dict[str, Any]:
        """Return the corrected file, its bytes in base64, and what became of each finding."""
        if options.changes == Changes.ORIGINAL:
            what, hint = "corrections are written into the text as it shall read", "leave out changes=original"
            raise problem(Code.BAD_REQUEST, what, where="changes", hint=hint)
        first = self._checked(posted, options)
        done = correct(
            posted.data,
            name=posted.name,
            checked=first,
            again=replace(self._file_checker(posted, options), first=first),
            author=options.author,
            at=datetime.fromisoformat(options.moment),
            accept=options.accept,
            only=options.only,
            lang=options.lang,
        )
        told: dict[str, Any] = as_json(replace(done, data=b""))
        return {**told, "name": posted.name, "data": base64.b64encode(done.data).decode("ascii")}

    def _checked(self, posted: Posted, options: CheckOptions) -> Checked:
        return self._file_checker(posted, options)(posted.data)

    def _file_checker(self, posted: Posted, options: CheckOptions) -> FileChecker:
        reader = self._reader
        if options.draft:
            reader = DocumentReader(register=self._register, lexicons=self._lexicons, draft=options.draft)
        return FileChecker(
            name=posted.name,
            reader=reader,
            extractor=self._extractor,
            knowledge=self._knowledge,
            options=Options(
                today=date.fromisoformat(options.today), at=options.at, draft=options.draft, lang=options.lang
            ),
            changes=_changes(options),
        )


def _changes(options: CheckOptions) -> Changes:
    """The words to be read: struck ones too, so that they are known as struck, unless the original is asked for."""
    try:
        return Changes.ORIGINAL if Changes(options.changes) is Changes.ORIGINAL else Changes.BOTH
    except ValueError as error:
        what, hint = f"{options.changes!r} is no state of changes", "use final or original"
        raise problem(Code.BAD_REQUEST, what, where="changes", hint=hint) from error


def main(control: int, rearing: str) -> None:
    """Run the nursery on a file descriptor."""
    reared = CheckRearing(**json.loads(rearing))
    register, lexicons = load_register(Path(reared.share) / "data"), load_lexicons()
    checker = Checker(register, lexicons, Knowledge(register, _stored(reared.store)))
    checker.warm()
    serve(control, lambda connection: live(connection, checker, reared.memory))


def _stored(store: str) -> tuple[EditionFact, ...]:
    """The editions that the texts of the store attest; none where there is no store yet."""
    try:
        engine = open_engine(store, read_only=True)
    except ProblemError:
        return ()
    try:
        return added_lines(engine)
    finally:
        engine.close()


def live(connection: socket.socket, checker: Checker, memory: int) -> None:
    """Check one document and end."""
    forbid_sockets()
    limit_memory(memory)
    job = receive_job(connection)
    if job is None:
        return
    try:
        found = _done(checker, job)
    except ProblemError as error:
        send_problem(connection, error)
    except MemoryError:
        what, hint = "it needs more memory than it may have", "send a smaller document"
        send_problem(connection, problem(Code.TOO_LARGE, what, where="the document", hint=hint))
    else:
        head = Head(content_type="application/json", retire=True)
        connection.sendall(head_frame(Kind.ANSWER, head, json.dumps(found, ensure_ascii=False).encode()))


def _done(checker: Checker, job: Job) -> dict[str, Any]:
    posted, options = posted_file(job.payload, job.content_type, _name(job)), _options(job)
    match job.task:
        case "marked":
            return checker.marked(posted, options)
        case "corrected":
            return checker.corrected(posted, options)
        case _:
            return checker.check(posted, options)


def _options(job: Job) -> CheckOptions:
    return CheckOptions(**json.loads(job.text))


def _name(job: Job) -> str:
    return _options(job).name
