"""Whether a cited edition is still the newest one on a day: what came after it, and what is not known of that."""

from dataclasses import dataclass
from datetime import date

from graph_service.analysing.snapshot import Snapshot
from graph_service.checking.knowledge import Knowledge
from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, edition_path
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The newest edition that came after a cited one; ``is_sure`` is False where nobody attests it."""

    iri: str
    marker: str
    is_sure: bool


def later_than(snapshot: Snapshot, knowledge: Knowledge, iri: str, day: date) -> Later | None:
    """Return what overtook an edition by a day, the attested before the rest; None for what nothing is known of."""
    node = snapshot.editions.get(iri)
    if node is None or node.edition is None:
        return None
    after = knowledge.later(node.edition, _marker(knowledge, node.edition), day)
    sure = [fact for fact in after if fact.evidence.status is Status.ATTESTED]
    newest = (sure or list(after))[-1:]
    return _later(newest[0], is_sure=bool(sure)) if newest else None


def silent_conferences(knowledge: Knowledge, instrument: Instrument, day: date) -> tuple[Conference, ...]:
    """Return the conferences since the newest attested edition of which it is not known whether they revised it."""
    newest = knowledge.newest(instrument, day)
    if newest is None:
        return ()
    span = knowledge.span(newest.edition, newest.marker)
    return knowledge.lists.silent(instrument, knowledge.conferences_between(instrument.body, span, day))


def _later(fact: EditionFact, *, is_sure: bool) -> Later:
    return Later(iri=THINGS + edition_path(fact.edition), marker=str(fact.marker), is_sure=is_sure)


def _marker(knowledge: Knowledge, edition: Edition) -> Marker:
    fact = knowledge.fact(edition)
    return fact.marker if fact else Marker()
