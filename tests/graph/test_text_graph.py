"""What an adopted text attests of itself, beside what the register knows."""

from dataclasses import replace
from datetime import date

from graph_service.graph.text_graph import adopted_fact
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act
from graph_service.register.register import Register
from tests.graph.composed import ADOPTED, edition, resolution

NEW = replace(
    ADOPTED,
    head=replace(
        ADOPTED.head, instrument=resolution("PP", "997"), marker=Marker(place="Dubai", year=2018, revised=False)
    ),
)


def test_a_text_that_the_register_does_not_know_attests_itself(register: Register) -> None:
    fact = adopted_fact(NEW, edition("PP", "997", "pp-18"), register)
    assert (fact.act, fact.conference, fact.earliest) == (Act.ADOPTED, "pp-18", date(2018, 11, 16))
    assert fact.evidence.source == ADOPTED.source


def test_what_the_register_attests_is_said_again_as_it_is(register: Register) -> None:
    known = register.fact(edition("PP", "197", "pp-18"))
    assert known is not None
    fact = adopted_fact(replace(ADOPTED, head=replace(ADOPTED.head, marker=None)), known.edition, register)
    assert (fact.act, fact.marker, fact.latest) == (known.act, known.marker, known.latest)


def test_a_known_title_is_not_said_again(register: Register) -> None:
    known = register.fact(edition("PP", "2", "pp-18"))
    assert known is not None
    text = replace(ADOPTED, head=replace(ADOPTED.head, instrument=resolution("PP", "2")))
    assert adopted_fact(text, known.edition, register).titles == ()
    assert adopted_fact(replace(text, lang="fr"), known.edition, register).titles != ()


def test_a_text_without_conference_is_dated_by_its_year(register: Register) -> None:
    head = replace(
        NEW.head, instrument=resolution("Council", "9999"), marker=Marker(year=1999), conference=None, dated=None
    )
    fact = adopted_fact(replace(NEW, head=head), edition("Council", "9999", "1999"), register)
    assert (fact.earliest, fact.latest) == (date(1999, 1, 1), date(1999, 12, 31))


def test_a_suppression_is_an_abrogation(register: Register) -> None:
    head = replace(ADOPTED.head, suppresses=True)
    assert adopted_fact(replace(ADOPTED, head=head), edition("PP", "197", "pp-18"), register).act is Act.ABROGATED
