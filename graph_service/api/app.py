"""The service as one application, made from the settings: nothing of it is global, two may live in one process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from graph_service.analysing.library import Library
from graph_service.api import (
    checks,
    dataset,
    docs,
    health,
    identifying,
    instruments,
    named_queries,
    paths,
    stale,
    things,
    vocabulary,
)
from graph_service.api.application import Application
from graph_service.api.checkers import CheckerOptions, Checkers
from graph_service.api.checking_process import CheckRearing
from graph_service.api.handlers import add_handlers
from graph_service.api.headers import HeadAsGet, SecurityHeaders
from graph_service.api.holdings import Counting
from graph_service.api.json_ld import load_context
from graph_service.api.logs import with_request_id
from graph_service.api.metrics import Metrics, PoolCollector, RequestMetrics
from graph_service.api.pooling import PoolOptions
from graph_service.api.service import Pages, Service, today
from graph_service.api.sparql_endpoints import sparql_endpoints
from graph_service.api.workers import Pool
from graph_service.citing.identify import identified
from graph_service.errors import ProblemError
from graph_service.graph.queries import load_queries
from graph_service.graph.reading_graph import tool_version
from graph_service.graph.vocabulary import PREFIXES
from graph_service.lexicon.load import load_lexicons
from graph_service.register.load import load_register
from graph_service.settings import Settings
from graph_service.share import share_folder

TITLE = "ITU cross-references"
_SOME_NAME = "ITU-T G.711"
_QUERIES = Path(__file__).parent / "queries"
_ROUTERS = (
    instruments.router,
    instruments.of_one,
    paths.router,
    identifying.router,
    stale.router,
    checks.router,
    named_queries.router,
    things.router,
    dataset.router,
    health.router,
    docs.router,
)


def create_app(settings: Settings, pages: Callable[[Service], Pages] | None = None) -> FastAPI:
    """Return the application; its reading processes live from its start-up to its shutdown.

    ``pages`` makes what shows things to people; without it there are only data.
    """
    service = _service(settings)
    if pages is not None:
        service = replace(service, pages=pages(service))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await service.pool.start()
        warming = asyncio.create_task(_warm(service))
        try:
            yield
        finally:
            warming.cancel()
            await asyncio.gather(warming, return_exceptions=True)
            service.checkers.close()
            await service.pool.close()
            service.library.close()

    registry = CollectorRegistry(auto_describe=True)
    registry.register(PoolCollector(service.pool))
    metrics = Metrics(registry)
    app = Application(
        first={
            path: with_request_id(RequestMetrics(SecurityHeaders(endpoint), metrics))
            for path, endpoint in sparql_endpoints(service).items()
        },
        title=TITLE,
        version=tool_version(),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.service = service
    app.state.metrics = registry
    add_handlers(app)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestMetrics, metrics=metrics)
    app.add_middleware(with_request_id)
    for router in (*_ROUTERS, vocabulary.router()):
        app.include_router(router)
    if service.pages is not None:
        app.router.routes.extend(service.pages.routes())
    return app


async def _warm(service: Service) -> None:
    """Have ready what the first request would wait for; what goes wrong here, that request tells."""
    library = service.library
    with suppress(ProblemError):
        shelf = await service.shelf()
        await asyncio.to_thread(shelf.outdated.at, await today())
    with suppress(ProblemError):
        await asyncio.to_thread(identified, _SOME_NAME, library.register, library.lexicons)
    with suppress(OSError):
        await service.checkers.start()


def _service(settings: Settings) -> Service:
    share = share_folder(settings.share)
    library = Library(settings.store, load_register(share / "data"), load_lexicons())
    own_queries = load_queries(_QUERIES)
    pool = Pool(_pool_options(settings), library.version)
    return Service(
        settings=settings,
        library=library,
        queries=load_queries(share / "queries"),
        own_queries=own_queries,
        context=load_context(share),
        pool=pool,
        checkers=Checkers(_checker_options(settings, share), library.version),
        counting=Counting(pool, own_queries),
    )


def _checker_options(settings: Settings, share: Path) -> CheckerOptions:
    return CheckerOptions(
        rearing=CheckRearing(share=str(share), store=settings.store, memory=settings.check_memory),
        at_once=settings.query_workers,
        queue=settings.query_queue,
        timeout=settings.check_timeout,
    )


def _pool_options(settings: Settings) -> PoolOptions:
    return PoolOptions(
        store=settings.store,
        workers=settings.query_workers,
        queue=settings.query_queue,
        timeout=settings.query_timeout,
        memory=settings.query_memory,
        in_memory=settings.store_in_memory,
        prefixes=PREFIXES,
    )
