"""``/api/instruments``: the instruments, and for one of them its editions, what it cites, who cites it, its chains."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse

from graph_service.analysing import citing, instruments
from graph_service.analysing.answer import CitationItem, as_json
from graph_service.analysing.chain import Chain, Direction, chain
from graph_service.analysing.citing import CitationFilter
from graph_service.analysing.instruments import EditionItem, InstrumentAnswer, InstrumentFilter, InstrumentItem
from graph_service.analysing.library import Library, Shelf
from graph_service.analysing.naming import iri_of, is_known
from graph_service.api.paging import PageOf, TheWindow, paged
from graph_service.api.parameters import OnlyBody, OnlyLanguage, TheLanguage
from graph_service.api.service import TheService, TheShelf, Today
from graph_service.checking.dates import day_of
from graph_service.names.iri import THINGS
from graph_service.names.kind import Kind

router = APIRouter(prefix="/api/instruments", tags=["instruments"])
of_one = APIRouter(prefix="/api/instruments/{name:path}", tags=["instruments"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a route is about: the store's content and the IRI of the thing that its path names."""

    library: Library
    shelf: Shelf
    iri: str


async def subject(*, name: str, service: TheService, shelf: TheShelf) -> Subject:
    """Return what the path of a route names: an IRI, a path, or what people write."""
    return Subject(library=service.library, shelf=shelf, iri=iri_of(service.library, shelf, name))


TheSubject = Annotated[Subject, Depends(subject)]


async def wanted(
    *,
    subject: TheSubject,
    edition: Annotated[str | None, Query(description="only this edition: its IRI, path, key or name")] = None,
    clause: Annotated[str | None, Query(description="only under this clause: `recalls`, `resolves` ...")] = None,
    lang: OnlyLanguage,
) -> CitationFilter:
    """Return which citations a request wants; an edition may be named by its key alone (``pp-18``)."""
    chosen = edition
    if edition:
        below = f"{subject.shelf.snapshot.work_of(subject.iri).removeprefix(THINGS)}/{edition.strip()}"
        known = is_known(subject.shelf, below)
        chosen = THINGS + below if known else iri_of(subject.library, subject.shelf, edition)
    return CitationFilter(edition=chosen, clause=clause, lang=lang)


Wanted = Annotated[CitationFilter, Depends(wanted)]


@router.get("", response_model=PageOf[InstrumentItem])
async def all_instruments(
    *,
    request: Request,
    shelf: TheShelf,
    window: TheWindow,
    body: OnlyBody,
    kind: Annotated[Kind | None, Query(description="what sort of instrument")] = None,
    year: Annotated[int | None, Query(description="the year of any edition")] = None,
    lang: TheLanguage,
) -> JSONResponse:
    """All instruments that the graph knows, filtered by body, kind and year."""
    wanted = InstrumentFilter(body=body, kind=kind, year=year)
    return paged(request, instruments.instruments(shelf.snapshot, wanted, window, lang))


@of_one.get("/editions", response_model=PageOf[EditionItem])
async def editions(*, request: Request, subject: TheSubject, window: TheWindow, lang: TheLanguage) -> JSONResponse:
    """The editions of an instrument, oldest first."""
    return paged(request, instruments.editions(subject.shelf.snapshot, subject.iri, window, lang))


@of_one.get("/cites", response_model=PageOf[CitationItem])
async def cites(*, request: Request, subject: TheSubject, wanted: Wanted, window: TheWindow) -> JSONResponse:
    """What an instrument cites, in which clause and words."""
    return paged(request, citing.cites(subject.shelf.snapshot, subject.iri, wanted, window))


@of_one.get("/cited-by", response_model=PageOf[CitationItem])
async def cited_by(*, request: Request, subject: TheSubject, wanted: Wanted, window: TheWindow) -> JSONResponse:
    """Who cites an instrument, in which clause, in which edition and words."""
    return paged(request, citing.cited_by(subject.shelf.snapshot, subject.iri, wanted, window))


@of_one.get("/chain", response_model=Chain)
async def chain_from(
    *,
    subject: TheSubject,
    direction: Annotated[Direction, Query(description="to what is cited, or to who cites")] = Direction.CITES,
    depth: Annotated[int, Query(ge=1, le=1000, description="how many steps")] = 2,
) -> JSONResponse:
    """What is reached from a text step by step."""
    return JSONResponse(as_json(chain(subject.shelf.snapshot, subject.iri, direction, depth)))


@of_one.get("/impact", response_model=PageOf[CitationItem])
async def impact(
    *,
    request: Request,
    subject: TheSubject,
    window: TheWindow,
    today: Today,
    at: Annotated[str | None, Query(description="a day, a conference, or `before:` one")] = None,
) -> JSONResponse:
    """Which citations in texts in force a revision of this instrument would overtake."""
    day = day_of(at, subject.library.register) if at else today
    return paged(request, citing.impact(subject.shelf.snapshot, subject.iri, day, window))


@of_one.get("", response_model=InstrumentAnswer)
async def one_instrument(*, subject: TheSubject, lang: TheLanguage) -> JSONResponse:
    """One instrument with its line of editions."""
    return JSONResponse(as_json(instruments.instrument(subject.shelf.snapshot, subject.iri, lang)))
