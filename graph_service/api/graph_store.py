"""``/graph-store``: the SPARQL 1.1 Graph Store HTTP Protocol; there only for who has the token.

https://www.w3.org/TR/sparql11-http-rdf-update/ ; a graph is named by ``?graph=`` or ``?default`` (section 4.2).
"""

from urllib.parse import parse_qs

from graph_service.api.endpoint import Endpoint
from graph_service.api.exchange import Request
from graph_service.api.frames import Job
from graph_service.api.streaming import run_watched, send_blocks
from graph_service.api.tokens import require_token
from graph_service.api.workers import Pool
from graph_service.errors import Code, Problem, ProblemError, problem

_WRITES = {"PUT": "put", "POST": "post", "DELETE": "delete"}


class GraphStoreEndpoint(Endpoint):
    """Reads, replaces, adds to and removes whole graphs."""

    allow = "GET, HEAD, PUT, POST, DELETE"

    def __init__(self, pool: Pool, *, token: str | None, most: int, seconds: float, rows: int) -> None:
        self._pool = pool
        self._token = token
        self._most = most
        self._seconds = seconds
        self._rows = rows

    async def serve(self, request: Request) -> None:
        """Read or write the graph that a request names."""
        require_token(request.headers, self._token)
        graph = _graph(request.query_string)
        if request.method in {"GET", "HEAD"}:
            await self._read(graph, request)
        elif request.method in _WRITES:
            await self._write(graph, request)
        else:
            what, hint = f"{request.method} is not used here", f"use one of {self.allow}"
            raise problem(Code.METHOD_NOT_ALLOWED, what, where="the request", hint=hint)

    async def _read(self, graph: str | None, request: Request) -> None:
        """Section 5.2."""
        accept = request.headers.get("accept")
        job = Job(task="graph", graph=graph, base=request.address, accept=accept, rows=self._rows)
        found = await run_watched(self._pool, job, request.receive)
        if found is None:
            return
        shown = {"Content-Type": found.head.content_type, "Vary": "Accept"}
        if found.whole is not None:
            await request.answer(200, shown, found.whole)
            return
        await request.start(200, shown)
        await send_blocks(self._pool, found, request, seconds=self._seconds)

    async def _write(self, graph: str | None, request: Request) -> None:
        """Sections 5.3 to 5.5: 201 for a graph that was not there before."""
        body = await request.body(most=self._most, seconds=self._seconds)
        job = Job(
            task=_WRITES[request.method],
            graph=graph,
            base=request.address,
            content_type=request.headers.get("content-type", ""),
            payload=body,
        )
        done = await self._pool.write(job)
        await request.answer(201 if done.note == "created" else 204, {})


def _graph(query_string: bytes) -> str | None:
    """The graph that a request names, None for the default one (section 4.2: one of the two, once)."""
    fields = parse_qs(query_string.decode("utf-8", errors="replace"), keep_blank_values=True)
    graphs, is_default = fields.get("graph", []), "default" in fields
    if len(graphs) + is_default != 1 or graphs == [""]:
        what, hint = "it names no graph, or more than one", "send ?graph= and its IRI, or ?default"
        raise ProblemError(Problem(code=Code.BAD_REQUEST, what=what, where="the request", hint=hint))
    return graphs[0] if graphs else None
