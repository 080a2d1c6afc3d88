"""The way from one text to another: all shortest ways, each step with clause and words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from graph_service.analysing.answer import CitationItem
from graph_service.analysing.path import MOST_PATHS, paths
from graph_service.names.iri import THINGS
from graph_service.web.links import Link
from graph_service.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a way: the citation, and the instruments that it leads from and to."""

    item: CitationItem
    start: str
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathView:
    """What the page shows; ``is_cut`` says that there are more ways than are shown."""

    start: str
    goal: str
    ways: tuple[tuple[Step, ...], ...]
    is_cut: bool
    links: tuple[Link, ...]


def path(visit: Visit) -> Response:
    """Return the page of the ways between two texts, or the form to ask for them."""
    start, goal = visit.asked("from"), visit.asked("to")
    view = _view(visit, visit.iri(start), visit.iri(goal)) if start and goal else None
    return visit.page("path.html", view=view, start=start, goal=goal)


def _view(visit: Visit, start: str, goal: str) -> PathView:
    found = paths(visit.snapshot, start, goal)
    work_of = visit.snapshot.work_of
    query = urlencode({"from": start.removeprefix(THINGS), "to": goal.removeprefix(THINGS)})
    return PathView(
        start=start,
        goal=goal,
        ways=tuple(
            tuple(Step(item=item, start=work_of(item.citing.iri), goal=work_of(item.cited.iri)) for item in way)
            for way in found.paths
        ),
        is_cut=len(found.paths) >= MOST_PATHS,
        links=(Link(name="JSON", url=f"/api/path?{query}"),),
    )
