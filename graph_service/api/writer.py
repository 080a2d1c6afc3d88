"""A writing process: one update or one graph of the Graph Store Protocol, then it ends.

https://www.w3.org/TR/sparql11-http-rdf-update/
"""

import socket
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from graph_service.api.frames import Head, Job, Kind, head_frame
from graph_service.api.job_socket import send_problem
from graph_service.api.query_problems import bad_syntax, out_of_memory
from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.inserting import clear_and_insert

Target = NamedNode | DefaultGraph
WRITING = frozenset({"update", "put", "post", "delete"})
"""The tasks that change the store."""
_READ = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD, RdfFormat.RDF_XML)


def write(folder: Path, job: Job, connection: socket.socket) -> None:
    """Do one writing job on the store in a folder and send what came of it: all of it is done, or nothing."""
    try:
        note = _done(folder, job)
    except ProblemError as error:
        send_problem(connection, error)
    except MemoryError:
        send_problem(connection, out_of_memory())
    else:
        connection.sendall(head_frame(Kind.ANSWER, Head(retire=True, note=note)))


def _done(folder: Path, job: Job) -> str:
    try:
        store = Store(str(folder))
        note = _update(store, job) if job.task == "update" else _change_graph(store, job)
        store.flush()
    except SyntaxError as error:
        raise bad_syntax(error) from error
    except (ValueError, RuntimeError) as error:
        raise problem(Code.BAD_QUERY, str(error), where="the update", hint="correct it") from error
    except OSError as error:
        hint = "try again when no other process writes it"
        raise problem(Code.STORE_UNAVAILABLE, f"nothing was written: {error}", where="the store", hint=hint) from error
    return note


def _update(store: Store, job: Job) -> str:
    store.update(job.text, base_iri=job.base)
    return ""


def _change_graph(store: Store, job: Job) -> str:
    """Sections 5.3 to 5.5: put replaces a graph, post adds to it, delete takes it away."""
    target: Target = NamedNode(job.graph) if job.graph is not None else DefaultGraph()
    known = isinstance(target, DefaultGraph) or store.contains_named_graph(target)
    if job.task == "delete":
        if not known:
            raise problem(Code.NOT_FOUND, "there is no such graph", where=str(job.graph), hint="see /sparql")
        store.remove_graph(target)
        return ""
    triples = triples_of(job)
    if job.task == "put":
        store.update(clear_and_insert(target if isinstance(target, NamedNode) else None, triples))
    else:
        store.extend(Quad(one.subject, one.predicate, one.object, target) for one in triples)
    if isinstance(target, NamedNode):
        store.add_graph(target)
    return "" if known else "created"


def triples_of(job: Job) -> list[Triple]:
    """Return the triples that a job bears. Raise unsupported-format, or bad-query where they cannot be read."""
    media = job.content_type.partition(";")[0].strip()
    form = RdfFormat.from_media_type(media) if media else None
    if form not in _READ:
        hint = "send text/turtle, application/n-triples, application/ld+json or application/rdf+xml"
        raise problem(Code.UNSUPPORTED_FORMAT, f"{media or 'no type'!r} is not read", where="Content-Type", hint=hint)
    try:
        read = parse(job.payload, form, base_iri=job.graph or job.base, rename_blank_nodes=True)
        return [quad.triple for quad in read]
    except SyntaxError as error:
        raise bad_syntax(error) from error
