"""The Atom feed of a text: its editions and the texts that cite it, the newest first (RFC 4287)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from starlette.responses import Response

from graph_service.analysing.facets import one_a_citation
from graph_service.errors import Code, problem
from graph_service.names.iri import THINGS
from graph_service.web.rendering import answered
from graph_service.web.visit import Visit

MEDIA = "application/atom+xml"
MOST = 50
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event: its permanent id, its title and words, the page that tells more, the day."""

    id: str
    title: str
    words: str
    iri: str
    day: date

    @property
    def updated(self) -> str:
        """The day as Atom wants it."""
        return datetime.combine(self.day, time(), UTC).isoformat()


def feed(visit: Visit) -> Response:
    """Return the feed of the instrument in the address."""
    iri = THINGS + str(visit.request.path_params["path"])
    if iri not in visit.snapshot.works:
        raise problem(Code.NOT_FOUND, "nothing is known of it", where=iri, hint="look for it by the search")
    entries = sorted((*_editions(visit, iri), *_citing(visit, iri)), key=lambda one: (one.day, one.id), reverse=True)
    text = visit.site.renderer.text(
        "feed.atom", visit.ui, iri=iri, names=visit.names, entries=entries[:MOST], path=iri.removeprefix(THINGS)
    )
    return answered(visit.request, text.encode(), MEDIA, more={"Vary": "Accept-Language"})


def _editions(visit: Visit, iri: str) -> list[Entry]:
    nodes = [visit.snapshot.editions[one] for one in visit.snapshot.works[iri].editions]
    return [
        Entry(
            id=node.iri,
            title=visit.ui.say("New edition: %(name)s", name=visit.names.of(node.iri)),
            words=node.title(visit.ui.lang) or "",
            iri=node.iri,
            day=node.latest or _EPOCH,
        )
        for node in nodes
    ]


def _citing(visit: Visit, iri: str) -> list[Entry]:
    snapshot = visit.snapshot
    found: list[Entry] = []
    for row in one_a_citation(snapshot.by_cited_work.get(iri, ()), visit.ui.lang):
        node = snapshot.editions.get(row.citing)
        found.append(
            Entry(
                id=row.iri,
                title=visit.ui.say("Cited by %(name)s", name=visit.names.of(row.citing)),
                words=f"{visit.names.clause(row.clause)}: {row.text}",
                iri=row.citing,
                day=(node.latest if node else None) or _EPOCH,
            )
        )
    return found
