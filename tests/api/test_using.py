"""The dataset of a request in the operations of an update."""

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_service.api.protocol import Dataset
from graph_service.api.using import with_dataset
from graph_service.errors import Code, Problem

EX = "http://example.org/"
ONE = Dataset(default=(EX + "g1",))


def after(update: str, dataset: Dataset) -> set[str]:
    """The subjects in the graph ``out``, and what is left of g1, after the update with the dataset."""
    store = Store()
    for name in ("g1", "g2"):
        store.add(Quad(NamedNode(EX + name), NamedNode(EX + "p"), NamedNode(EX + "o"), NamedNode(EX + name)))
    written = with_dataset(update, dataset)
    assert isinstance(written, str), written
    store.update(written, base_iri=EX)
    return {str(quad.subject.value)[len(EX) :] for quad in store if quad.graph_name == NamedNode(EX + "out")}


CASES = [
    ("INSERT { GRAPH <out> { ?s ?p ?o } } WHERE { ?s ?p ?o }", ONE, {"g1"}),
    ("insert { graph <out> { ?s ?p ?o } } where { ?s ?p ?o }", ONE, {"g1"}),
    ("INSERT { GRAPH <out> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", Dataset(named=(EX + "g2",)), {"g2"}),
    ("DELETE { <a> <b> 'WHERE' } INSERT { GRAPH <out> { ?s ?p ?o } } # WHERE {\n WHERE { ?s ?p ?o }", ONE, {"g1"}),
    ("INSERT DATA { <x> <y> <z> } ; INSERT { GRAPH <out> { ?s ?p ?o } } WHERE { { SELECT * WHERE { ?s ?p ?o } } }", ONE, {"g1"}),
    ("INSERT { GRAPH <out> { <w> a <v> } } WHERE { <x> <y> <z> }", ONE, set()),
]  # fmt: skip


@pytest.mark.parametrize(("update", "dataset", "subjects"), CASES)
def test_the_patterns_see_the_graphs_of_the_request(update: str, dataset: Dataset, subjects: set[str]) -> None:
    assert after(update, dataset) == subjects


def test_the_short_form_of_delete_is_written_out() -> None:
    written = with_dataset("DELETE WHERE { ?s <p> ?o }", ONE)
    assert written == "DELETE { ?s <p> ?o } USING <http://example.org/g1> WHERE { ?s <p> ?o }"


CONFLICTS = [
    "WITH <a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } USING <a> WHERE { ?s ?p ?o }",
    "delete { ?s ?p ?o } using named <a> where { ?s ?p ?o }",
]


@pytest.mark.parametrize("update", CONFLICTS)
def test_graphs_named_twice_are_refused(update: str) -> None:
    found = with_dataset(update, ONE)
    assert isinstance(found, Problem)
    assert found.code is Code.BAD_REQUEST


def test_a_graph_that_is_no_iri_is_refused() -> None:
    assert isinstance(with_dataset("CLEAR ALL", Dataset(default=("> { } ; DROP ALL",))), Problem)
