"""``/id`` and ``/doc``: a name for each thing, and the documents that tell of it (linked data).

https://www.w3.org/TR/cooluris/ ; the RDF bears the permanent names, whatever host serves it.
"""

from datetime import date
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from graph_service.analysing.instruments import edition_at
from graph_service.analysing.library import Shelf
from graph_service.analysing.naming import ambiguous, unknown
from graph_service.api.documents import HTML, is_known, offers, rdf_document, tag_of, without_suffix
from graph_service.api.handlers import problem_response
from graph_service.api.negotiation import Offer, choose, named
from graph_service.api.service import Service, TheService, TheShelf, Today
from graph_service.checking.dates import day_of
from graph_service.errors import Code, problem
from graph_service.names.iri import THINGS

router = APIRouter(tags=["linked data"])

_SEE_OTHER, _MOVED, _NOT_MODIFIED = 303, 301, 304

At = Annotated[str | None, Query(description="the edition in force: a day, a conference, or `before:` one")]


@router.get("/id/{path:path}", response_class=RedirectResponse, status_code=_SEE_OTHER)
async def name(
    *, request: Request, path: str, service: TheService, shelf: TheShelf, today: Today, at: At = None
) -> Response:
    """Lead from the name of a thing to the document about it: 303; 301 from another spelling, 300 from several."""
    bare, suffix = (path, "") if await is_known(service, path) else without_suffix(path)
    if bare != path and not await is_known(service, bare):
        return await _elsewhere(request, shelf, "id", path)
    if bare == path and suffix == "" and not await is_known(service, path):
        return await _elsewhere(request, shelf, "id", path)
    return _led(request, "doc", _at(service, shelf, bare, at, today), suffix)


@router.get("/doc/{path:path}", response_class=Response)
async def document(
    *, request: Request, path: str, service: TheService, shelf: TheShelf, today: Today, at: At = None
) -> Response:
    """Tell of a thing, as a page or as RDF, by Accept or by suffix: `.html`, `.ttl`, `.jsonld`, `.nt`."""
    bare, suffix = (path, "") if await is_known(service, path) else without_suffix(path)
    if not await is_known(service, bare):
        return await _elsewhere(request, shelf, "doc", path)
    if at is not None:
        return _led(request, "doc", _at(service, shelf, bare, at, today), suffix)
    offer = _offer(request, service, suffix)
    link = {"Link": _links(bare, offer)}
    if offer is HTML and service.pages is not None:
        page = await service.pages.thing(request, THINGS + bare)
        page.headers.update(link)
        return page
    headers = {**link, "ETag": tag_of(shelf.version, offer.name), "Cache-Control": "no-cache", "Vary": "Accept"}
    if headers["ETag"] in _tags(request):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    return await rdf_document(service, THINGS + bare, offer, headers)


def _at(service: Service, shelf: Shelf, path: str, at: str | None, today: date) -> str:
    """The path of the edition in force, where one is asked for."""
    if at is None:
        return path
    day = day_of(at, service.library.register) if at else today
    found = edition_at(shelf.snapshot, THINGS + path, day)
    if found is None:
        what, hint = f"no edition of it is known to be in force on {day}", "ask for a later day"
        raise problem(Code.NOT_FOUND, what, where=path, hint=hint)
    return found.iri.removeprefix(THINGS)


async def _elsewhere(request: Request, shelf: Shelf, folder: str, path: str) -> Response:
    """A name that is not known as it stands: 301 to the one it means, 300 if there are several, else 404."""
    bare, suffix = without_suffix(path)
    candidates = shelf.aliases.candidates(path) or shelf.aliases.candidates(bare)
    match candidates:
        case []:
            raise unknown(path)
        case [one]:
            return _led(request, folder, one, suffix, status=_MOVED)
        case _:
            links = ", ".join(f'</{folder}/{quote(one)}>; rel="alternate"' for one in candidates)
            found = ambiguous(path, candidates).problem
            return await problem_response(request, found, {"Link": links})


def _led(request: Request, folder: str, path: str, suffix: str, status: int = _SEE_OTHER) -> Response:
    """Lead to a path of this host; the query goes along, but for the day, which is spent."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "at" or status == _MOVED]
    query = "&".join(f"{quote(key)}={quote(value)}" for key, value in kept)
    end = f".{suffix}" if suffix else ""
    address = f"/{folder}/{quote(path)}{end}" + (f"?{query}" if query else "")
    return Response(status_code=status, headers={"Location": address, "Vary": "Accept"})


def _offer(request: Request, service: Service, suffix: str) -> Offer:
    on_offer = offers(has_pages=service.pages is not None)
    found = named(suffix, on_offer) if suffix else choose(request.headers.get("accept"), on_offer)
    if found is None:
        what, hint = "none of the accepted formats is on offer", "accept one of those named"
        media = tuple(one.media for one in on_offer)
        raise problem(Code.NOT_ACCEPTABLE, what, where="Accept", hint=hint, choices=media)
    return found


def _links(path: str, offer: Offer) -> str:
    """The thing that the document describes, and its other forms (RFC 8288, RFC 6892)."""
    links = [f'<{THINGS}{quote(path)}>; rel="describes"']
    links += [
        f'</doc/{quote(path)}.{one.suffix}>; rel="alternate"; type="{one.media}"'
        for one in offers(has_pages=False)
        if one is not offer
    ]
    return ", ".join(links)


def _tags(request: Request) -> set[str]:
    return {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
