"""Clauses: the list of all with how many citations each governs, and the page of one with its citations."""

from collections import Counter

from starlette.responses import Response

from graph_service.analysing.facets import body_of, one_a_citation
from graph_service.register.values import Clause
from graph_service.web.citations import ROWS, lines, pager
from graph_service.web.links import Link, formats
from graph_service.web.visit import Visit


def clauses(visit: Visit) -> Response:
    """Return the list of clauses by group."""
    citations = visit.snapshot.citations
    counts = visit.once(
        "citations by clause", lambda: Counter(row.clause for row in one_a_citation(citations, visit.ui.lang))
    )
    known = visit.library.register.clauses
    groups = tuple(
        (group, tuple((clause, counts.get(clause.id, 0)) for clause in known if clause.group == group))
        for group in dict.fromkeys(clause.group for clause in known)
    )
    return visit.page("clauses.html", groups=groups)


def clause_at(visit: Visit, key: str) -> Clause | None:
    """Return the clause with a key, None where there is none."""
    return next((clause for clause in visit.library.register.clauses if clause.id == key), None)


def clause(visit: Visit, found: Clause) -> Response:
    """Return the page of a clause."""
    rows = [row for row in visit.snapshot.citations if row.clause == found.id]
    whole = one_a_citation(rows, visit.ui.lang)
    bodies = Counter(body_of(visit.snapshot, row.work) for row in whole)
    offset = visit.number("offset", 0)
    shown = whole[offset : offset + ROWS]
    return visit.page(
        "clause.html",
        clause=found,
        total=len(whole),
        lines=lines(visit, shown, is_citing=False),
        bodies=tuple((body, count) for body, count in bodies.most_common() if body),
        pages=pager(visit, offset, len(shown), len(whole)),
        links=formats(f"clause/{found.id}", Link(name="CSV", url=f"/lists/clause/{found.id}.csv")),
    )
