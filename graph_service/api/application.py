"""The framework's application with some endpoints before it, which are served before the framework sees a request."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send


class Application(FastAPI):
    """An application whose ``first`` endpoints, by path, are asked directly: the way through the rest costs more."""

    def __init__(self, *, first: Mapping[str, ASGIApp], **options: Any) -> None:  # noqa: ANN401 - the framework's own
        super().__init__(**options)
        self._first = first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        found = self._first.get(scope["path"]) if scope["type"] == "http" else None
        if found is None:
            await super().__call__(scope, receive, send)
        else:
            scope["endpoint"] = found
            await found(scope, receive, send)
