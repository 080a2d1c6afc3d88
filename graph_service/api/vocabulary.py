"""``/ontology``, ``/shapes`` and what else the graph is described with: the files of ``ontology/`` as they are."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pyoxigraph import RdfFormat, parse, serialize

from graph_service.api.documents import HTML, tag_of
from graph_service.api.negotiation import GRAPH_OFFERS, choose
from graph_service.api.rendering import html
from graph_service.api.service import TheService
from graph_service.api.terms import terms_of
from graph_service.errors import Code, problem
from graph_service.graph.vocabulary import PREFIXES
from graph_service.share import share_folder

_NAMES = {
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
}
_OFFERS = (*(offer for offer in GRAPH_OFFERS if offer.name in _NAMES), HTML)
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyFile:
    """A file of ``ontology/``, the route it is served at and what it is called."""

    route: str
    name: str
    title: str


FILES = (
    VocabularyFile(route="/ontology", name="itu.ttl", title="Ontology"),
    VocabularyFile(route="/shapes", name="shapes.ttl", title="Shapes"),
    VocabularyFile(route="/clauses", name="clauses.ttl", title="Clauses"),
    VocabularyFile(route="/alignments", name="alignments.ttl", title="Alignments"),
)


def router() -> APIRouter:
    """Return the routes, one for each file."""
    routes = APIRouter(tags=["vocabulary"])
    for file in FILES:
        routes.add_api_route(
            file.route, partial(_served, file), methods=["GET"], response_class=Response, name=file.name,
            summary=file.title, description=f"The file `ontology/{file.name}`, as RDF or as a page.",
        )  # fmt: skip
    routes.add_api_route("/ont", _ontology, methods=["GET"], response_class=RedirectResponse, status_code=303)
    routes.add_api_route("/context.jsonld", _context, methods=["GET"], response_class=Response)
    return routes


async def _served(file: VocabularyFile, request: Request, service: TheService) -> Response:
    path = share_folder(service.settings.share) / "ontology" / file.name
    data = _read(path)
    offer = choose(request.headers.get("accept"), _OFFERS)
    if offer is None:
        what, hint = "none of the accepted formats is on offer", "accept one of those named"
        media = tuple(one.media for one in _OFFERS)
        raise problem(Code.NOT_ACCEPTABLE, what, where="Accept", hint=hint, choices=media)
    headers = {"ETag": tag_of(data.decode(), offer.name), "Vary": "Accept", "Cache-Control": "no-cache"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    if offer is HTML:
        page = html("vocabulary.html", title=file.title, route=file.route, terms=terms_of(data))
        return Response(page, media_type=HTML.content_type, headers=headers)
    body = data if offer.name == "turtle" else _converted(data, _NAMES[offer.name])
    return Response(body, media_type=offer.content_type, headers=headers)


async def _ontology() -> RedirectResponse:
    """Lead from the name of the vocabulary to its document."""
    return RedirectResponse("/ontology", status_code=303)


async def _context(service: TheService) -> Response:
    """The context that JSON-LD documents are written with."""
    path = share_folder(service.settings.share) / "ontology" / "context.jsonld"
    return Response(_read(path), media_type="application/ld+json")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "install the package again, or correct ITUGRAPH_SHARE"
        raise problem(Code.NOT_FOUND, "the file is missing", where=f"ontology/{path.name}", hint=hint) from error


def _converted(data: bytes, form: RdfFormat) -> bytes:
    triples = (quad.triple for quad in parse(data, RdfFormat.TURTLE))
    return serialize(triples, format=form, prefixes=PREFIXES) or b""
