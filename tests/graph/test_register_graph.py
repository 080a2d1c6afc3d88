"""The register in the graph: what each table becomes, who says so, and how unverified rows are marked."""

import re

import pytest

from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.register_graph import register_quads
from graph_service.names.iri import THINGS
from graph_service.register.register import Register

PREFIXES = """
PREFIX itu: <https://w3id.org/itu-xref/ont#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
HOLDS = {
    "a body with its names": "{body/pp} a itu:Body ; itu:kind 'conference' ; rdfs:label 'Conférence de plénipotentiaires'@fr ; skos:altLabel 'ПК'@ru",
    "a Sector": "{sector/itu-d} a itu:Sector ; dct:identifier 'ITU-D'",
    "a basic text": "{cs} a itu:BasicText ; itu:number 'CS'",
    "a conference with days and place": "{conf/pp-18} itu:heldBy {body/pp} ; itu:place {place/dubai} ; itu:year 2018 ; itu:closes '2018-11-16'^^xsd:date",
    "a place in six languages": "{place/dubai} rdfs:label 'Дубай'@ru , '迪拜'@zh , 'Dubái'@es",
    "an instrument": "{pp/res/197} a itu:Instrument , itu:Resolution ; itu:number '197' ; itu:body {body/pp} ; rdfs:label 'PP Resolution 197'@en",
    "a text of a Sector": "{wtdc/res/30} itu:sector {sector/itu-d}",
    "a revised edition": "{pp/res/64/pp-14} a itu:Edition ; itu:editionOf {pp/res/64} ; itu:adoptedAt {conf/pp-14} ; itu:revisedAt {conf/pp-14} ; itu:marker '(Rev. Busan, 2014)' ; itu:key 'pp-14' ; itu:earliest '2014-11-07'^^xsd:date ; itu:latest '2014-11-07'^^xsd:date",
    "a title with its language": "{pp/res/2/pp-18} dct:title ?title . FILTER (LANG(?title) = 'en')",
    "an abrogated instrument and its last edition": "{pp/res/89} itu:suppressedAt {conf/pp-18} . {pp/res/89/pp-98} itu:suppressedAt {conf/pp-18}",
    "a programme that another followed": "{programme/connect-2020} a itu:Programme ; itu:succeededBy {programme/connect-2030}",
    "a succession": "{succession/connect-agenda-2018} a itu:Succession ; itu:kind 'agenda' ; itu:predecessor {programme/connect-2020} ; itu:since '2018-11-16'^^xsd:date ; itu:sinceConference {conf/pp-18}",
    "an objective of one plan": "{plan/2020-2023/objective/D.2} a itu:Objective ; skos:inScheme {plan/2020-2023} ; skos:notation 'D.2' ; itu:sector {sector/itu-d}",
    "the same code in another plan": "{plan/2016-2019/objective/D.2} skos:inScheme {plan/2016-2019}",
    "a renamed body": "{succession/ccitt-itu-t} itu:kind 'renamed-body' ; itu:predecessor {body/ccitt} ; itu:successor {sector/itu-t}",
    "a complete list": "?c a itu:Coverage ; itu:coverageOf {conf/pp-18} ; itu:aspect 'abrogated' ; itu:closed 'yes'",
    "a list in force": "?l a itu:InForceList ; itu:asOf {conf/pp-22} ; itu:lists {pp/res/2} . {pp/res/2} itu:inForceAsOf {conf/pp-22}",
    "a source as an entity": "{source/pp18-final-acts.akn.xml} a prov:Entity ; dct:identifier 'pp18-final-acts.akn.xml'",
    "the row behind an edition": "{pp/res/64/pp-14} itu:row 'editions/PP,resolution,64,,pp-14' ; dct:source ?source ; itu:grade ?grade",
}


def pattern(words: str) -> str:
    return re.sub(r"\{([^{}]+)\}", lambda found: f"<{THINGS}{found[1]}>", words)


@pytest.mark.parametrize("what", HOLDS)
def test_the_graph_holds(what: str, filled: Engine) -> None:
    assert filled.ask(f"{PREFIXES} ASK {{ {pattern(HOLDS[what])} }}")


def test_an_unverified_row_is_marked_and_grounds_no_succession(filled: Engine) -> None:
    assert filled.ask(f"{PREFIXES} ASK {{ ?e a itu:Edition ; itu:status 'unverified' ; itu:grade 'none' }}")
    assert not filled.ask(f"{PREFIXES} ASK {{ ?e itu:followedBy ?next . ?next itu:status 'unverified' }}")
    assert not filled.ask(
        f"{PREFIXES} ASK {{ ?e itu:succeededBy ?next . ?s itu:predecessor ?e ; itu:successor ?next ; itu:status 'unverified' . FILTER NOT EXISTS {{ ?t itu:predecessor ?e ; itu:successor ?next ; itu:status 'attested' }} }}"
    )


def test_every_statement_is_in_the_graph_of_a_source(register: Register) -> None:
    for quad in register_quads(register):
        assert str(quad.graph_name).startswith((f"<{iris.SOURCE_GRAPHS}", str(iris.CORRECTIONS_GRAPH)[:-1]))


def test_every_edition_of_the_register_is_there_with_its_status(filled: Engine, register: Register) -> None:
    rows = filled.select(f"{PREFIXES} SELECT ?e ?status {{ ?e a itu:Edition ; itu:status ?status }}")
    held = dict(rows)
    for fact in register.facts:
        if fact.act != "abrogated":
            assert held[iris.named(fact.edition).value] == fact.evidence.status


def test_every_iri_is_ascii(register: Register) -> None:
    for quad in register_quads(register):
        assert str(quad.subject).isascii()


def test_every_conference_has_a_label_in_english(filled: Engine, register: Register) -> None:
    rows = filled.select(f"{PREFIXES} SELECT ?c {{ ?c a itu:Conference ; rdfs:label ?l FILTER (LANG(?l) = 'en') }}")
    assert len(rows) == len(register.conferences)


def test_each_source_says_more_than_its_own_name(filled: Engine) -> None:
    rows = filled.select(f"{PREFIXES} SELECT ?g {{ GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g HAVING (COUNT(*) < 5)")
    assert [graph for (graph,) in rows if graph.startswith(iris.SOURCE_GRAPHS)] == []
