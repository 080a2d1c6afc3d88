"""The alignments name terms that exist, ours and others'."""

from rdflib import ORG, OWL, RDF, TIME, Graph, URIRef

from graph_service.names.iri import TERMS
from graph_service.share import share_folder

ONTOLOGY = share_folder() / "ontology"
# The classes of UNDO that are named, as its own file declares them.
UNDO = {
    "Agent", "Bulletin", "Decision", "Document", "DocumentVersion", "ModificatoryInstruction", "NormativeDocument",
    "Recommendation", "Relation", "Resolution", "Standard",
}  # fmt: skip
UNDO_BASE = "https://w3id.org/un/ontology/undo/"


def test_every_term_exists() -> None:
    ours = {str(term) for term in Graph().parse(ONTOLOGY / "itu.ttl").subjects(RDF.type)}
    closed = {str(space): space for space in (ORG, TIME, OWL)}
    named = [node for node in Graph().parse(ONTOLOGY / "alignments.ttl").all_nodes() if isinstance(node, URIRef)]
    for node in named:
        if node.startswith(TERMS):
            assert str(node) in ours
        if node.startswith(UNDO_BASE):
            assert node.removeprefix(UNDO_BASE) in UNDO
        for start, space in closed.items():
            if node.startswith(start):
                assert space[node.removeprefix(start)] == node


def test_all_three_are_aligned() -> None:
    named = {str(node) for node in Graph().parse(ONTOLOGY / "alignments.ttl").all_nodes()}
    for start in (UNDO_BASE, str(ORG), str(TIME)):
        assert any(name.startswith(start) for name in named)
