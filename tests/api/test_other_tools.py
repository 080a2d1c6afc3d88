"""What we hand out is read by other people's tools: rdflib's client of an endpoint, Raptor, pyoxigraph."""

import subprocess

import httpx
import pyoxigraph
import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

ITU = "PREFIX itu: <https://w3id.org/itu-xref/ont#>"
ANSWERS = (
    "/doc/pp/res/197",
    "/ontology",
    "/shapes",
    "/.well-known/void",
    "/sparql",
    "/sparql?query=CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D",
)
FORMATS = {
    "text/turtle": ("turtle", pyoxigraph.RdfFormat.TURTLE),
    "application/n-triples": ("ntriples", pyoxigraph.RdfFormat.N_TRIPLES),
}


@pytest.mark.parametrize("media", FORMATS)
@pytest.mark.parametrize("path", ANSWERS)
def test_raptor_reads_as_many_triples_as_pyoxigraph(client: httpx.Client, path: str, media: str) -> None:
    answer = client.get(path, headers={"Accept": media}, follow_redirects=True)
    assert answer.headers["content-type"].startswith(media)
    name, form = FORMATS[media]
    triples = len(list(pyoxigraph.parse(answer.content, format=form, base_iri=str(answer.url))))
    command = ("rapper", "-c", "-i", name, "-", str(answer.url))
    done = subprocess.run(command, input=answer.content, capture_output=True, check=True, timeout=60)
    assert triples > 0
    assert f"returned {triples} triples" in done.stderr.decode()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_asks_the_endpoint_as_if_it_were_a_graph(client: httpx.Client, address: str, method: str) -> None:
    graph = Graph(SPARQLStore(f"{address}/sparql", method=method))
    query = f"{ITU} SELECT ?citing {{ ?citing itu:citesWork ?it }}"
    expected = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    rows = {row["citing"]["value"] for row in expected.json()["results"]["bindings"]}
    assert {str(row[0]) for row in graph.query(query)} == rows
    assert rows
    assert bool(graph.query(f"{ITU} ASK {{ ?it a itu:Edition }}"))
