"""Problems as HTTP shows them: RFC 9457 problem JSON, its status and its headers."""

from collections.abc import Mapping
from typing import Any

from graph_service.errors import Code, Problem
from graph_service.names.iri import BASE

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 1
_TITLES = {
    Code.UNREADABLE_FILE: "The document cannot be read",
    Code.UNSUPPORTED_FORMAT: "This format is not read",
    Code.TOO_LARGE: "The request is too large",
    Code.NOT_FOUND: "Nothing is known under this name",
    Code.AMBIGUOUS: "The name means several things",
    Code.NOT_AN_IDENTIFIER: "This is no identifier",
    Code.BAD_REQUEST: "The request is wrong",
    Code.BAD_QUERY: "The query is wrong",
    Code.BAD_DATA: "The data are wrong",
    Code.STORE_UNAVAILABLE: "The store cannot be used",
    Code.TIMED_OUT: "The query took too long",
    Code.BUSY: "The service is busy",
    Code.METHOD_NOT_ALLOWED: "This method is not used here",
    Code.NOT_ACCEPTABLE: "No accepted format is on offer",
    Code.TOO_SLOW: "The request came too slowly",
    Code.INVALID_PARAMETER: "A parameter cannot be read",
    Code.INTERNAL: "The service failed",
    Code.QUERY_ENDED: "The query was ended",
    Code.UNAUTHORIZED: "A token is needed",
    Code.FORBIDDEN: "The token is wrong",
    Code.EXISTS: "It exists already",
    Code.REFUSED: "The request is refused",
}
_RETRIED = {Code.TIMED_OUT, Code.BUSY, Code.STORE_UNAVAILABLE}


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return the members of a problem document; ``where``, ``hint`` and ``choices`` are ours."""
    found: dict[str, Any] = {
        "type": f"{BASE}problem/{problem.code.word}",
        "title": title(problem.code),
        "status": problem.code.status,
        "detail": problem.what,
        "where": problem.where,
        "hint": problem.hint,
    }
    if problem.choices:
        found["choices"] = list(problem.choices)
    return found


def problem_headers(problem: Problem) -> Mapping[str, str]:
    """Return the headers that a problem's answer bears beside its Content-Type."""
    if problem.code in _RETRIED:
        return {"Retry-After": str(RETRY_AFTER_SECONDS)}
    if problem.code is Code.UNAUTHORIZED:
        return {"WWW-Authenticate": 'Bearer realm="itugraph"'}
    return {}


def title(code: Code) -> str:
    """Return what a kind of problem is called."""
    return _TITLES[code]
