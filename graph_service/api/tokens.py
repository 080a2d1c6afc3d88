"""Who may write: the token of the settings, compared in constant time."""

import hmac
from collections.abc import Mapping

from graph_service.errors import Code, problem


def require_token(headers: Mapping[str, str], token: str | None) -> None:
    """Return for a request that may write, else raise. Where no token is set there is no such route: not-found."""
    if token is None:
        hint = "set ITUGRAPH_UPDATE_TOKEN to open it"
        raise problem(Code.NOT_FOUND, "there is no such route", where="the request", hint=hint)
    scheme, _, given = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not given.strip():
        hint = "send Authorization: Bearer and the token"
        raise problem(Code.UNAUTHORIZED, "it bears no token", where="the request", hint=hint)
    if not hmac.compare_digest(given.strip().encode(), token.encode()):
        hint = "send the token that the operator has set"
        raise problem(Code.FORBIDDEN, "the token is not the right one", where="the request", hint=hint)
