"""``/api/path``: how one text leads to another."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from graph_service.analysing.answer import CitationItem, Ref, as_json
from graph_service.analysing.naming import iri_of
from graph_service.analysing.path import paths
from graph_service.api.service import TheService, TheShelf

router = APIRouter(tags=["instruments"])


class PathsBody(BaseModel):
    """The shortest ways, each a list of citations; none where there is no way."""

    start: Ref = Field(alias="from")
    to: Ref
    paths: list[list[CitationItem]]


@router.get("/api/path", response_model=PathsBody)
async def path(
    service: TheService,
    shelf: TheShelf,
    start: Annotated[str, Query(alias="from", description="where the way begins")],
    goal: Annotated[str, Query(alias="to", description="where it leads")],
) -> JSONResponse:
    """How one text leads to another: the steps with clause and words, all shortest ways."""
    found = paths(shelf.snapshot, iri_of(service.library, shelf, start), iri_of(service.library, shelf, goal))
    return JSONResponse(as_json(found))
