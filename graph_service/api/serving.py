"""The server that carries the application: uvicorn, and a bound on the time that the head of a request may take."""

import asyncio
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from graph_service.api.logs import log_config
from graph_service.settings import Settings

_HEAD_SECONDS = 10.0
_GRACE_SECONDS = 10


class PatientProtocol(asyncio.Protocol):
    """Uvicorn's protocol, which waits for the head of a request for ever, with an end to that."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - uvicorn's own
        make: Any = AutoHTTPProtocol
        self._inner = make(**options)
        self._timer: asyncio.TimerHandle | None = None
        self._transport: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the first request."""
        self._transport = transport
        self._inner.connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Hand on what came; stop waiting once the head is there."""
        self._inner.data_received(data)
        cycle = self._inner.cycle
        if cycle is None or cycle.response_complete:
            self._wait()
        else:
            self._stop()

    def eof_received(self) -> None:
        """Hand on the end of what the client sends."""
        self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop()
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Hand on that the client does not read."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Hand on that the client reads again."""
        self._inner.resume_writing()

    def _wait(self) -> None:
        if self._timer is None and self._transport is not None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(_HEAD_SECONDS, self._transport.close)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def server(app: FastAPI, settings: Settings) -> uvicorn.Server:
    """Return the server of an application, to be run; it ends on SIGINT and SIGTERM."""
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=PatientProtocol,
        ws="none",
        log_config=dict(log_config(settings.log_level)),
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    return uvicorn.Server(config)
