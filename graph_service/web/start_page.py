"""The start page: one search box, the three questions, a document to check, what the register knows and does not."""

from dataclasses import dataclass

from starlette.responses import Response

from graph_service.register.fact import Status
from graph_service.register.register import Register
from graph_service.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the register knows and does not know, in numbers.

    ``unverified`` are editions that nobody attests, ``named_only`` those that texts name and nothing else tells of;
    ``closed`` the conferences whose list of acts is known to be complete, of all ``conferences``.
    """

    instruments: int
    editions: int
    citations: int
    texts: int
    unverified: int
    named_only: int
    closed: int
    conferences: int


def start(visit: Visit) -> Response:
    """Return the start page."""
    return visit.page("start.html", known=visit.once("known", lambda: known(visit)))


def known(visit: Visit) -> Known:
    """Return the numbers of what is known."""
    snapshot, register = visit.snapshot, visit.library.register
    editions = snapshot.editions.values()
    return Known(
        instruments=len(snapshot.works),
        editions=len(editions),
        citations=len({row.iri for row in snapshot.citations}),
        texts=len({row.citing for row in snapshot.citations}),
        unverified=sum(one.status == Status.UNVERIFIED.value for one in editions),
        named_only=sum(not one.is_attested for one in editions),
        closed=sum(is_closed(register, conference) for conference in register.conferences),
        conferences=len(register.conferences),
    )


def is_closed(register: Register, conference: str) -> bool:
    """Whether the list of the Resolutions that a conference adopted and revised is known to be complete."""
    rows = register.coverage_of(f"conference/{conference}", "adopted and revised")
    return any(row.closed == "yes" for row in rows)
