"""The examples show every class and property that data can have; that they conform is tested with the shapes."""

from rdflib import OWL, RDF, RDFS, Graph, URIRef

from graph_service.names.iri import TERMS
from graph_service.share import share_folder

ONTOLOGY = share_folder() / "ontology"


def examples() -> Graph:
    graph = Graph()
    for file in sorted((ONTOLOGY / "examples").glob("*.ttl")):
        graph.parse(file)
    return graph


def test_every_example_says_what_it_shows() -> None:
    for file in (ONTOLOGY / "examples").glob("*.ttl"):
        assert file.read_text(encoding="utf-8").startswith("# "), file.name


def test_they_use_declared_terms_only() -> None:
    declared = set(Graph().parse(ONTOLOGY / "itu.ttl").subjects(RDF.type))
    graph = examples()
    for term in {*graph.predicates(), *graph.objects(None, RDF.type)}:
        if isinstance(term, URIRef) and term.startswith(TERMS):
            assert term in declared


def test_they_show_the_main_classes_and_edges() -> None:
    graph, vocabulary = examples(), Graph().parse(ONTOLOGY / "itu.ttl")
    shown = {str(kind).removeprefix(TERMS) for kind in graph.objects(None, RDF.type)}
    main = {
        "Instrument",
        "Edition",
        "UnresolvedEdition",
        "ProposedEdition",
        "LanguageText",
        "Part",
        "Citation",
        "Mention",
    }
    assert main | {"Conference", "Body", "Sector", "Objective", "Succession", "Coverage", "Source"} <= shown
    edges = set(vocabulary.subjects(RDFS.subPropertyOf, URIRef(TERMS + "cites")))
    assert edges & set(graph.predicates())
    assert (URIRef(TERMS + "contributesTo"), RDF.type, OWL.ObjectProperty) in vocabulary
    assert URIRef(TERMS + "contributesTo") in set(graph.predicates())
