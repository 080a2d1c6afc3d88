"""What the routes of one application share, and how a route gets at it: the request leads to it, nothing is global."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Protocol

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.routing import BaseRoute

from graph_service.analysing.library import Library, Shelf
from graph_service.api.checkers import Checkers
from graph_service.api.holdings import Counting
from graph_service.api.workers import Pool
from graph_service.errors import Problem
from graph_service.graph.queries import NamedQuery
from graph_service.settings import Settings


class Pages(Protocol):
    """What shows things to people. Made elsewhere; without it there are no pages, only data."""

    def routes(self) -> Sequence[BaseRoute]:
        """Return the routes of the pages, to stand after those of the data."""

    async def thing(self, request: Request, iri: str) -> Response:
        """Return the page of a thing that the graph knows."""

    async def problem(self, request: Request, found: Problem) -> Response:
        """Return the page that tells of a problem, with the problem's status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What one application is made of.

    ``queries`` are the named queries of ``queries/``, ``own_queries`` those that the API asks for itself; ``context``
    is that of its JSON-LD; ``pages`` show things to people, where there are any.
    """

    settings: Settings
    library: Library
    queries: Mapping[str, NamedQuery]
    own_queries: Mapping[str, NamedQuery]
    context: Mapping[str, Any]
    pool: Pool
    checkers: Checkers
    counting: Counting
    pages: Pages | None = None

    async def shelf(self) -> Shelf:
        """Return the present version of the store's content; the first to ask after a change reads it in a thread."""
        ready = self.library.ready()
        return ready if ready is not None else await asyncio.to_thread(self.library.shelf)


def service_of(request: Request) -> Service:
    """Return the service of the application that a request came to."""
    service: Service = request.app.state.service
    return service


async def the_service(request: Request) -> Service:
    """Return the service for one request; on the loop, since the framework takes plain functions to a thread."""
    return service_of(request)


async def shelf_of(request: Request) -> Shelf:
    """Return the store's content for one request."""
    return await service_of(request).shelf()


async def today() -> date:
    """Return the day of the request: here, and in the commands, the clock is read."""
    return datetime.now(UTC).date()


TheService = Annotated[Service, Depends(the_service)]
TheShelf = Annotated[Shelf, Depends(shelf_of)]
Today = Annotated[date, Depends(today)]
