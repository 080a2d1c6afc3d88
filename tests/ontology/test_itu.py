"""The vocabulary file: every term explained, placed below a known one, and in step with code and clause table."""

import pytest
from pyoxigraph import NamedNode
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, Graph, URIRef

from graph_service.graph import vocabulary
from graph_service.names.iri import TERMS
from graph_service.register.load import load_register
from graph_service.share import share_folder

ONTOLOGY = share_folder() / "ontology"
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty)
# Terms of vocabularies that rdflib does not ship, as their own documents declare them.
OTHERS = {
    "http://purl.org/spar/cito/": {
        "Citation", "cites", "hasCitingEntity", "hasCitedEntity", "hasCitationCharacterization",
    },
    "http://data.europa.eu/eli/ontology#": {
        "LegalResource", "LegalExpression", "LegalResourceSubdivision", "cites", "changes", "is_member_of", "has_member",
        "is_part_of", "passed_by", "realizes",
    },
    "http://www.w3.org/ns/oa#": {
        "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "hasSource", "hasSelector", "exact", "start",
        "end",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(ONTOLOGY / "itu.ttl")


def terms(graph: Graph, *kinds: URIRef) -> list[URIRef]:
    return sorted({subject for kind in kinds for subject in graph.subjects(RDF.type, kind)})


def test_every_term_has_a_label_a_comment_and_its_ontology(graph: Graph) -> None:
    for term in terms(graph, OWL.Class, *PROPERTY_KINDS):
        assert term.startswith(TERMS)
        for predicate in (RDFS.label, RDFS.comment):
            assert [value.language for value in graph.objects(term, predicate)] == ["en"], (term, predicate)
        assert (term, RDFS.isDefinedBy, URIRef(TERMS.removesuffix("#"))) in graph


def test_every_property_has_a_scope_a_range_and_a_property_above_it(graph: Graph) -> None:
    for term in terms(graph, *PROPERTY_KINDS):
        assert any(
            graph.value(term, scope) is not None for scope in (RDFS.domain, SDO.domainIncludes, SKOS.scopeNote)
        ), term
        assert any(graph.value(term, scope) is not None for scope in (RDFS.range, SDO.rangeIncludes)), term
        assert graph.value(term, RDFS.subPropertyOf) is not None, term


def test_every_class_stands_below_a_known_one(graph: Graph) -> None:
    for term in terms(graph, OWL.Class):
        above = list(graph.transitive_objects(term, RDFS.subClassOf))
        assert any(not str(one).startswith(TERMS) for one in above), term


def test_what_it_names_is_declared_here_or_known_elsewhere(graph: Graph) -> None:
    declared = set(terms(graph, OWL.Class, *PROPERTY_KINDS)) | {URIRef(TERMS.removesuffix("#"))}
    closed = {str(space): space for space in (PROV, DCTERMS, SKOS, SDO, RDF, RDFS, OWL)}
    for node in {*graph.all_nodes(), *graph.predicates()}:
        if not isinstance(node, URIRef):
            continue
        if node.startswith(TERMS):
            assert node in declared
        for start, space in closed.items():
            if node.startswith(start):
                assert space[node.removeprefix(start)] == node
        for start, known in OTHERS.items():
            if node.startswith(start):
                assert node.removeprefix(start) in known


def test_the_constants_of_the_code_are_the_declared_terms(graph: Graph) -> None:
    constants = {
        value.value for value in vars(vocabulary).values() if isinstance(value, NamedNode) and TERMS in value.value
    }
    declared = {str(term) for term in terms(graph, OWL.Class, *PROPERTY_KINDS)}
    by_clause = {str(term) for part in ("Preamble", "Operative") for term in below(graph, f"citesIn{part}")}
    assert constants
    assert constants <= declared - by_clause


def below(graph: Graph, name: str) -> set[URIRef]:
    return set(graph.subjects(RDFS.subPropertyOf, URIRef(TERMS + name)))


@pytest.mark.parametrize("group, above", [("preamble", "citesInPreamble"), ("operative", "citesInOperative")])
def test_clause_edges_are_those_of_the_clause_table(graph: Graph, group: str, above: str) -> None:
    register = load_register(share_folder() / "data")
    wanted = {TERMS + clause.property for clause in register.clauses if clause.group == group}
    assert {str(term) for term in below(graph, above)} == wanted


def test_place_clauses_use_declared_edges(graph: Graph) -> None:
    register = load_register(share_folder() / "data")
    edges = {TERMS + clause.property for clause in register.clauses if clause.group == "place"}
    assert edges <= {str(term) for term in below(graph, "cites")}


def test_the_constants_of_other_vocabularies_exist() -> None:
    closed = {str(space): space for space in (PROV, DCTERMS, SKOS, SDO, RDF, RDFS, OWL)}
    for value in vars(vocabulary).values():
        if not isinstance(value, NamedNode):
            continue
        for start, space in closed.items():
            if value.value.startswith(start):
                assert str(space[value.value.removeprefix(start)]) == value.value
        for start, known in OTHERS.items():
            if value.value.startswith(start):
                assert value.value.removeprefix(start) in known
