"""``/sparql``: the query endpoint of the SPARQL 1.1 Protocol, on bare ASGI in front of the reading processes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from graph_service.api.endpoint import Endpoint
from graph_service.api.exchange import ANYONE, Request
from graph_service.api.frames import Head, Job
from graph_service.api.kept_answers import Gathering, KeptAnswer, KeptAnswers
from graph_service.api.negotiation import GRAPH_OFFERS, choose
from graph_service.api.policy import forbidden
from graph_service.api.pooling import Answer
from graph_service.api.protocol import QUERY_METHODS, DescriptionRequest, Operation, QueryRequest, parse_request
from graph_service.api.streaming import run_watched, send_blocks
from graph_service.api.workers import Pool
from graph_service.errors import Code, Problem, ProblemError, problem

_PATIENCE_WITH_READERS = 6
"""How many times the deadline a client may take to read its answer."""
_PREFLIGHT = {
    **ANYONE,
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}

Describe = Callable[[str, str], Awaitable[bytes]]
"""Makes the service description: the endpoint's address and the name of a format in, the document out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlOptions:
    """The bounds of one query: rows of its answer, bytes of its request, seconds for all of it.

    ``kept`` are the bytes of answers that are kept for who asks the same again.
    """

    rows: int
    request: int
    seconds: float
    kept: int


class SparqlEndpoint(Endpoint):
    """Answers queries and describes itself."""

    allow = ", ".join((*QUERY_METHODS, "OPTIONS"))

    def __init__(self, pool: Pool, options: SparqlOptions, describe: Describe) -> None:
        self._pool = pool
        self._options = options
        self._describe = describe
        self._kept = KeptAnswers(options.kept)

    def headers(self) -> Mapping[str, str]:
        """Return the headers of every problem that is told here."""
        return {**ANYONE, "Vary": "Accept"}

    async def serve(self, request: Request) -> None:
        """Answer a query, describe the service, or tell a browser that it may ask."""
        if request.method == "OPTIONS":
            await request.answer(204, {**_PREFLIGHT, "Access-Control-Allow-Methods": self.allow, "Allow": self.allow})
            return
        body = b""
        if request.method == "POST":
            body = await request.body(most=self._options.request, seconds=self._options.seconds)
        asked = parse_request(
            Operation.QUERY,
            method=request.method,
            headers=request.headers,
            query_string=request.query_string,
            body=body,
        )
        match asked:
            case Problem():
                raise ProblemError(asked)
            case DescriptionRequest():
                await self._send_description(request)
            case QueryRequest():
                await self._answer(asked, request)
            case _:
                raise problem(Code.BAD_REQUEST, "it is no query", where="the request", hint="POST it to /update")

    async def _answer(self, asked: QueryRequest, request: Request) -> None:
        refused = forbidden(asked.text)
        if refused is not None:
            raise ProblemError(refused)
        dataset = asked.dataset
        job = Job(
            task="query",
            text=asked.text,
            base=request.address,
            accept=request.headers.get("accept"),
            default=dataset.default if dataset else None,
            named=dataset.named if dataset else None,
            rows=self._options.rows,
        )
        version = self._pool.version.now()
        kept = self._kept.find(version, job)
        if kept is not None:
            self._pool.counts.repeated += 1
            await request.answer_in_blocks(200, self._headers_of(kept.head), kept.blocks)
            return
        found = await run_watched(self._pool, job, request.receive)
        if found is not None:
            blocks = await self._send(found, request)
            if blocks is not None and not found.head.is_late:
                self._kept.keep(version, job, KeptAnswer(head=found.head, blocks=blocks))

    async def _send(self, found: Answer, request: Request) -> tuple[bytes, ...] | None:
        """Send an answer and return its blocks, None if it was not sent whole or is too long to be kept."""
        headers = self._headers_of(found.head)
        if found.whole is not None:
            await request.answer(200, headers, found.whole)
            return (found.whole,)
        await request.start(200, headers)
        gathering = Gathering(self._kept.longest)
        seconds = self._options.seconds * _PATIENCE_WITH_READERS
        is_whole = await send_blocks(self._pool, found, request, seconds=seconds, seen=gathering.take)
        return gathering.blocks() if is_whole else None

    def _headers_of(self, head: Head) -> Mapping[str, str]:
        headers = {
            **ANYONE,
            "Content-Type": head.content_type,
            "Vary": "Accept",
            "X-Result-Limit": str(self._options.rows),
        }
        return {**headers, "X-Result-Truncated": "true"} if head.is_cut else headers

    async def _send_description(self, request: Request) -> None:
        offer = choose(request.headers.get("accept"), GRAPH_OFFERS)
        if offer is None:
            choices = tuple(one.media for one in GRAPH_OFFERS)
            what, hint = "none of the accepted formats is on offer", "accept one of those named, or send a query"
            raise ProblemError(Problem(code=Code.NOT_ACCEPTABLE, what=what, where="Accept", hint=hint, choices=choices))
        body = await self._describe(request.address, offer.name)
        await request.answer(200, {**ANYONE, "Content-Type": offer.content_type, "Vary": "Accept"}, body)
