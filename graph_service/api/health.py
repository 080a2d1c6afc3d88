"""``/healthz`` and ``/metrics``: whether the service can answer, and what it did."""

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from graph_service.api.frames import Job
from graph_service.api.service import Service, TheService
from graph_service.errors import ProblemError
from graph_service.graph.store_name import is_remote
from graph_service.names.iri import THINGS

router = APIRouter(tags=["operation"])

_ANYTHING = "pp/res/2"
_PATIENCE = 3.0


@router.get("/healthz")
async def health(service: TheService) -> JSONResponse:
    """The state of the store and of the reading processes; 503 where there is nothing to answer from."""
    pool, version = service.pool, service.library.version.now(fresh=True)
    workers = pool.processes()
    is_well = bool(version) and pool.is_open and (not is_remote(service.settings.store) or await _answers(service))
    body = {
        "status": "ok" if is_well else "unavailable",
        "store": {"version": version or None, "bytes": service.library.version.size()},
        "register": service.library.register.version,
        "readers": {
            "alive": len(workers),
            "busy": pool.busy,
            "waiting": pool.waiting,
            "memory": pool.reads_from_memory,
        },
    }
    return JSONResponse(body, status_code=200 if is_well else 503, headers={"Cache-Control": "no-store"})


async def _answers(service: Service) -> bool:
    """Whether an endpoint elsewhere answers a small question in time."""
    text = service.own_queries["is-known"].bind({"thing": _ANYTHING})
    try:
        async with asyncio.timeout(_PATIENCE):
            await service.pool.run(Job(task="query", base=THINGS, text=text, accept="application/json"))
    except (TimeoutError, ProblemError):
        return False
    return True


@router.get("/metrics", response_class=Response)
async def metrics(request: Request) -> Response:
    """Counts and times for Prometheus."""
    registry: CollectorRegistry = request.app.state.metrics
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
