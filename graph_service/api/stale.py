"""``/api/stale``: all stale references of the stored texts, as JSON or CSV."""

import asyncio
import csv
import io
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from graph_service.analysing.outdated import COLUMNS, StaleFilter, stale_row
from graph_service.api.negotiation import Offer, choose
from graph_service.api.paging import PageOf, TheWindow, paged_json
from graph_service.api.parameters import OnlyBody, TheLanguage
from graph_service.api.service import TheService, TheShelf, Today
from graph_service.checking.dates import day_of
from graph_service.checking.registry import STALE
from graph_service.checking.stale import StaleItem
from graph_service.errors import Code, problem

router = APIRouter(tags=["checks"])

_JSON = Offer(name="json", media="application/json")
_CSV = Offer(name="csv", media="text/csv", charset="utf-8")


@router.get("/api/stale", response_model=PageOf[dict[str, Any]])
async def stale(
    *,
    request: Request,
    service: TheService,
    shelf: TheShelf,
    window: TheWindow,
    today: Today,
    at: Annotated[str | None, Query(description="a day, a conference, or `before:` one; default today")] = None,
    after: Annotated[str | None, Query(description="as `at`: only what became outdated after that day")] = None,
    body: OnlyBody,
    rule: Annotated[str | None, Query(description=f"one of {', '.join(STALE)}")] = None,
    lang: TheLanguage,
    form: Annotated[str | None, Query(alias="format", description="`json` or `csv`; else by Accept")] = None,
) -> Response:
    """All references that are out of date at a day: since when, and what should stand there."""
    if rule is not None and rule not in STALE:
        what, hint = f"{rule!r} is no rule of this list", f"use one of {', '.join(STALE)}"
        raise problem(Code.BAD_REQUEST, what, where="rule", hint=hint)
    register = service.library.register
    day = day_of(at, register) if at else today
    wanted = StaleFilter(body=body, rule=rule, after=day_of(after, register) if after else None)
    if _format(request, form) is _CSV:
        items = await asyncio.to_thread(shelf.outdated.narrowed, day, lang, wanted)
        return Response(_table(items), media_type=_CSV.content_type, headers={"Vary": "Accept"})
    if shelf.outdated.is_ready(day, lang):
        return paged_json(request, shelf.outdated.page(day, lang, wanted, window))
    return paged_json(request, await asyncio.to_thread(shelf.outdated.page, day, lang, wanted, window))


def _format(request: Request, asked: str | None) -> Offer:
    if asked is not None:
        named = next((offer for offer in (_JSON, _CSV) if offer.name == asked), None)
        if named is None:
            raise problem(Code.BAD_REQUEST, f"{asked!r} is no format here", where="format", hint="use json or csv")
        return named
    return choose(request.headers.get("accept"), (_JSON, _CSV)) or _JSON


def _table(items: tuple[StaleItem, ...]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(stale_row(item) for item in items)
    return text.getvalue()
