"""What a process does where the store is an endpoint elsewhere: passes jobs on, and serialises what comes back."""

import json
import socket
from pathlib import Path

import httpx
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from graph_service.api.answering import Answering, Found
from graph_service.api.confinement import address_space, limit_memory
from graph_service.api.frames import Head, Job, Kind, head_frame
from graph_service.api.job_socket import send_problem
from graph_service.api.query_problems import bad_query, out_of_memory
from graph_service.api.writer import WRITING, triples_of
from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.queries import load_queries
from graph_service.graph.remote import RemoteEngine
from graph_service.graph.remote_address import remote_address
from graph_service.graph.rows import text_of

_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_ACCEPT = (
    "application/sparql-results+xml, application/sparql-results+json;q=0.9, application/n-triples;q=0.8, "
    "text/turtle;q=0.7"
)
_TRUE, _FALSE = b'{"head":{},"boolean":true}', b'{"head":{},"boolean":false}'
_ASKED_AS_TABLE = "__ASK_RETVAL"
"""The one column that Virtuoso answers an ASK with."""
_HALF_A_MEBIBYTE = 524_288


class Relay:
    """Does jobs on an endpoint; ``address`` is as `RemoteEngine` takes it. Limits and deadlines are as ever."""

    def __init__(self, address: str, *, prefixes: dict[str, str], memory: int, seconds: float) -> None:
        self._engine = RemoteEngine(address, timeout=seconds)
        where = remote_address(address)
        self._address = where.queries
        self._client = httpx.Client(timeout=seconds, auth=where.login)
        self._queries = load_queries(Path(__file__).parent / "queries")
        self._answering = Answering(prefixes)
        self._answering.most_space = address_space() + memory * _HALF_A_MEBIBYTE
        limit_memory(memory)

    def answer(self, job: Job, connection: socket.socket) -> None:
        """Do one job and send its answer or its problem."""
        try:
            if job.task in WRITING:
                self._write(job)
                connection.sendall(head_frame(Kind.ANSWER, Head(retire=True)))
            else:
                self._read(job, connection)
        except ProblemError as error:
            send_problem(connection, error)
        except MemoryError:
            send_problem(connection, out_of_memory())

    def _read(self, job: Job, connection: socket.socket) -> None:
        match job.task:
            case "graphs":
                connection.sendall(head_frame(Kind.ANSWER, Head(), json.dumps(self._engine.graphs()).encode()))
            case "graph" if job.graph is None:
                text = self._queries["default-graph"].text
                self._answering.send_triples(iter(self._engine.construct(text)), job, connection)
            case "graph":
                text = self._queries["named-graph"].bind({"graph": job.graph or ""})
                self._answering.send_triples(iter(self._engine.construct(text)), job, connection)
            case _:
                self._query(job, connection)

    def _query(self, job: Job, connection: socket.socket) -> None:
        answer = self._asked(job)
        media = answer.headers.get("content-type", "").partition(";")[0].strip()
        results, graph = QueryResultsFormat.from_media_type(media), RdfFormat.from_media_type(media)
        if results is not None:
            self._answering.send(_found(answer.content, results), job, connection)
        elif graph is not None:
            read = parse(answer.content, graph, base_iri=job.base)
            self._answering.send_triples((quad.triple for quad in read), job, connection)
        else:
            what, hint = f"it answered in {media or 'no format'}", "look into the endpoint's log"
            raise problem(Code.STORE_UNAVAILABLE, what, where="the endpoint", hint=hint)

    def _asked(self, job: Job) -> httpx.Response:
        text = _with_base(job)
        fields: dict[str, str | list[str]] = {
            "query": text if job.default or job.named else self._engine.written(text),
            "default-graph-uri": list(job.default or ()),
            "named-graph-uri": list(job.named or ()),
        }
        answer = self._sent(fields, _ACCEPT)
        if answer.status_code == httpx.codes.NOT_ACCEPTABLE:  # Virtuoso looks no further than the first of them
            answer = self._sent(fields, _TRIPLES)
        if answer.status_code == httpx.codes.BAD_REQUEST:
            raise bad_query(answer.text)
        if answer.status_code != httpx.codes.OK:
            what, hint = f"it answered {answer.status_code}", "look into the endpoint's log"
            raise problem(Code.STORE_UNAVAILABLE, what, where="the endpoint", hint=hint)
        return answer

    def _sent(self, fields: dict[str, str | list[str]], accept: str) -> httpx.Response:
        try:
            return self._client.post(self._address, data=fields, headers={"Accept": accept})
        except httpx.TimeoutException as error:
            hint = "ask for less, or give it more time"
            raise problem(Code.TIMED_OUT, "it did not answer in time", where="the endpoint", hint=hint) from error
        except httpx.HTTPError as error:
            hint = "start it, or correct its address"
            raise problem(Code.STORE_UNAVAILABLE, "it cannot be reached", where="the endpoint", hint=hint) from error

    def _write(self, job: Job) -> None:
        """An update, or a graph of the Graph Store Protocol; each is one request to the endpoint."""
        if job.task == "update":
            self._engine.update(_with_base(job))
            return
        graph = NamedNode(job.graph) if job.graph is not None else None
        match job.task:
            case "put":
                self._engine.replace_graph(graph, triples_of(job))
            case "delete":
                self._engine.replace_graph(graph, ())
            case _:
                triples = triples_of(job)
                name = graph or DefaultGraph()
                self._engine.insert([Quad(one.subject, one.predicate, one.object, name) for one in triples])


def _found(content: bytes, form: QueryResultsFormat) -> Found:
    found = parse_query_results(content, form)
    if isinstance(found, QuerySolutions) and [one.value for one in found.variables] == [_ASKED_AS_TABLE]:
        cells = [text_of(term) for solution in found for term in solution]
        return parse_query_results(_TRUE if cells in (["1"], ["true"]) else _FALSE, QueryResultsFormat.JSON)
    return found


def _with_base(job: Job) -> str:
    """The text with the base that its relative names are read with; on line one, so that lines keep their place."""
    return f"BASE <{job.base}> {job.text}"
