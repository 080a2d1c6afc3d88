"""What is put before a text for an endpoint that departs from the standard, and what is left as it is."""

import pytest

from graph_service.graph.dialect import PLAIN, VIRTUOSO
from graph_service.graph.iris import DERIVED_GRAPH, GRAPHS

DEFAULT = f"define input:default-graph-uri <{GRAPHS}standing> "
OWN_DATASET = ["SELECT * FROM <http://a> { ?s ?p ?o }", "ASK\nfrom named a:b { GRAPH ?g { ?s ?p ?o } }"]
NO_DATASET = ["SELECT ?from { ?s ?from ?o }", "SELECT * { ?s a:from ?o ; ?p 'words from here' }"]


@pytest.mark.parametrize("text", [*OWN_DATASET, *NO_DATASET])
def test_what_keeps_to_the_standard_is_sent_what_was_asked(text: str) -> None:
    assert PLAIN.query(text, None) == text
    assert PLAIN.update(text, None) == text
    assert not PLAIN.asks_graphs(text)
    assert PLAIN.holds_data("http://anything")


@pytest.mark.parametrize("text", OWN_DATASET)
def test_a_dataset_of_the_query_is_kept(text: str) -> None:
    assert VIRTUOSO.query(text, ("http://a",)) == text


@pytest.mark.parametrize("text", NO_DATASET)
def test_any_other_query_reads_what_stands(text: str) -> None:
    assert VIRTUOSO.query(text, None) == DEFAULT + text
    assert not VIRTUOSO.asks_graphs(text)


def test_a_query_of_named_graphs_is_told_which_there_are() -> None:
    text = f"ASK {{ GRAPH <{GRAPHS}source/new> {{ ?s ?p ?o }} }}"
    assert VIRTUOSO.asks_graphs(text)
    sent = VIRTUOSO.query(text, (f"{GRAPHS}source/old",))
    for name in (f"{GRAPHS}source/old", f"{GRAPHS}source/new", DERIVED_GRAPH.value):
        assert f"define input:named-graph-uri <{name}> " in sent
    assert sent.endswith(text)
    assert "\n" not in sent


@pytest.mark.parametrize(
    "update, reads",
    [
        ("INSERT DATA { GRAPH <http://a> { <s:s> <p:p> 1 } }", False),
        ("MOVE GRAPH <http://a> TO DEFAULT", False),
        ("INSERT { ?s ?p ?o } WHERE { GRAPH <http://a> { ?s ?p ?o } }", True),
        ("DELETE WHERE { ?s ?p ?o }", False),
    ],
)
def test_an_update_is_one_transaction_and_knows_the_graphs_that_it_reads(update: str, *, reads: bool) -> None:
    assert VIRTUOSO.update(update, None) == f"define sql:log-enable 1 {DEFAULT}{update}"
    assert VIRTUOSO.reads_graphs(update) is reads


@pytest.mark.parametrize(
    "graph, is_data",
    [
        (f"{GRAPHS}source/a", True),
        (f"{GRAPHS}standing", False),
        (f"{GRAPHS}building/source/a", False),
        ("http://www.openlinksw.com/schemas/virtrdf#", False),
    ],
)
def test_neither_the_engines_own_graphs_nor_those_of_a_build_are_data(graph: str, *, is_data: bool) -> None:
    assert VIRTUOSO.holds_data(graph) is is_data
