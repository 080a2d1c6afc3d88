"""What a reading process does over the embedded store: asks it, or its copy in memory, and sends the answer.

Everything of one answer is made, read and dropped in the one thread of its process, which may be killed at any moment.
"""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Store

from graph_service.api.answering import Answering
from graph_service.api.confinement import address_space, lift_memory_limit, limit_memory
from graph_service.api.frames import Head, Job, Kind, head_frame
from graph_service.api.job_socket import send_problem
from graph_service.api.query_problems import bad_query, bad_syntax, out_of_memory
from graph_service.api.views import View, Views
from graph_service.errors import Code, ProblemError, problem

_HALF_A_MEBIBYTE = 524_288
_TIMES = 8
"""How often a query is tried where files of the store are taken away under it."""


class Reader:
    """Answers queries over the store in a folder, and over a copy in memory of its default graph where there is one."""

    def __init__(self, folder: Path, *, prefixes: dict[str, str], memory: int) -> None:
        self._memory = memory
        self._answering = Answering(prefixes)
        self._views = Views(folder, self._room)

    def open(self, version: str, held: Store | None) -> None:
        """Read a version, ``held`` being the copy of its default graph; where there is no store, later jobs look again.

        From now on this process may take ``memory`` MiB more than it has.
        """
        self._limit()
        if held is not None:
            self._views.hold(version, held)
            return
        with suppress(ProblemError):
            self._views.of_folder(version)

    def answer(self, job: Job, connection: socket.socket) -> None:
        """Do one job and send its answer or its problem."""
        try:
            match job.task:
                case "graph":
                    self._graph(job, connection)
                case "graphs":
                    self._graphs(job, connection)
                case _:
                    self._query(job, connection)
        except ProblemError as error:
            send_problem(connection, error)
        except MemoryError:
            send_problem(connection, out_of_memory())

    @contextmanager
    def _room(self) -> Iterator[None]:
        lift_memory_limit()
        try:
            yield
        finally:
            self._limit()

    def _limit(self) -> None:
        self._answering.most_space = address_space() + self._memory * _HALF_A_MEBIBYTE
        limit_memory(self._memory)

    def _query(self, job: Job, connection: socket.socket) -> None:
        for times_left in reversed(range(_TIMES)):
            try:
                self._ask(self._views.of_query(job), job, connection)
            except OSError as error:
                if times_left and self._is_worth_another_look(error):
                    continue
                hint = "leave out what reads from elsewhere; else see /healthz"
                raise problem(Code.BAD_QUERY, f"it was ended: {error}", where="the query", hint=hint) from error
            return

    def _is_worth_another_look(self, error: OSError) -> bool:
        """Whether the folder, opened anew, may answer: a writer takes files away that it has made others of."""
        if self._answering.has_begun or isinstance(error, ConnectionError):
            return False
        return self._views.drop_folder()

    def _ask(self, view: View, job: Job, connection: socket.socket) -> None:
        self._answering.begin(is_late=view.is_late)
        try:
            found = view.store.query(
                job.text,
                base_iri=job.base,
                default_graph=None if job.default is None else [NamedNode(name) for name in job.default],
                named_graphs=None if job.named is None else [NamedNode(name) for name in job.named],
            )
            self._answering.send(found, job, connection)
        except SyntaxError as error:
            raise bad_syntax(error) from error
        except (ValueError, RuntimeError) as error:
            raise bad_query(str(error)) from error

    def _graph(self, job: Job, connection: socket.socket) -> None:
        """Send a graph whole (Graph Store HTTP Protocol, section 5.2)."""
        store = self._views.of_folder(job.version, job.late).store
        self._answering.begin()
        try:
            graph = DefaultGraph() if job.graph is None else NamedNode(job.graph)
        except ValueError as error:
            raise bad_query(str(error), "graph") from error
        if isinstance(graph, NamedNode) and not store.contains_named_graph(graph):
            hint = "see /sparql for the graphs"
            raise problem(Code.NOT_FOUND, "there is no such graph", where=graph.value, hint=hint)
        triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
        self._answering.send_triples(triples, job, connection)

    def _graphs(self, job: Job, connection: socket.socket) -> None:
        """Send the names of all named graphs as JSON."""
        names = sorted(
            name.value
            for name in self._views.of_folder(job.version, job.late).store.named_graphs()
            if isinstance(name, NamedNode)
        )
        connection.sendall(head_frame(Kind.ANSWER, Head(), json.dumps(names).encode()))
