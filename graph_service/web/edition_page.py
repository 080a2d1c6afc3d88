"""The page of one edition: when and by whom it was adopted, what it cites, who cites it and no other."""

from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.chain import Direction
from graph_service.analysing.currency import Later, later_than
from graph_service.analysing.holdings import EditionNode, Work
from graph_service.names.iri import THINGS
from graph_service.web.citations import CitationTable, citation_table
from graph_service.web.days import days
from graph_service.web.instrument_page import Quote, Stage, line, quotes
from graph_service.web.links import Link, instrument_formats
from graph_service.web.titles import Title, title_of
from graph_service.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """What the page of an edition shows; ``before`` and ``after`` are its neighbours in the line."""

    node: EditionNode
    work: Work
    path: str
    when: str
    title: Title | None
    later: Later | None
    before: Stage | None
    after: Stage | None
    shown: CitationTable
    cites: int
    cited_by: int
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...]


def edition(visit: Visit, iri: str) -> Response:
    """Return the page of an edition."""
    snapshot = visit.snapshot
    node = snapshot.editions[iri]
    work = snapshot.works[node.work]
    stages = line(visit, work)
    place = next(place for place, stage in enumerate(stages) if stage.node.iri == iri)
    path = iri.removeprefix(THINGS)
    direction = Direction.CITES if visit.asked("show") == Direction.CITES.value else Direction.CITED_BY
    view = EditionView(
        node=node,
        work=work,
        path=path,
        when=days(visit.ui, node.earliest, node.latest),
        title=title_of(node, visit.ui.lang),
        later=later_than(snapshot, visit.knowledge, iri, visit.desk.today()),
        before=stages[place - 1] if place else None,
        after=stages[place + 1] if place + 1 < len(stages) else None,
        shown=citation_table(visit, iri, direction),
        cites=stages[place].cites,
        cited_by=stages[place].cited_by,
        quotes=quotes(visit, iri),
        links=instrument_formats(path),
    )
    return visit.page("edition.html", view=view)
