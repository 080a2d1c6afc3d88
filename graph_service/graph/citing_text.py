"""Who cites: the node of a text's edition, proposal or document, and the graph that holds what the text says."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph_service.citing.mention import CitingText
from graph_service.graph import iris
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Citer:
    """The citing side of a text: its node and graph; ``edition`` is None for a proposal or a text without number."""

    node: NamedNode
    graph: NamedNode
    edition: Edition | None
    is_proposal: bool


def citer_of(text: CitingText, register: Register) -> Citer:
    """Return the node that cites: the edition of an adopted text, a proposal, else the document itself."""
    head = text.head
    graph = iris.proposal_graph(text.source) if head.is_draft else iris.source_graph(text.source)
    if head.is_draft and head.instrument:
        node = iris.below(iris.named(head.instrument), "proposal", head.proposal or text.doc)
        return Citer(node=node, graph=graph, edition=None, is_proposal=True)
    edition = None if head.is_draft else adopted_edition(text, register)
    if edition is None:
        node = iris.thing(f"document/{iris.source_slug(text.source)}/{text.doc}")
        return Citer(node=node, graph=graph, edition=None, is_proposal=False)
    return Citer(node=iris.named(edition), graph=graph, edition=edition, is_proposal=False)


def adopted_edition(text: CitingText, register: Register) -> Edition | None:
    """Return the edition that an adopted text is; None where it has no number or nothing tells the edition."""
    instrument, head = text.head.instrument, text.head
    if instrument is None:
        return None
    found = edition_for(register, instrument, head.marker) if head.marker else None
    if found and found.is_resolved:
        return found
    return _by_conference(instrument, head.conference, register) or found


def _by_conference(instrument: Instrument, conference_id: str | None, register: Register) -> Edition | None:
    """The edition of the conference that the text says adopted it; a Council text is told by the year alone."""
    held = register.conference(conference_id) if conference_id else None
    if held is None:
        return None
    return Edition(instrument=instrument, key=str(held.year) if held.body == "Council" else held.id)
