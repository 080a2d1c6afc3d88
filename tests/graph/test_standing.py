"""Where sources differ, the best graded one stands; where equals differ, none; everything stands once."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.standing import standing
from graph_service.graph.vocabulary import GRADE, LABEL, LOCATOR, MARKER, STATUS, TITLE

NODE = NamedNode("https://w3id.org/itu-xref/id/pp/res/1/pp-18")
ONE, OTHER = iris.source_graph("a"), iris.source_graph("b")


def said(graph: NamedNode, predicate: NamedNode, words: str, lang: str | None = None) -> Quad:
    return Quad(NODE, predicate, Literal(words, language=lang), graph)


def words(quads: list[Quad], predicate: NamedNode) -> list[str]:
    return sorted(quad.object.value for quad in standing(quads) if quad.predicate == predicate)


def graded(grade_one: str, grade_other: str) -> list[Quad]:
    return [said(ONE, GRADE, grade_one), said(OTHER, GRADE, grade_other)]


@pytest.mark.parametrize(
    "one, other, stands",
    [
        ("official text", "other", ["first"]),
        ("none", "official page", ["second"]),
        ("other", "other", []),
    ],
)
def test_the_better_graded_word_stands_and_equals_cancel_out(one: str, other: str, stands: list[str]) -> None:
    quads = [*graded(one, other), said(ONE, MARKER, "first"), said(OTHER, MARKER, "second")]
    assert words(quads, MARKER) == stands


def test_equals_that_agree_stand() -> None:
    assert words([*graded("other", "other"), said(ONE, MARKER, "x"), said(OTHER, MARKER, "x")], MARKER) == ["x"]


def test_of_equal_grades_the_surer_status_stands() -> None:
    quads = [*graded("other", "other"), said(ONE, STATUS, "inferred"), said(OTHER, STATUS, "attested")]
    assert words(quads, STATUS) == ["attested"]


def test_the_words_of_one_text_read_twice_stand_once() -> None:
    assert words([said(OTHER, LOCATOR, "p7"), said(ONE, LOCATOR, "rec_1")], LOCATOR) == ["rec_1"]


def test_a_label_stands_in_each_language_and_titles_all_stand() -> None:
    quads = [said(ONE, LABEL, "a", "en"), said(ONE, LABEL, "b", "fr"), said(ONE, TITLE, "t"), said(OTHER, TITLE, "u")]
    assert words(quads, LABEL) == ["a", "b"]
    assert words(quads, TITLE) == ["t", "u"]


def test_everything_else_stands_once_in_the_default_graph() -> None:
    edge = NamedNode("https://w3id.org/itu-xref/ont#recalls")
    quads = [Quad(NODE, edge, NODE, ONE), Quad(NODE, edge, NODE, OTHER)]
    assert list(standing(quads)) == [Quad(NODE, edge, NODE)]


def test_proposals_and_runs_do_not_stand() -> None:
    graphs = (iris.proposal_graph("p"), NamedNode(iris.RUN_GRAPHS + "r"), iris.CORRECTIONS_GRAPH)
    assert list(standing(Quad(NODE, TITLE, Literal("t"), graph) for graph in graphs)) == []


def test_the_order_of_what_is_said_changes_nothing() -> None:
    quads = [
        *graded("other", "other"), said(ONE, LOCATOR, "b"), said(ONE, LOCATOR, "a"), said(OTHER, LOCATOR, "c"),
        said(ONE, LABEL, "x", "en"), said(OTHER, LABEL, "y", "en"), said(ONE, TITLE, "t", "fr"),
    ]  # fmt: skip
    assert words(quads, LOCATOR) == ["a"]
    assert set(standing(quads)) == set(standing(reversed(quads)))
