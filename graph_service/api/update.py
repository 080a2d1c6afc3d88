"""``/update``: the update endpoint of the SPARQL 1.1 Protocol; there only for who has the token."""

from graph_service.api.endpoint import Endpoint
from graph_service.api.exchange import Request
from graph_service.api.frames import Job
from graph_service.api.policy import forbidden
from graph_service.api.protocol import UPDATE_METHODS, Operation, ParsedRequest, UpdateRequest, parse_request
from graph_service.api.tokens import require_token
from graph_service.api.using import with_dataset
from graph_service.api.workers import Pool
from graph_service.errors import Code, Problem, ProblemError, problem


class UpdateEndpoint(Endpoint):
    """Runs updates, one at a time, each in a process of its own."""

    allow = ", ".join(UPDATE_METHODS)

    def __init__(self, pool: Pool, *, token: str | None, most: int, seconds: float) -> None:
        self._pool = pool
        self._token = token
        self._most = most
        self._seconds = seconds

    async def serve(self, request: Request) -> None:
        """Run the update of a request."""
        require_token(request.headers, self._token)
        body = await request.body(most=self._most, seconds=self._seconds)
        asked = parse_request(
            Operation.UPDATE,
            method=request.method,
            headers=request.headers,
            query_string=request.query_string,
            body=body,
        )
        await self._pool.write(Job(task="update", text=_text(asked), base=request.address))
        await request.answer(204, {})


def _text(asked: ParsedRequest | Problem) -> str:
    """The text to be run: that of the request, with the graphs of its parameters."""
    if isinstance(asked, Problem):
        raise ProblemError(asked)
    if not isinstance(asked, UpdateRequest):
        raise problem(Code.BAD_REQUEST, "it is no update", where="the request", hint="send it to /sparql")
    written = with_dataset(asked.text, asked.dataset) if asked.dataset else asked.text
    found = written if isinstance(written, Problem) else forbidden(written)
    if found is not None:
        raise ProblemError(found)
    return str(written)
