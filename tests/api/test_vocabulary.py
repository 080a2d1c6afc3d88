"""The files that describe the graph, and the data set that describes itself."""

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from graph_service.share import share_folder

VOID = Namespace("http://rdfs.org/ns/void#")
SH = Namespace("http://www.w3.org/ns/shacl#")
DATASET = URIRef("https://w3id.org/itu-xref/dataset")
FILES = [
    ("/ontology", "itu.ttl"),
    ("/shapes", "shapes.ttl"),
    ("/clauses", "clauses.ttl"),
    ("/alignments", "alignments.ttl"),
]
FORMS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


@pytest.mark.parametrize(("path", "file"), FILES)
def test_a_file_is_served_in_every_format(client: httpx.Client, path: str, file: str) -> None:
    wanted = len(list(parse(path=share_folder() / "ontology" / file, format=RdfFormat.TURTLE)))
    for media, form in FORMS.items():
        answer = client.get(path, headers={"accept": media})
        assert answer.headers["content-type"].startswith(media)
        assert len(list(parse(answer.content, form))) == wanted
        again = client.get(path, headers={"accept": media, "if-none-match": answer.headers["etag"]})
        assert again.status_code == 304


def test_the_ontology_is_a_page_on_which_every_term_has_its_place(client: httpx.Client) -> None:
    page = client.get("/ontology", headers={"accept": "text/html"}).text
    graph = Graph().parse(share_folder() / "ontology" / "itu.ttl")
    terms = {str(one).rpartition("#")[2] for one in graph.subjects() if "ont#" in str(one)}
    assert len(terms) > 100
    assert [term for term in terms if f'id="{term}"' not in page] == []
    assert client.get("/ont").headers["location"] == "/ontology"


def test_the_context_is_served(client: httpx.Client) -> None:
    answer = client.get("/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert "cites" in answer.json()["@context"]


def test_the_data_set_tells_its_classes_properties_prefixes_and_queries(client: httpx.Client, address: str) -> None:
    answer = client.get("/.well-known/void", headers={"accept": "text/turtle"})
    graph = Graph().parse(data=answer.text, format="turtle")
    assert (DATASET, RDF.type, VOID.Dataset) in graph
    assert graph.value(DATASET, VOID.sparqlEndpoint) == URIRef(f"{address}/sparql")
    counts = {
        str(graph.value(one, VOID["class"])): graph.value(one, VOID.entities)
        for one in graph.objects(DATASET, VOID.classPartition)
    }
    query = "SELECT (COUNT(*) AS ?n) { ?e a <https://w3id.org/itu-xref/ont#Edition> }"
    editions = client.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]["n"]["value"]
    assert str(counts["https://w3id.org/itu-xref/ont#Edition"]) == editions
    assert len(list(graph.objects(DATASET, VOID.propertyPartition))) > 20
    prefixes = {
        str(graph.value(one, SH.prefix)): str(graph.value(one, SH.namespace))
        for one in graph.objects(DATASET, SH.declare)
    }
    assert prefixes["itu"] == "https://w3id.org/itu-xref/ont#"
    examples = list(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(examples) == len(client.get("/api/queries").json())
    assert all(isinstance(graph.value(one, SH.select), Literal) for one in examples)
