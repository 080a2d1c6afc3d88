"""Sources: the list of what facts and citations were read from, and the page of one."""

from collections import Counter
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.holdings import EditionNode, natural
from graph_service.register.values import SourceText
from graph_service.web.citations import ROWS, pager
from graph_service.web.links import Link, formats
from graph_service.web.visit import Visit

FOLDER = "source/"
MOST_EDITIONS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """What the page of a source shows: what it is, the texts read from it, the editions that it attests."""

    iri: str
    name: str
    row: SourceText | None
    texts: tuple[tuple[str, int], ...]
    editions: tuple[EditionNode, ...]
    total: int
    links: tuple[Link, ...]


def sources(visit: Visit) -> Response:
    """Return the list of sources: those that texts were read from first, then those that attest most editions."""
    snapshot = visit.snapshot
    read = visit.once("mentions by source", lambda: Counter(row.source for row in snapshot.citations))
    attests = visit.once("editions by source", lambda: Counter(node.source for node in snapshot.editions.values()))
    described = {row.id: row.what for row in visit.library.register.sources}
    known = {label: iri for iri, label in snapshot.labels.items() if "/id/" + FOLDER in iri}
    names = sorted(known, key=lambda name: (-read.get(name, 0), -attests.get(name, 0), name))
    offset = visit.number("offset", 0)
    shown = names[offset : offset + ROWS]
    rows = tuple(
        (known[name], name, described.get(name, ""), read.get(name, 0), attests.get(name, 0)) for name in shown
    )
    pages = pager(visit, offset, len(shown), len(names))
    return visit.page("sources.html", rows=rows, total=len(names), pages=pages)


def source(visit: Visit, iri: str) -> Response:
    """Return the page of a source."""
    snapshot = visit.snapshot
    name = snapshot.label(iri)
    texts = Counter(row.citing for row in snapshot.citations if row.source == name)
    editions = sorted(
        (node for node in snapshot.editions.values() if node.source == name), key=lambda node: natural(node.iri)
    )
    view = SourceView(
        iri=iri,
        name=name,
        row=next((row for row in visit.library.register.sources if row.id == name), None),
        texts=tuple(sorted(texts.items(), key=lambda pair: natural(pair[0]))),
        editions=tuple(editions[:MOST_EDITIONS]),
        total=len(editions),
        links=formats(iri.partition("/id/")[2]),
    )
    return visit.page("source.html", view=view)
