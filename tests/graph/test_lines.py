"""What texts attest of themselves, read back from a store."""

from graph_service.graph.engine import Engine
from graph_service.graph.lines import added_lines
from graph_service.register.edition_fact import Act
from graph_service.register.fact import Grade, Status
from tests.graph.composed import ADOPTED, DUBAI, edition


def test_an_adopted_text_is_an_edition_with_its_day_marker_and_source(filled: Engine) -> None:
    facts = {(fact.edition, fact.evidence.source): fact for fact in added_lines(filled)}
    fact = facts[edition("PP", "197", "pp-18"), ADOPTED.source]
    assert (fact.act, fact.conference, fact.marker) == (Act.REVISED, "pp-18", DUBAI)
    assert fact.earliest == fact.latest == ADOPTED.head.dated
    assert (fact.evidence.grade, fact.evidence.status) == (Grade.OFFICIAL_TEXT, Status.ATTESTED)
    assert dict(fact.titles) == {"en": ADOPTED.head.title}


def test_neither_proposals_nor_texts_without_number_are_editions(filled: Engine) -> None:
    editions = {fact.edition.instrument.number for fact in added_lines(filled)}
    assert editions == {"197", "64"}
