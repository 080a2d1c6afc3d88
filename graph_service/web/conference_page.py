"""Conferences: the list of all, and the page of one: what it adopted, revised, abrogated, and how far that is known."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.holdings import EditionNode, natural
from graph_service.names.conference import Conference
from graph_service.names.iri import THINGS
from graph_service.register.values import Coverage
from graph_service.web.days import period
from graph_service.web.links import Link, formats
from graph_service.web.start_page import is_closed
from graph_service.web.visit import Visit

FOLDER = "conf/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A conference in a list: how many editions it made are known, and whether that list is complete."""

    conference: Conference
    iri: str
    editions: int
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceView:
    """What the page of a conference shows: its days, what it made and took away, which of its lists are complete."""

    iri: str
    conference: Conference
    when: str
    made: tuple[EditionNode, ...]
    abrogated: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    before: str | None
    after: str | None
    links: tuple[Link, ...]


def conferences(visit: Visit) -> Response:
    """Return the list of all conferences, by body, newest first."""
    register = visit.library.register
    editions = visit.snapshot.editions
    counts = visit.once(
        "editions by conference", lambda: Counter(node.conference for node in editions.values() if node.conference)
    )
    groups = []
    for body in dict.fromkeys(one.body for one in register.conferences.values()):
        held = reversed(register.conferences_of(body))
        groups.append((body, tuple(_meeting(visit, one, counts) for one in held)))
    return visit.page("conferences.html", groups=tuple(groups))


def conference(visit: Visit, conference_id: str) -> Response:
    """Return the page of a conference that the register knows."""
    register = visit.library.register
    held = register.conferences[conference_id]
    iri = THINGS + FOLDER + conference_id
    line = [one.id for one in register.conferences_of(held.body)]
    place = line.index(conference_id)
    made = [node for node in visit.snapshot.editions.values() if node.conference == iri]
    abrogated = [work.iri for work in visit.snapshot.works.values() if iri in work.suppressed]
    view = ConferenceView(
        iri=iri,
        conference=held,
        when=period(visit.ui, held.opens, held.closes) or str(held.year),
        made=tuple(sorted(made, key=lambda node: natural(node.iri))),
        abrogated=tuple(sorted(abrogated, key=natural)),
        coverage=tuple(row for row in register.coverage if row.subject == f"conference/{conference_id}"),
        before=line[place - 1] if place else None,
        after=line[place + 1] if place + 1 < len(line) else None,
        links=formats(FOLDER + conference_id, Link(name="CSV", url=f"/lists/conference/{conference_id}.csv")),
    )
    return visit.page("conference.html", view=view)


def _meeting(visit: Visit, held: Conference, counts: Mapping[str, int]) -> Meeting:
    iri = THINGS + FOLDER + held.id
    return Meeting(
        conference=held,
        iri=iri,
        editions=counts.get(iri, 0),
        is_closed=is_closed(visit.library.register, held.id),
    )
