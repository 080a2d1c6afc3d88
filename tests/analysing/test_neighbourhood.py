"""The graph around a text: nearest first, never more than asked for, with what is left out counted."""

import pytest

from graph_service.analysing.neighbourhood import Around, neighbourhood
from graph_service.analysing.snapshot import Snapshot
from tests.analysing.handmade import iri, snapshot

LINE = snapshot("1/pp-18 > 2/pp-14", "2/pp-14 > 3/pp-10", "3/pp-10 > 4/pp-06", "2/pp-18 > 4/pp-06")


def names(found: Snapshot, of: str, **asked: object) -> set[str]:
    return {node.iri for node in neighbourhood(found, iri(of), Around(**asked)).nodes}  # type: ignore[arg-type] # composed arguments


def test_one_step_shows_what_is_cited_and_who_cites() -> None:
    assert names(LINE, "2/pp-14") == {iri("2/pp-14"), iri("1/pp-18"), iri("3/pp-10")}
    assert names(LINE, "2/pp-14", depth=2) == {iri("2/pp-14"), iri("1/pp-18"), iri("3/pp-10"), iri("4/pp-06")}


def test_all_editions_of_an_instrument_are_its_middle_and_follow_one_another() -> None:
    found = neighbourhood(LINE, iri("2"), Around())
    assert {node.iri for node in found.nodes if node.depth == 0} == {iri("2/pp-14"), iri("2/pp-18")}
    revisions = [(edge.start, edge.goal) for edge in found.edges if edge.is_revision]
    assert revisions == [(iri("2/pp-18"), iri("2/pp-14"))]


def test_another_text_brings_its_neighbours_along() -> None:
    assert iri("4/pp-06") in names(LINE, "1/pp-18", also=(iri("3/pp-10"),))


def test_a_clause_or_body_that_is_not_there_leaves_the_text_alone() -> None:
    assert names(LINE, "1/pp-18", clause="resolves") == {iri("1/pp-18")}
    assert names(LINE, "1/pp-18", body="WTDC") == {iri("1/pp-18")}


@pytest.mark.parametrize("most", [1, 5, 150])
def test_no_more_texts_are_shown_than_may_be(most: int) -> None:
    star = snapshot(*(f"{number}/pp-18 > 1/pp-14" for number in range(2, 12)))
    found = neighbourhood(star, iri("1/pp-14"), Around(most=most))
    assert len(found.nodes) == min(most, 11)
    assert found.left_out == 11 - len(found.nodes)
    assert {edge.start for edge in found.edges} <= {node.iri for node in found.nodes}
