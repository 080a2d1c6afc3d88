"""``/api/queries``: the files of ``queries/``, and the answer of each; parameters are bound as terms, never pasted."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from graph_service.analysing.answer import as_json
from graph_service.analysing.library import Shelf
from graph_service.analysing.naming import iri_of
from graph_service.api.frames import Job
from graph_service.api.pooling import Answer
from graph_service.api.service import Service, TheService, TheShelf
from graph_service.api.streaming import blocks_of
from graph_service.errors import Code, problem
from graph_service.graph.queries import NamedQuery
from graph_service.names.iri import THINGS

router = APIRouter(prefix="/api/queries", tags=["queries"])


@router.get("")
async def all_queries(service: TheService) -> JSONResponse:
    """The named queries: what each answers, its parameters and columns."""
    return JSONResponse([_shown(query) for query in service.queries.values()])


@router.get("/{name}")
async def answer(request: Request, name: str, service: TheService, shelf: TheShelf) -> Response:
    """The answer of one named query, in any format of SPARQL results; its parameters are those of the query."""
    query = service.queries.get(name)
    if query is None:
        raise problem(Code.NOT_FOUND, f"there is no query {name!r}", where="queries", hint="see /api/queries for all")
    values = {key: value for key, value in request.query_params.items() if value}
    job = Job(
        task="query",
        text=query.bind(values, lambda text: _resolved(service, shelf, text)),
        base=THINGS,
        accept=request.headers.get("accept"),
        rows=service.settings.max_rows,
    )
    return _response(service, await service.pool.run(job))


def _resolved(service: Service, shelf: Shelf, text: str) -> str:
    """The IRI of a thing that is named; an IRI, and the path of anything that has a label, stays as it is."""
    if text.startswith(("http://", "https://")) or THINGS + text in shelf.snapshot.labels:
        return text
    return iri_of(service.library, shelf, text)


def _response(service: Service, found: Answer) -> Response:
    headers = {"Vary": "Accept", "X-Result-Limit": str(service.settings.max_rows)}
    if found.head.is_cut:
        headers["X-Result-Truncated"] = "true"
    if found.whole is not None:
        return Response(found.whole, media_type=found.head.content_type, headers=headers)
    return StreamingResponse(blocks_of(service.pool, found), media_type=found.head.content_type, headers=headers)


def _shown(query: NamedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "summary": query.summary,
        "parameters": [as_json(one) for one in query.parameters],
        "columns": [as_json(one) for one in query.columns],
        "query": query.text,
    }
