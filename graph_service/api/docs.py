"""``/docs``: the routes for people, made from the OpenAPI document, with no asset from another host."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from graph_service.api.rendering import STYLES, html
from graph_service.api.service import TheService

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a route: its name, where it goes, its type, what it means."""

    name: str
    place: str
    type: str
    what: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one route."""

    id: str
    method: str
    path: str
    description: str
    parameters: tuple[Parameter, ...]


@router.get("/docs", response_class=HTMLResponse)
async def docs(request: Request, service: TheService) -> HTMLResponse:
    """Show all routes with their parameters."""
    schema: dict[str, Any] = request.app.openapi()
    groups: dict[str, list[Operation]] = defaultdict(list)
    for path, methods in schema["paths"].items():
        for method, found in methods.items():
            groups[found.get("tags", ["other"])[0]].append(_operation(path, method, found))
    page = html(
        "docs.html",
        title=request.app.title,
        version=request.app.version,
        seconds=f"{service.settings.query_timeout:g}",
        rows=f"{service.settings.max_rows:,}",
        groups=list(groups.items()),
    )
    return HTMLResponse(page)


@router.get("/docs/plain.css", response_class=Response)
async def styles() -> Response:
    """Give the style sheet of these pages."""
    return Response(STYLES.read_bytes(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _operation(path: str, method: str, found: dict[str, Any]) -> Operation:
    return Operation(
        id=found["operationId"],
        method=method.upper(),
        path=path,
        description=found.get("description") or found.get("summary", ""),
        parameters=tuple(_parameter(one) for one in found.get("parameters", ())),
    )


def _parameter(found: dict[str, Any]) -> Parameter:
    schema = found.get("schema", {})
    options = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    names = [str(one.get("type") or one.get("$ref", "").rpartition("/")[2]) for one in options]
    return Parameter(
        name=found["name"],
        place=found["in"],
        type=" or ".join(names),
        what=found.get("description", ""),
        required=found.get("required", False),
    )
