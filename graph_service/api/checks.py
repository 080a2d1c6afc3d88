"""``/api/check``: a posted document's references, as the command tells of them. It is neither stored nor logged."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from graph_service.api.exchange import Request as BareRequest
from graph_service.api.frames import Job
from graph_service.api.parameters import TheLanguage
from graph_service.api.service import Service, TheService, Today

router = APIRouter(tags=["checks"])

_UNSTORED = {"Cache-Control": "no-store"}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
            },
            "text/plain": {"schema": {"type": "string"}},
            "application/xml": {"schema": {"type": "string"}},
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a check: the options of the command."""

    today: str
    at: str | None
    draft: str | None
    lang: str
    changes: str
    name: str

    def options(self, **more: object) -> str:
        """Return the options of the job."""
        return json.dumps(
            {
                "today": self.today, "at": self.at, "draft": self.draft, "lang": self.lang, "changes": self.changes,
                "name": self.name, **more,
            }
        )  # fmt: skip


async def asked(
    *,
    today: Today,
    at: Annotated[str | None, Query(description="judge as of a day, a conference, or `before:` one")] = None,
    draft: Annotated[str | None, Query(description="treat it as a draft to this conference")] = None,
    lang: TheLanguage,
    changes: Annotated[Literal["final", "original"], Query(description="which state of tracked changes")] = "final",
    name: Annotated[str, Query(max_length=200, description="the file's name, where the body has none")] = "document",
) -> Asked:
    """Return what a request asks of a check."""
    return Asked(today=today.isoformat(), at=at, draft=draft, lang=lang, changes=changes, name=name)


TheAsked = Annotated[Asked, Depends(asked)]


@router.post("/api/check", response_model=dict[str, Any], openapi_extra=_BODY)
async def check(*, request: Request, service: TheService, asked: TheAsked) -> Response:
    """Check a document, posted as the field `file` of a form or as the body with its own Content-Type."""
    found = await _run(request, service, "check", asked.options())
    return Response(found, media_type="application/json", headers=_UNSTORED)


@router.post("/api/check/corrected", response_class=Response, openapi_extra=_BODY)
async def corrected(
    *,
    request: Request,
    service: TheService,
    asked: TheAsked,
    only: Annotated[list[str] | None, Query(description="ids of the findings to correct; default: all applied")] = None,
    accept: Annotated[bool, Query(description="clean text instead of tracked changes")] = False,
    author: Annotated[str, Query(max_length=80, description="who makes the tracked changes")] = "itugraph",
) -> Response:
    """Correct a document: a Word file gets tracked changes and comments, other formats the changed text."""
    moment = datetime.now(UTC).replace(microsecond=0).isoformat()
    options = asked.options(only=only, accept=accept, author=author, moment=moment)
    found = json.loads(await _run(request, service, "corrected", options))
    headers = {
        **_UNSTORED,
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found['name'])}",
        "X-Corrections-Applied": str(len(found["applied"])),
        "X-Corrections-Commented": str(len(found["commented"])),
        "X-Corrections-Refused": str(len(found["refused"])),
    }
    return Response(base64.b64decode(found["data"]), media_type=found["media_type"], headers=headers)


async def _run(request: Request, service: Service, task: str, options: str) -> bytes:
    """The answer of a checking process to the document of a request."""
    settings = service.settings
    bare = BareRequest(request.scope, request.receive, _silent)
    body = await bare.body(most=settings.max_upload, seconds=settings.check_timeout)
    media = request.headers.get("content-type", "text/plain")
    return await service.checkers.run(Job(task=task, base="", text=options, content_type=media, payload=body))


async def _silent(_: object) -> None:
    """Send nothing: the answer goes its usual way."""
