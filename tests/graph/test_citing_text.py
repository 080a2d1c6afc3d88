"""Who cites: an edition, a proposal, or a document without number."""

from dataclasses import replace
from datetime import date

import pytest

from graph_service.graph.citing_text import adopted_edition, citer_of
from graph_service.names.iri import THINGS
from graph_service.names.marker import Marker
from graph_service.reading.document import Head
from graph_service.register.register import Register
from tests.graph.composed import ADOPTED, LIST, PROPOSAL, edition, resolution

COUNCIL = resolution("Council", "1333")


@pytest.mark.parametrize(
    "head, key",
    [
        (ADOPTED.head, "pp-18"),
        (replace(ADOPTED.head, marker=None), "pp-18"),
        (replace(ADOPTED.head, marker=Marker(place="Springfield", year=2011)), "pp-18"),
        (replace(ADOPTED.head, conference=None), "pp-18"),
        (Head(instrument=COUNCIL, marker=Marker(year=2016)), "2016"),
        (Head(instrument=COUNCIL, conference="council-2024"), "2024"),
    ],
)
def test_the_marker_tells_the_edition_else_the_conference(head: Head, key: str, register: Register) -> None:
    found = adopted_edition(replace(ADOPTED, head=head), register)
    assert found is not None
    assert found.key == key


def test_a_text_without_number_or_date_is_a_document(register: Register) -> None:
    for head in (LIST.head, Head(instrument=resolution("PP", "5"))):
        citer = citer_of(replace(LIST, head=head), register)
        assert citer.edition is None
        assert citer.node.value == f"{THINGS}document/composed-list.txt/list"


def test_a_proposal_has_its_number_and_its_graph(register: Register) -> None:
    citer = citer_of(PROPOSAL, register)
    assert citer.is_proposal
    assert citer.node.value == f"{THINGS}wtdc/res/85/proposal/XYZ-24A13-1"
    assert citer.graph.value == f"{THINGS}graph/proposal/composed-proposal.txt"


def test_a_proposal_without_number_has_its_document_id(register: Register) -> None:
    text = replace(PROPOSAL, head=replace(PROPOSAL.head, proposal=None, dated=date(2022, 6, 5)))
    assert citer_of(text, register).node.value.endswith("wtdc/res/85/proposal/proposal")


def test_an_adopted_text_has_the_graph_of_its_source(register: Register) -> None:
    citer = citer_of(ADOPTED, register)
    assert citer.edition == edition("PP", "197", "pp-18")
    assert citer.graph.value == f"{THINGS}graph/source/composed-acts.akn.xml"
