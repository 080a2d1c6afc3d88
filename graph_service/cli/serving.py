"""API and pages composed into one application: what pages ask is taken from what the API has."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from fastapi import FastAPI

from graph_service.api.app import create_app
from graph_service.api.frames import Job
from graph_service.api.service import Service
from graph_service.names.iri import THINGS
from graph_service.settings import Settings
from graph_service.web.desk import MOST_ROWS, Asked, Desk, Table, Upload
from graph_service.web.pages import Pages

_BYTES = "application/octet-stream"
_JSON = "application/sparql-results+json"


def application(settings: Settings) -> FastAPI:
    """Return the whole service: data and pages."""
    return create_app(settings, pages=lambda service: Pages(_desk(service)))


def _desk(service: Service) -> Desk:
    async def ask(query: str) -> Table:
        job = Job(task="query", text=query, base=THINGS, accept=_JSON, rows=MOST_ROWS)
        answer = await service.pool.run(job)
        body = answer.whole
        if body is None:
            body = b"".join([block async for block in answer.blocks()])
        return _table(json.loads(body), is_cut=answer.head.is_cut)

    async def checked(task: str, upload: Upload, asked: Asked) -> Mapping[str, Any]:
        found: Mapping[str, Any] = json.loads(await service.checkers.run(_check(task, upload, asked)))
        return found

    return Desk(
        library=service.library,
        queries=service.queries,
        today=_today,
        ask=ask,
        check=lambda upload, asked: checked("marked", upload, asked),
        correct=lambda upload, asked: checked("corrected", upload, asked),
        most_upload=service.settings.max_upload,
    )


def _check(task: str, upload: Upload, asked: Asked) -> Job:
    now = datetime.now(UTC)
    options = {
        "today": now.date().isoformat(),
        "at": asked.at,
        "draft": asked.draft,
        "lang": asked.lang,
        "name": upload.name,
        "only": list(asked.only),
        "moment": now.replace(microsecond=0).isoformat(),
    }
    return Job(task=task, base="", text=json.dumps(options), content_type=_BYTES, payload=upload.data)


def _today() -> date:
    return datetime.now(UTC).date()


def _table(found: dict[str, Any], *, is_cut: bool) -> Table:
    if "boolean" in found:
        return Table(columns=("boolean",), rows=((str(found["boolean"]).lower(),),))
    columns = tuple(found["head"]["vars"])
    rows = tuple(
        tuple(row[column]["value"] if column in row else None for column in columns)
        for row in found["results"]["bindings"]
    )
    return Table(columns=columns, rows=rows, is_cut=is_cut or len(rows) >= MOST_ROWS)
