"""The pages of one application as the API takes them: their routes, the page of a thing, the page of a problem."""

from collections.abc import Awaitable, Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from graph_service.errors import Problem
from graph_service.web import (
    about_page,
    body_page,
    chain_page,
    check_page,
    clause_page,
    conference_page,
    editor,
    feed,
    graph_page,
    path_page,
    problem_page,
    programme_page,
    query_page,
    rules_page,
    search_page,
    source_page,
    stale_page,
    start_page,
    texts_page,
    thing_page,
)
from graph_service.web.assets import ROUTE, asset_files
from graph_service.web.desk import Desk
from graph_service.web.lists import LISTS
from graph_service.web.rendering import Renderer
from graph_service.web.visit import Site, Visit

PageOf = Callable[[Visit], Response]
AskingPageOf = Callable[[Visit], Awaitable[Response]]

PAGES: tuple[tuple[str, PageOf], ...] = (
    ("/", start_page.start),
    ("/search", search_page.search),
    ("/suggest", search_page.suggest),
    ("/texts", texts_page.texts),
    ("/conferences", conference_page.conferences),
    ("/bodies", body_page.bodies),
    ("/programmes", programme_page.programmes),
    ("/clause-words", clause_page.clauses),
    ("/sources", source_page.sources),
    ("/stale", stale_page.stale),
    ("/chain", chain_page.chain),
    ("/path", path_page.path),
    ("/graph", graph_page.graph),
    ("/graph.svg", graph_page.svg),
    ("/graph.graphml", graph_page.graphml),
    ("/queries", query_page.queries),
    ("/rules", rules_page.rules),
    ("/rules/{rule}", rules_page.rule),
    ("/check", check_page.form),
    ("/about", about_page.about),
    ("/feed/{path:path}", feed.feed),
    *LISTS,
)
"""The pages that are read by GET, by path."""

ASKING: tuple[tuple[str, AskingPageOf], ...] = (
    ("/queries/{query}", query_page.query),
    ("/editor", editor.editor),
)
"""The pages that ask the store a query, which may take its time."""

POSTED: tuple[tuple[str, AskingPageOf], ...] = (
    ("/check", check_page.check),
    ("/check/corrected", check_page.corrected),
)
"""What answers to forms that carry a document."""


class Pages:
    """What shows things to people."""

    def __init__(self, desk: Desk) -> None:
        register = desk.library.register
        languages = tuple(language.lang for language in register.languages)
        self._site = Site(desk=desk, renderer=Renderer(languages, register.version))

    def routes(self) -> Sequence[BaseRoute]:
        """Return the routes of the pages and of their assets."""
        pages = [Route(path, self._read(page), methods=["GET"], include_in_schema=False) for path, page in PAGES]
        asking = [Route(path, self._ask(page), methods=["GET"], include_in_schema=False) for path, page in ASKING]
        posted = [Route(path, self._ask(page), methods=["POST"], include_in_schema=False) for path, page in POSTED]
        return [*pages, *posted, *asking, Mount(ROUTE, asset_files(self._site.renderer.assets.folder), name="assets")]

    async def thing(self, request: Request, iri: str) -> Response:
        """Return the page of a thing that the graph knows."""
        return await run_in_threadpool(lambda: thing_page.thing(self._site.visit(request), iri))

    async def problem(self, request: Request, found: Problem) -> Response:
        """Return the page that tells of a problem, with the problem's status."""
        return await run_in_threadpool(lambda: problem_page.problem(self._site.visit(request), found))

    def _ask(self, page: AskingPageOf) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            visit = self._site.visit(request)
            await run_in_threadpool(lambda: visit.shelf)
            return await page(visit)

        return answer

    def _read(self, page: PageOf) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            return page(self._site.visit(request))

        return answer
