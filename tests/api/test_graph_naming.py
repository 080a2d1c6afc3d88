"""A query that reads named graphs is always seen, whatever its spelling."""

import pytest

from graph_service.api.graph_naming import names_graphs
from graph_service.graph.queries import load_queries
from graph_service.share import share_folder

NAMING = (
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * {GRAPH<http://example.org/g>{?s ?p ?o}}",
    "SELECT * { ?s ?p 1GRAPH ex:g { ?a ?b ?c } }",
    "SELECT * { graph # a comment\n $g { ?s ?p ?o } }",
    "SELECT * { GrApH :g { ?s ?p ?o } }",
    "SELECT * FROM <http://example.org/g> { ?s ?p ?o }",
    "SELECT * FROM NAMED ex:g { ?s ?p ?o }",
    "SELECT * FROM#\nNAMED#\n<g> { ?s ?p ?o }",
    "SELECT * FROM é:g { ?s ?p ?o }",
    "SELECT * { GRAPH ?é { ?s ?p ?o } }",
    r"SELECT * { GR\u0041PH ?g { ?s ?p ?o } }",
    r"SELECT * { \U00000047RAPH ?g { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { GRAPH ?g { ?s ?p ?o } } }",
    "DESCRIBE <x> FROM <g>",
)
PLAIN = (
    "SELECT * { ?s ?p ?o }",
    "# who is read from\nSELECT * { ?s ?p ?o }",
    "SELECT ?graph ?from { ?graph ?from ?o }",
    'SELECT * { ?s ?p "a graph, and from where" }',
    "",
)


@pytest.mark.parametrize("text", NAMING)
def test_what_names_graphs_is_seen(text: str) -> None:
    assert names_graphs(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_reads_the_default_graph_is_seen(text: str) -> None:
    assert not names_graphs(text)


def test_named_queries_that_have_a_graph_clause_are_seen() -> None:
    queries = load_queries(share_folder() / "queries")
    for query in queries.values():
        body = "\n".join(line for line in query.text.splitlines() if not line.startswith("#"))
        assert names_graphs(query.text) >= ("GRAPH" in body), query.name
    assert not names_graphs(queries["who-cites"].text)
