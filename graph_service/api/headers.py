"""Headers that every answer bears: what a browser may do with it. Bare ASGI, since it stands before every request."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
)

_READING = (*_ALWAYS, (b"access-control-allow-origin", b"*"))
"""Reading is open to the pages of any host (CORS)."""


class SecurityHeaders:
    """Adds the headers to each answer that does not bear its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        added = _READING if scope["method"] in {"GET", "HEAD"} else _ALWAYS

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                has_own = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in added if pair[0] not in has_own)]
            await send(message)

        await self._app(scope, receive, with_headers)


class HeadAsGet:
    """Answers a HEAD as a GET without its body (RFC 9110, section 9.3.2): the framework's routes know no HEAD."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"}, receive, without_body)
