"""Bodies and Sectors: the list of all, and the page of one with its names, conferences and texts."""

from collections import Counter
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.holdings import Work
from graph_service.names.iri import THINGS
from graph_service.register.values import Body, Objective
from graph_service.web.conference_page import FOLDER
from graph_service.web.links import Link, formats
from graph_service.web.programme_page import objective_iri
from graph_service.web.texts_page import by_body
from graph_service.web.titles import objective_name
from graph_service.web.visit import Visit
from graph_service.web.words import kind_name

MOST_CITED = 10
_SECTORS = {"ITU-D", "ITU-R", "ITU-T"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """What the page of a body shows.

    ``names`` are its names by language, ``bodies`` the others of its Sector, ``kinds`` its texts by kind, ``cited``
    those that are cited most.
    """

    iri: str
    body: Body
    names: tuple[tuple[str, str], ...]
    conferences: tuple[str, ...]
    bodies: tuple[str, ...]
    kinds: tuple[tuple[str, str, int], ...]
    cited: tuple[tuple[Work, int], ...]
    objectives: tuple[Objective, ...]
    links: tuple[Link, ...]


def bodies(visit: Visit) -> Response:
    """Return the list of all bodies and Sectors that texts are known of."""
    counts = visit.once("texts by body", lambda: by_body(visit))
    register = visit.library.register
    rows = tuple((body, path_of(body), counts.get(body.id, 0)) for body in register.bodies.values())
    return visit.page("bodies.html", rows=rows)


def path_of(body: Body) -> str:
    """Return the path of a body, a Sector or a basic text."""
    word = body.id.lower()
    if body.kind == "basic text":
        return word
    return f"sector/{word}" if body.id in _SECTORS else f"body/{word}"


def body_at(visit: Visit, path: str) -> Body | None:
    """Return the body or Sector at a path, None for a path of something else."""
    return next((body for body in visit.library.register.bodies.values() if path_of(body) == path), None)


def body(visit: Visit, found: Body) -> Response:
    """Return the page of a body or Sector."""
    register, snapshot = visit.library.register, visit.snapshot
    own = [work for work in snapshot.works.values() if work.instrument and work.instrument.body == found.id]
    kinds = Counter(work.instrument.kind.value for work in own if work.instrument)
    cited = [(work, len({row.iri for row in snapshot.by_cited_work.get(work.iri, ())})) for work in own]
    path = path_of(found)
    same = [one.id for one in register.bodies.values() if one.sector == found.id and one.id != found.id]
    view = BodyView(
        iri=THINGS + path,
        body=found,
        names=_names(visit, found),
        conferences=tuple(THINGS + FOLDER + one.id for one in reversed(register.conferences_of(found.id))),
        bodies=tuple(same),
        kinds=tuple((kind, kind_name(visit.ui, kind), count) for kind, count in kinds.most_common()),
        cited=tuple(sorted((pair for pair in cited if pair[1]), key=lambda pair: -pair[1])[:MOST_CITED]),
        objectives=tuple(one for one in register.objectives if one.sector == found.id),
        links=formats(path, Link(name="CSV", url=f"/lists/texts.csv?body={found.id}")),
    )
    return visit.page("body.html", view=view, iri_of=objective_iri, namer=objective_name)


def _names(visit: Visit, found: Body) -> tuple[tuple[str, str], ...]:
    register = visit.library.register
    known = ((tongue.code, register.name(f"body/{found.id}", tongue.code, "official")) for tongue in visit.ui.tongues)
    return tuple((lang, name) for lang, name in known if name)
