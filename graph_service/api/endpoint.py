"""An endpoint on bare ASGI: serves a request, and tells of whatever goes wrong as a problem."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Mapping

from starlette.types import Receive, Scope, Send

from graph_service.api.exchange import Request
from graph_service.errors import Code, Problem, ProblemError

_log = logging.getLogger(__name__)


class Endpoint(ABC):
    """The way in of an endpoint; ``allow`` are the methods that it takes."""

    allow: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        request = Request(scope, receive, send)
        try:
            await self.serve(request)
        except ProblemError as error:
            await request.refuse(error.problem, self._headers(error.problem))
        except Exception:
            _log.exception("%s %s failed", request.method, scope["path"])
            if request.has_answered:
                raise
            await request.refuse(_failure(scope["path"]), self.headers())

    @abstractmethod
    async def serve(self, request: Request) -> None:
        """Answer a request, or raise its problem."""

    def headers(self) -> Mapping[str, str]:
        """Return the headers of every problem that is told here."""
        return {}

    def _headers(self, found: Problem) -> Mapping[str, str]:
        allow = {"Allow": self.allow} if found.code is Code.METHOD_NOT_ALLOWED else {}
        return {**self.headers(), **allow}


def _failure(path: str) -> Problem:
    what, hint = "something went wrong in the service", "tell the operator, who finds it in the log"
    return Problem(code=Code.INTERNAL, what=what, where=path, hint=hint)
