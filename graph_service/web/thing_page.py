"""The page of a thing: which kind of page an IRI has."""

from starlette.responses import Response

from graph_service.names.iri import THINGS
from graph_service.web import (
    body_page,
    clause_page,
    conference_page,
    edition_page,
    instrument_page,
    programme_page,
    source_page,
)
from graph_service.web.plain_page import plain
from graph_service.web.visit import Visit


def thing(visit: Visit, iri: str) -> Response:
    """Return the page of a thing that the graph knows."""
    if iri in visit.snapshot.editions:
        return edition_page.edition(visit, iri)
    if iri in visit.snapshot.works:
        return instrument_page.instrument(visit, iri)
    return _other(visit, iri)


def _other(visit: Visit, iri: str) -> Response:
    path = iri.removeprefix(THINGS)
    folder, _, name = path.partition("/")
    body, clause = body_page.body_at(visit, path), clause_page.clause_at(visit, name)
    match folder:
        case "body" | "sector" if body:
            return body_page.body(visit, body)
        case "conf" if name in visit.library.register.conferences:
            return conference_page.conference(visit, name)
        case "clause" if clause:
            return clause_page.clause(visit, clause)
        case "source" if name:
            return source_page.source(visit, iri)
        case "plan" if name and "/" not in name:
            return programme_page.plan(visit, name)
    return plain(visit, path)
