"""The clause scheme is what the clause table says, in every language."""

from rdflib import SKOS, Graph, URIRef

from graph_service.graph.clause_scheme import clause_turtle
from graph_service.names.iri import THINGS
from graph_service.register.load import load_register
from graph_service.share import share_folder

REGISTER = load_register(share_folder() / "data")
FILE = share_folder() / "ontology" / "clauses.ttl"


def test_the_file_is_what_the_table_gives() -> None:
    assert FILE.read_text(encoding="utf-8") == clause_turtle(REGISTER.clauses)


def test_every_clause_has_its_word_in_each_language_of_the_register() -> None:
    graph = Graph().parse(FILE)
    languages = {language.lang for language in REGISTER.languages}
    for clause in REGISTER.clauses:
        labels = {
            word.language: str(word) for word in graph.objects(URIRef(f"{THINGS}clause/{clause.id}"), SKOS.prefLabel)
        }
        assert labels == dict(clause.labels)
        assert set(labels) == languages
