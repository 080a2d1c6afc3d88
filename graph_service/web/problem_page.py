"""The page of a problem: one sentence and what to do, in the reader's language; choices, or the nearest names."""

from starlette.responses import Response

from graph_service.errors import Code, Problem, ProblemError
from graph_service.names.iri import THINGS
from graph_service.web.problem_words import advice, heading
from graph_service.web.search_page import Found, nearest
from graph_service.web.visit import Visit

_MADE = "/doc/"


def problem(visit: Visit, found: Problem) -> Response:
    """Return the page of a problem, with its status."""
    words = _words(visit)
    return visit.page(
        "problem.html",
        status=found.code.status,
        found=found,
        heading=heading(visit.ui, found.code),
        advice=advice(visit.ui, found.code),
        words=words,
        choices=tuple(choice if choice.startswith(THINGS) else THINGS + choice for choice in found.choices)
        if found.code is Code.AMBIGUOUS
        else (),
        near=_near(visit, words) if found.code is Code.NOT_FOUND else (),
    )


def _words(visit: Visit) -> str:
    """What the reader asked for: a name in the address, else the end of its path."""
    for name in ("q", "of", "from", "to"):
        if visit.asked(name):
            return visit.asked(name)
    return visit.request.url.path.removeprefix(_MADE).strip("/")


def _near(visit: Visit, words: str) -> tuple[Found, ...]:
    try:
        return nearest(visit, words)
    except ProblemError:
        return ()
