"""The lists of pages as CSV: citations of a thing, outdated references, texts, acts of a conference, a plan."""

import csv
import io
from collections.abc import Iterable, Sequence

from starlette.responses import Response

from graph_service.analysing.answer import Window
from graph_service.analysing.facets import one_a_citation
from graph_service.analysing.holdings import CitationRow, natural
from graph_service.analysing.instruments import InstrumentItem, instruments
from graph_service.analysing.outdated import COLUMNS, stale_row
from graph_service.errors import Code, problem
from graph_service.graph import iris
from graph_service.names.iri import THINGS
from graph_service.web.conference_page import FOLDER
from graph_service.web.programme_page import objective_iri
from graph_service.web.rendering import answered
from graph_service.web.stale_page import chosen, day_asked, fits
from graph_service.web.texts_page import wanted
from graph_service.web.visit import Visit

MEDIA = "text/csv; charset=utf-8"
_FORMULA = frozenset("=+-@")
_CITATION = ("citing", "citing_label", "clause", "part", "text", "lang", "cited", "cited_label", "locator", "source")
_EDITION = ("iri", "label", "marker", "title", "revised", "attested", "status", "source")
_TEXT = ("iri", "label", "title", "latest", "editions", "cites", "cited_by")
_OBJECTIVE = ("iri", "code", "sector", "plan", "name")

Rows = Iterable[Sequence[object]]


def cited_by(visit: Visit) -> Response:
    """Return who cites the thing in the address."""
    iri = _thing(visit)
    snapshot = visit.snapshot
    rows = (snapshot.by_cited_work if iri in snapshot.works else snapshot.by_cited).get(iri, ())
    return _citations(visit, rows)


def cites(visit: Visit) -> Response:
    """Return what the thing in the address cites."""
    iri = _thing(visit)
    snapshot = visit.snapshot
    rows = (snapshot.by_citing_work if iri in snapshot.works else snapshot.by_citing).get(iri, ())
    return _citations(visit, rows)


def clause(visit: Visit) -> Response:
    """Return the citations that the clause in the address governs."""
    key = visit.request.path_params["path"]
    return _citations(visit, [row for row in visit.snapshot.citations if row.clause == key])


def stale(visit: Visit) -> Response:
    """Return the outdated references that the address asks for."""
    asked = chosen(visit)
    items = visit.shelf.outdated.at(day_asked(visit), visit.ui.lang)
    return _table(visit, COLUMNS, (stale_row(item) for item in items if fits(item, asked)))


def texts(visit: Visit) -> Response:
    """Return the texts that the address asks for."""
    found = [item for start in range(0, len(visit.snapshot.works), _BLOCK) for item in _block(visit, start)]
    rows = (
        (one.iri, one.label, one.title, one.latest.iri if one.latest else None, one.editions, one.cites, one.cited_by)
        for one in found
    )
    return _table(visit, _TEXT, rows)


def conference(visit: Visit) -> Response:
    """Return the editions that the conference in the address made."""
    iri = THINGS + FOLDER + visit.request.path_params["path"]
    made = [node for node in visit.snapshot.editions.values() if node.conference == iri]
    rows = (
        (
            node.iri,
            node.label,
            node.marker,
            node.title(visit.ui.lang),
            node.is_revision,
            node.is_attested,
            node.status,
            node.source,
        )
        for node in sorted(made, key=lambda one: natural(one.iri))
    )
    return _table(visit, _EDITION, rows)


def plan(visit: Visit) -> Response:
    """Return the objectives of the plan in the address."""
    name = visit.request.path_params["path"]
    found = (one for one in visit.library.register.objectives if iris.plan(one.plan) == iris.plan(name))
    rows = ((objective_iri(one), one.code, one.sector, one.plan, one.name) for one in found)
    return _table(visit, _OBJECTIVE, rows)


LISTS = (
    ("/lists/cited-by/{path:path}.csv", cited_by),
    ("/lists/cites/{path:path}.csv", cites),
    ("/lists/clause/{path}.csv", clause),
    ("/lists/stale.csv", stale),
    ("/lists/texts.csv", texts),
    ("/lists/conference/{path}.csv", conference),
    ("/lists/plan/{path}.csv", plan),
)
"""The tables, by path."""

_BLOCK = 1000


def _block(visit: Visit, start: int) -> tuple[InstrumentItem, ...]:
    return instruments(visit.snapshot, wanted(visit), Window(offset=start, limit=_BLOCK), visit.ui.lang).items


def _thing(visit: Visit) -> str:
    """The thing in the address. Raise not-found where the graph has none."""
    iri = THINGS + str(visit.request.path_params["path"])
    if iri in visit.snapshot.works or iri in visit.snapshot.editions:
        return iri
    raise problem(Code.NOT_FOUND, "nothing is known of it", where=iri, hint="look for it by the search")


def _citations(visit: Visit, rows: Iterable[CitationRow]) -> Response:
    label = visit.snapshot.label
    found = (
        (
            row.citing,
            label(row.citing),
            row.clause,
            row.part,
            row.text,
            row.lang,
            row.cited,
            label(row.cited),
            row.locator,
            row.source,
        )
        for row in one_a_citation(rows, visit.ui.lang)
    )
    return _table(visit, _CITATION, found)


def _table(visit: Visit, columns: Sequence[str], rows: Rows) -> Response:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return answered(visit.request, text.getvalue().encode(), MEDIA, more={"Vary": "Accept-Language"})


def _cell(value: object) -> str:
    """A value as a cell that no spreadsheet program takes for a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
    words = str(value)
    return f"'{words}" if words[:1] in _FORMULA else words
