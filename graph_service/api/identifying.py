"""``/api/identify``: what people write for a text becomes what it names, as the command does it."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from graph_service.api.service import TheService
from graph_service.citing.identify import identified

router = APIRouter(tags=["instruments"])


@router.get("/api/identify", response_model=dict[str, Any])
async def identify(
    service: TheService,
    text: Annotated[str, Query(alias="q", max_length=1000, description="an identifier, in any of the six languages")],
) -> JSONResponse:
    """What an identifier names: kind, body, number, edition, amendment, canonical form, IRI, and if it is known."""
    found = await asyncio.to_thread(identified, text, service.library.register, service.library.lexicons)
    return JSONResponse(found.row())
