"""What is counted and logged of requests and reading processes, in a registry of this application's own."""

import functools
import logging
import time
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_service.api.workers import Pool

_log = logging.getLogger(__name__)
_BUCKETS = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
_NO_ROUTE = "none"


class Metrics:
    """The metrics of requests in a registry."""

    def __init__(self, registry: CollectorRegistry) -> None:
        labels = ("route", "method", "status")
        self._count = Counter("itugraph_requests", "Requests answered", labels, registry=registry)
        what = "Seconds to the end of the answer"
        self._time = Histogram("itugraph_request_seconds", what, ("route",), registry=registry, buckets=_BUCKETS)
        self._counting = functools.cache(self._count.labels)
        self._timing = functools.cache(self._time.labels)

    def note(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._counting(route, method, status).inc()
        self._timing(route).observe(seconds)


class RequestMetrics:
    """Counts and logs each request by route, method, status and time. Bare ASGI."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500
        begin = time.perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            route, method, seconds = _route(scope), scope["method"], time.perf_counter() - begin
            self._metrics.note(route, method, status, seconds)
            if _log.isEnabledFor(logging.INFO):
                more = {"route": route, "method": method, "status": status, "seconds": round(seconds, 6)}
                _log.info("request", extra=more)


def _route(scope: Scope) -> str:
    """The pattern that a request's path fitted, never the path itself, of which there is no end."""
    pattern: str | None = getattr(scope.get("route"), "path", None)
    if pattern is not None:
        return pattern
    if "endpoint" not in scope:
        return _NO_ROUTE
    return scope["path"] if not scope.get("path_params") else getattr(scope["endpoint"], "__name__", _NO_ROUTE)


class PoolCollector(Collector):
    """Tells of the reading processes what the pool counts itself."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def collect(self) -> Iterator[Metric]:
        """Yield the metrics of the moment."""
        pool, counts = self._pool, self._pool.counts
        counters = (
            ("itugraph_queries_answered", "Queries answered", counts.answered),
            ("itugraph_queries_repeated", "Queries answered by what was kept of the same", counts.repeated),
            ("itugraph_queries_late", "Queries ended at their deadline", counts.late),
            ("itugraph_queries_refused", "Queries refused by a full queue", counts.refused),
            ("itugraph_readers_ended", "Reading processes that died of a query", counts.ended),
        )
        for name, what, value in counters:
            yield CounterMetricFamily(name, what, value=value)
        yield GaugeMetricFamily("itugraph_readers_busy", "Reading processes at work", value=pool.busy)
        yield GaugeMetricFamily("itugraph_queries_waiting", "Queries that wait for a process", value=pool.waiting)
