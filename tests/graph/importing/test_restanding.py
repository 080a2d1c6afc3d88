"""What stands of a node is weighed anew over all who speak of it, and derived triples stay."""

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph_service.graph import iris
from graph_service.graph.importing.restanding import restand, subjects_in
from graph_service.graph.vocabulary import FOLLOWED_BY, GRADE, LABEL, NUMBER, STATUS

NODE = NamedNode("https://w3id.org/itu-xref/id/itu-t/rec/X.9001")
BEST, OTHER = iris.source_graph("best"), iris.source_graph("other")


def said(graph, predicate, value):
    return Quad(NODE, predicate, Literal(value) if isinstance(value, str) else value, graph)


def weighed(*quads):
    store = Store()
    store.extend(quads)
    change = restand(store, [NODE.value])
    for quad in change.removed:
        store.remove(quad)
    store.extend(change.added)
    again = restand(store, [NODE.value])
    assert (again.removed, again.added) == ((), ())
    return {(quad.predicate, quad.object) for quad in store.quads_for_pattern(NODE, None, None, DefaultGraph())}


def test_the_best_graded_source_stands():
    found = weighed(
        said(BEST, GRADE, "official text"), said(BEST, STATUS, "attested"), said(BEST, LABEL, "Best"),
        said(OTHER, GRADE, "other"), said(OTHER, STATUS, "attested"), said(OTHER, LABEL, "Other"), said(OTHER, NUMBER, "X.9001"),
    )  # fmt: skip
    assert {(LABEL, Literal("Best")), (NUMBER, Literal("X.9001")), (GRADE, Literal("official text"))} <= found
    assert (LABEL, Literal("Other")) not in found


def test_what_nobody_says_any_more_goes_and_what_is_derived_stays():
    derived = NamedNode("https://w3id.org/itu-xref/id/itu-t/rec/X.9001/2014-12")
    found = weighed(
        said(DefaultGraph(), NUMBER, "gone"), said(DefaultGraph(), FOLLOWED_BY, derived),
        said(iris.DERIVED_GRAPH, FOLLOWED_BY, derived), said(OTHER, NUMBER, "X.9001"),
    )  # fmt: skip
    assert found == {(NUMBER, Literal("X.9001")), (FOLLOWED_BY, derived)}


def test_what_a_proposal_says_does_not_stand():
    assert weighed(said(iris.proposal_graph("draft"), NUMBER, "X.9001")) == set()


def test_the_subjects_of_a_graph():
    quads = [said(BEST, NUMBER, "1"), said(OTHER, NUMBER, "1")]
    assert subjects_in(BEST, quads) == {NODE.value}
    assert subjects_in(iris.DERIVED_GRAPH, quads) == set()
