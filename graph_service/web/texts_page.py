"""All texts that the graph knows, by body, kind and year."""

from collections import Counter
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.answer import Window
from graph_service.analysing.instruments import InstrumentFilter, instruments
from graph_service.names.kind import Kind
from graph_service.web.citations import pager
from graph_service.web.visit import Visit
from graph_service.web.words import kind_name

ROWS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A body or kind and how many texts it has."""

    key: str
    name: str
    count: int


def texts(visit: Visit) -> Response:
    """Return the page of all texts, or of those of one body, kind or year."""
    asked = wanted(visit)
    offset = visit.number("offset", 0)
    found = instruments(visit.snapshot, asked, Window(offset=offset, limit=ROWS), visit.ui.lang)
    bodies = visit.once("texts by body", lambda: by_body(visit))
    kinds = visit.once("texts by kind", lambda: _by_kind(visit))
    return visit.page(
        "texts.html",
        found=found,
        bodies=tuple(Counted(key=key, name=visit.names.body(key), count=count) for key, count in bodies.most_common()),
        kinds=tuple(Counted(key=key, name=kind_name(visit.ui, key), count=count) for key, count in kinds.most_common()),
        body=asked.body or "",
        kind=asked.kind.value if asked.kind else "",
        year=visit.asked("year"),
        csv=f"/lists/texts.csv?{visit.request.url.query}",
        pages=pager(visit, offset, len(found.items), found.total, size=ROWS),
    )


def by_body(visit: Visit) -> Counter[str]:
    """Return how many texts each body has."""
    works = visit.snapshot.works.values()
    return Counter(work.instrument.body for work in works if work.instrument and work.instrument.body)


def _by_kind(visit: Visit) -> Counter[str]:
    return Counter(work.instrument.kind.value for work in visit.snapshot.works.values() if work.instrument)


def wanted(visit: Visit) -> InstrumentFilter:
    """Return what the address asks for."""
    return InstrumentFilter(body=visit.asked("body") or None, kind=_kind(visit), year=visit.number("year", 0) or None)


def _kind(visit: Visit) -> Kind | None:
    word = visit.asked("kind")
    return next((kind for kind in Kind if kind.value == word), None)
