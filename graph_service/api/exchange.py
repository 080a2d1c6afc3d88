"""One HTTP exchange on bare ASGI: a request with its bounded body; an answer, a stream or a problem back."""

import asyncio
import functools
import json
from collections.abc import Mapping, Sequence

from starlette.types import Receive, Scope, Send

from graph_service.api.problems import MEDIA_TYPE, problem_headers, problem_json
from graph_service.errors import Code, Problem, ProblemError, problem

ANYONE = {"Access-Control-Allow-Origin": "*"}
"""Reading is open to the pages of any host (CORS)."""
_NO_CONTENT = 204


class Request:
    """A request and the way back to who sent it; header names are in lower case, of a repeated one the last counts."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.method: str = scope["method"]
        self.headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        self.query_string: bytes = scope["query_string"]
        self.receive = receive
        self.send = send
        self.has_answered = False
        self._scope = scope

    @property
    def is_head(self) -> bool:
        """Whether only the headers of the answer are wanted."""
        return self.method == "HEAD"

    @property
    def address(self) -> str:
        """The address that it was sent to, without its query."""
        host = self.headers.get("host") or "localhost"
        return f"{self._scope['scheme']}://{host}{self._scope.get('root_path', '')}{self._scope['path']}"

    async def body(self, *, most: int, seconds: float) -> bytes:
        """Return the body. Raise too-large beyond ``most`` bytes, request-too-slow if it takes longer."""
        length = self.headers.get("content-length", "")
        if length.isascii() and length.isdecimal() and int(length) > most:
            raise too_large(most)
        try:
            async with asyncio.timeout(seconds):
                return await self._read(most)
        except TimeoutError:
            what = f"the body took longer than {seconds:g} seconds"
            raise problem(Code.TOO_SLOW, what, where="the request", hint="send it faster, or less") from None

    async def _read(self, most: int) -> bytes:
        body = bytearray()
        while True:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise problem(Code.BAD_REQUEST, "the client left", where="the request", hint="send it whole")
            body += message.get("body", b"")
            if len(body) > most:
                raise too_large(most)
            if not message.get("more_body", False):
                return bytes(body)

    async def start(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the status and the headers of an answer."""
        await self._start(status, [_encoded(*pair) for pair in headers.items()])

    async def _start(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        self.has_answered = True
        await self.send({"type": "http.response.start", "status": status, "headers": headers})

    async def answer(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        """Send a whole answer; to a HEAD its headers only."""
        encoded = [_encoded(*pair) for pair in headers.items()]
        if status != _NO_CONTENT:
            encoded.append((b"content-length", b"%d" % len(body)))
        await self._start(status, encoded)
        await self.send({"type": "http.response.body", "body": b"" if self.is_head else body})

    async def answer_in_blocks(self, status: int, headers: Mapping[str, str], blocks: Sequence[bytes]) -> None:
        """Send a whole answer that is held in blocks; to a HEAD its headers only."""
        length = sum(map(len, blocks))
        await self.start(status, {**headers, "Content-Length": str(length)})
        if not self.is_head:
            for block in blocks:
                await self.send({"type": "http.response.body", "body": block, "more_body": True})
        await self.send({"type": "http.response.body", "body": b""})

    async def refuse(self, found: Problem, headers: Mapping[str, str] | None = None) -> None:
        """Send a problem in the place of an answer."""
        body = json.dumps(problem_json(found), ensure_ascii=False).encode()
        own = {"Content-Type": MEDIA_TYPE, "Cache-Control": "no-store", **problem_headers(found)}
        await self.answer(found.code.status, {**own, **(headers or {})}, body)


@functools.lru_cache(maxsize=256)
def _encoded(name: str, value: str) -> tuple[bytes, bytes]:
    """A header as it is sent; most of them are the same in every answer."""
    return name.lower().encode("latin-1"), value.encode("latin-1")


def too_large(most: int) -> ProblemError:
    """Return the problem of a request that holds more than ``most`` bytes."""
    what = f"it holds more than the {most:,} bytes that are read"
    return problem(Code.TOO_LARGE, what, where="the request", hint="send less")
