"""Pages of lists as JSON: ``items``, ``total`` and where the next page is."""

import json
from collections.abc import Callable
from typing import Annotated, Generic, TypeVar
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from graph_service.analysing.answer import MOST_ITEMS, Page, Window, as_json

T = TypeVar("T")


class PageOf(BaseModel, Generic[T]):
    """A stretch of a list; ``next`` is the address of the one that follows, null at the end."""

    items: list[T]
    total: int
    next: str | None


async def window(
    offset: Annotated[int, Query(ge=0, description="how many items to leave out")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_ITEMS, description="how many items to show at most")] = 100,
) -> Window:
    """Return the stretch of a list that a request asks for."""
    return Window(offset=offset, limit=limit)


TheWindow = Annotated[Window, Depends(window)]


def paged(request: Request, page: Page[T], show: Callable[[T], object] = as_json) -> JSONResponse:
    """Return a page as JSON."""
    body = {"items": [show(item) for item in page.items], "total": page.total, "next": _next(request, page)}
    return JSONResponse(body)


def paged_json(request: Request, page: Page[bytes]) -> Response:
    """Return a page whose items are JSON already."""
    rest = json.dumps({"total": page.total, "next": _next(request, page)}, ensure_ascii=False)
    body = b'{"items":[' + b",".join(page.items) + b"]," + rest[1:].encode()
    return Response(body, media_type="application/json")


def _next(request: Request, page: Page[T]) -> str | None:
    if page.next_offset is None:
        return None
    asked = [(name, value) for name, value in parse_qsl(request.url.query) if name != "offset"]
    return f"{request.url.path}?{urlencode([*asked, ('offset', str(page.next_offset))])}"
