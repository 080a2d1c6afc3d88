"""The SPARQL editor: with script where set-up has fetched one from npm, and always as a plain form with its answer."""

from starlette.responses import Response

from graph_service.errors import ProblemError
from graph_service.web.assets import Assets
from graph_service.web.desk import Table
from graph_service.web.visit import Visit

SCRIPT = "vendor/yasqe.min.js"
STYLE = "vendor/yasqe.min.css"
EXAMPLE = "who-cites"


def has_editor(assets: Assets) -> bool:
    """Whether the editor with script is installed."""
    return SCRIPT in assets and STYLE in assets


async def editor(visit: Visit) -> Response:
    """Return the page of the editor, with the answer to the query in the address."""
    asked = visit.asked("query")
    known = visit.desk.queries.get(visit.asked("name")) or visit.desk.queries[EXAMPLE]
    table, trouble = await _answer(visit, asked) if asked else (None, None)
    return visit.page(
        "editor.html",
        status=trouble.problem.code.status if trouble else 200,
        query=asked or "\n".join(line for line in known.text.splitlines() if not line.startswith("#+")).strip(),
        chosen=known.name,
        queries=tuple(visit.desk.queries.values()),
        table=table,
        trouble=trouble,
        has_editor=has_editor(visit.ui.assets),
    )


async def _answer(visit: Visit, query: str) -> tuple[Table | None, ProblemError | None]:
    try:
        return await visit.desk.ask(query), None
    except ProblemError as error:
        return None, error
