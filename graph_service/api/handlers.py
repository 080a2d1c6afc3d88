"""Every error of a route as problem JSON: ours, the framework's own, a parameter that cannot be read, a failure."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from graph_service.api.logs import HEADER, request_id
from graph_service.api.negotiation import Offer, choose
from graph_service.api.problems import MEDIA_TYPE, problem_headers, problem_json
from graph_service.api.service import service_of
from graph_service.errors import Code, Problem, ProblemError

_log = logging.getLogger(__name__)
_DATA = ("/api/", "/sparql", "/update", "/graph-store")
_JSON = Offer(name="json", media=MEDIA_TYPE, also=("application/json",))
_HTML = Offer(name="html", media="text/html", also=("application/xhtml+xml",))
_BY_STATUS = {code.status: code for code in Code} | {
    400: Code.BAD_REQUEST,
    404: Code.NOT_FOUND,
    415: Code.UNSUPPORTED_FORMAT,
    422: Code.INVALID_PARAMETER,
    500: Code.INTERNAL,
    503: Code.STORE_UNAVAILABLE,
}


def add_handlers(app: FastAPI) -> None:
    """Have an application answer all errors as problems."""
    app.add_exception_handler(ProblemError, _of_ours)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(RequestValidationError, _of_parameters)
    app.add_exception_handler(Exception, _of_failure)


async def problem_response(request: Request, found: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as JSON, or as a page to who prefers one and asks for no data."""
    pages = service_of(request).pages
    own = {"Vary": "Accept", "Cache-Control": "no-store", **problem_headers(found), **(headers or {})}
    if pages is not None and not request.url.path.startswith(_DATA) and _prefers_pages(request):
        page = await pages.problem(request, found)
        page.headers.update(own)
        return page
    return JSONResponse(problem_json(found), status_code=found.code.status, headers=own, media_type=MEDIA_TYPE)


def _prefers_pages(request: Request) -> bool:
    return choose(request.headers.get("accept"), (_JSON, _HTML)) is _HTML


async def _of_ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, ProblemError):
        raise error
    return await problem_response(request, error.problem)


async def _of_framework(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    code = _BY_STATUS.get(error.status_code, Code.BAD_REQUEST)
    what = f"{request.method} {request.url.path}: {error.detail}"
    found = Problem(code=code, what=what, where=request.url.path, hint="see /docs for the routes")
    return await problem_response(request, found, error.headers)


async def _of_parameters(request: Request, error: Exception) -> Response:
    """The first wrong parameter by name, and what is wrong with it."""
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    place = ".".join(str(step) for step in first["loc"])
    hint = "see /docs for the parameters"
    found = Problem(code=Code.INVALID_PARAMETER, what=str(first["msg"]), where=place, hint=hint)
    return await problem_response(request, found)


async def _of_failure(request: Request, error: Exception) -> Response:
    """Anything else: told in the log under the request's id, which is all that the client is told."""
    _log.error("request failed", extra={"method": request.method, "path": request.url.path}, exc_info=error)
    what, hint = "something went wrong in the service", "tell the operator, who finds it in the log"
    found = Problem(code=Code.INTERNAL, what=what, where=request.url.path, hint=hint)
    return await problem_response(request, found, {HEADER: request_id() or ""})
