"""The JSON-LD context names every term of the vocabulary, and what it writes reads back as the same triples."""

import json

from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, XSD, Graph

from graph_service.names.iri import TERMS
from graph_service.share import share_folder

ONTOLOGY = share_folder() / "ontology"
CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))


def declared() -> Graph:
    return Graph().parse(ONTOLOGY / "itu.ttl").parse(ONTOLOGY / "clauses.ttl")


def test_it_names_exactly_the_terms_of_the_vocabulary() -> None:
    graph = declared()
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {term.removeprefix(TERMS) for kind in kinds for term in graph.subjects(RDF.type, kind)}
    named = {
        name for name, said in CONTEXT["@context"].items() if isinstance(said, dict) and said["@id"].startswith("itu:")
    }
    assert named == terms


def test_a_node_written_with_it_reads_as_triples() -> None:
    node = {
        **CONTEXT,
        "iri": "https://w3id.org/itu-xref/id/pp/res/64/pp-18",
        "type": "Edition",
        "editionOf": "https://w3id.org/itu-xref/id/pp/res/64",
        "earliest": "2018-11-16",
        "marker": "(Rev. Dubai, 2018)",
        "title": {"fr": ["Un titre"]},
        "recalls": ["https://w3id.org/itu-xref/id/pp/res/2/pp-14"],
    }
    read = {
        (quad.subject.value, quad.predicate.value, str(quad.object))
        for quad in parse(json.dumps(node), RdfFormat.JSON_LD)
    }
    base = "https://w3id.org/itu-xref/id/pp/res/"
    assert read == {
        (f"{base}64/pp-18", str(RDF.type), f"<{TERMS}Edition>"),
        (f"{base}64/pp-18", f"{TERMS}editionOf", f"<{base}64>"),
        (f"{base}64/pp-18", f"{TERMS}earliest", f'"2018-11-16"^^<{XSD.date}>'),
        (f"{base}64/pp-18", f"{TERMS}marker", '"(Rev. Dubai, 2018)"'),
        (f"{base}64/pp-18", "http://purl.org/dc/terms/title", '"Un titre"@fr'),
        (f"{base}64/pp-18", f"{TERMS}recalls", f"<{base}2/pp-14>"),
    }
