"""The nursery of reading and writing processes: what it is started with, and what each process does."""

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store

from graph_service.api.confinement import forbid_sockets, lift_memory_limit
from graph_service.api.job_socket import receive_job
from graph_service.api.nursery import serve
from graph_service.api.reader import Reader
from graph_service.api.writer import WRITING, write
from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.folder_reading import open_to_read
from graph_service.graph.store_name import is_remote

_FAILED, _TOO_LARGE = 1, 3
"""Exit statuses of the process that reads a store out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rearing:
    """What a nursery is started with.

    ``store`` is a folder or a URL, ``version`` the version of it. Its default graph is read into memory first, of up to
    ``in_memory`` triples; with 0 nothing is. ``memory`` is what a process may take beyond what it begins with, in MiB,
    ``seconds`` how long a job may take at most; ``prefixes`` are those of written Turtle.
    """

    store: str
    version: str
    in_memory: int
    memory: int
    seconds: float
    prefixes: dict[str, str]

    def text(self) -> str:
        """Return it as the argument of a new process."""
        return json.dumps(asdict(self))


def main(control: int, rearing: str) -> None:
    """Run the nursery on a file descriptor; it is none where the default graph is too large to be held."""
    reared = Rearing(**json.loads(rearing))
    if is_remote(reared.store):
        serve(control, lambda connection: relay(connection, reared))
        return
    held = None
    if reared.in_memory:
        try:
            held = read_into_memory(Path(reared.store), reared.in_memory)
        except ProblemError:
            sys.exit(_FAILED)
        if held is None:
            return
    serve(control, lambda connection: live(connection, reared, held))


def relay(connection: socket.socket, rearing: Rearing) -> None:
    """Pass jobs on to an endpoint until the service closes the connection."""
    from graph_service.api.relay import Relay  # noqa: PLC0415 - a HTTP client is loaded only where one is needed

    passing = Relay(rearing.store, prefixes=rearing.prefixes, memory=rearing.memory, seconds=rearing.seconds)
    while (job := receive_job(connection)) is not None:
        passing.answer(job, connection)


def live(connection: socket.socket, rearing: Rearing, held: Store | None) -> None:
    """Do jobs until the service closes the connection."""
    folder = Path(rearing.store)
    reader = Reader(folder, prefixes=rearing.prefixes, memory=rearing.memory)
    reader.open(rearing.version, held)
    forbid_sockets()
    while (job := receive_job(connection)) is not None:
        if job.task in WRITING:
            lift_memory_limit()
            write(folder, job, connection)
        else:
            reader.answer(job, connection)


def read_into_memory(folder: Path, most: int) -> Store | None:
    """Return a copy in memory of a store's default graph, None where that has more than ``most`` triples.

    A process of its own reads it out: the store on disk has threads, and a process that has opened it must not fork.
    """
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        status = _FAILED
        try:
            os.close(receiving)
            opened = open_to_read(folder)
            status = _read_out(opened.store, sending, most)
            opened.close()
        finally:
            os._exit(status)
    os.close(sending)
    store = Store()
    with os.fdopen(receiving, "rb") as dumped, suppress(SyntaxError):
        store.load(dumped, RdfFormat.N_TRIPLES, lenient=True)
    _, status = os.waitpid(child, 0)
    match os.waitstatus_to_exitcode(status):
        case 0:
            return store
        case code if code == _TOO_LARGE:
            return None
    hint = "see whether another process is writing it"
    raise problem(Code.STORE_UNAVAILABLE, "the store could not be read", where=str(folder), hint=hint)


def _read_out(store: Store, descriptor: int, most: int) -> int:
    """Write the default graph to a pipe and return the exit status of this process."""
    triples = store.quads_for_pattern(None, None, None, DefaultGraph())
    with os.fdopen(descriptor, "wb") as out:
        if next(islice(triples, most, None), None) is not None:
            return _TOO_LARGE
        store.dump(out, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    return 0
