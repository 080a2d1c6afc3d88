"""What follows from facts: the line of editions by their days, what nobody attests, what revises what."""

import pytest
from pyoxigraph import RdfFormat, parse

from graph_service.graph.derived import derive_update
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.iris import DERIVED_GRAPH
from graph_service.graph.nquads import sorted_lines
from graph_service.names.iri import TERMS, THINGS

BASE = f"""@prefix itu: <{TERMS}> . @prefix x: <{THINGS}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
x:a1 itu:editionOf x:a ; a itu:Edition ; itu:status "attested" ;
  itu:earliest "2010-01-01"^^xsd:date ; itu:latest "2010-12-31"^^xsd:date .
x:a2 itu:editionOf x:a ; a itu:Edition ; itu:status "inferred" ; itu:revisedAt x:c2 ;
  itu:earliest "2014-05-05"^^xsd:date ; itu:latest "2014-05-05"^^xsd:date .
x:a3 itu:editionOf x:a ; a itu:Edition ; itu:status "attested" ; itu:revisedAt x:c3 ;
  itu:earliest "2018-05-05"^^xsd:date ; itu:latest "2018-05-05"^^xsd:date .
x:a4 itu:editionOf x:a ; a itu:Edition ; itu:status "unverified" ; itu:revisedAt x:c4 ;
  itu:earliest "2022-05-05"^^xsd:date ; itu:latest "2022-05-05"^^xsd:date .
x:a0 itu:editionOf x:a ; itu:markerConference x:c0 . x:c0 itu:closes "2012-02-02"^^xsd:date .
x:b1 itu:editionOf x:b ; a itu:Edition ; itu:status "attested" ;
  itu:earliest "2011-01-01"^^xsd:date ; itu:latest "2011-12-31"^^xsd:date .
"""


@pytest.fixture(scope="module")
def derived() -> Engine:
    engine = open_engine(None)
    engine.insert(parse(BASE, RdfFormat.TURTLE))
    engine.update(derive_update())
    return engine


def pairs(engine: Engine, name: str) -> set[tuple[str, str]]:
    rows = engine.select(f"SELECT ?s ?o {{ GRAPH {DERIVED_GRAPH} {{ ?s <{TERMS}{name}> ?o }} ?s <{TERMS}{name}> ?o }}")
    return {(one.removeprefix(THINGS), other.removeprefix(THINGS)) for one, other in rows}


def test_the_next_attested_edition_follows(derived: Engine) -> None:
    assert pairs(derived, "followedBy") == {("a1", "a2"), ("a0", "a2"), ("a2", "a3")}


def test_an_unverified_edition_follows_nothing_and_revises_nothing(derived: Engine) -> None:
    assert "a4" not in {name for pair in pairs(derived, "followedBy") | pairs(derived, "revises") for name in pair}


def test_the_newest_attested_edition_is_the_latest(derived: Engine) -> None:
    assert pairs(derived, "latestEdition") == {("a", "a3"), ("b", "b1")}


def test_what_says_rev_revises_the_attested_one_before(derived: Engine) -> None:
    assert pairs(derived, "revises") == pairs(derived, "supersedes") == {("a2", "a1"), ("a3", "a2")}


def test_what_nobody_attests_is_unresolved_and_dated_by_its_conference(derived: Engine) -> None:
    kinds = derived.select(f"SELECT ?s {{ ?s a <{TERMS}UnresolvedEdition> }}")
    assert [row[0] for row in kinds] == [f"{THINGS}a0"]
    assert pairs(derived, "earliest") == {("a0", "2012-02-02")}


def test_deriving_again_changes_nothing(derived: Engine) -> None:
    before = sorted_lines(derived.dump())
    derived.update(derive_update())
    assert sorted_lines(derived.dump()) == before


def test_what_a_source_says_itself_is_not_forgotten() -> None:
    engine = open_engine(None)
    engine.insert(parse(BASE, RdfFormat.TURTLE))
    said = f"<{THINGS}a3> <{TERMS}supersedes> <{THINGS}a2>"
    engine.update(f"INSERT DATA {{ {said} . GRAPH <{THINGS}graph/source/s> {{ {said} }} }}")
    engine.update(derive_update())
    engine.update(f"DELETE WHERE {{ ?e <{TERMS}revisedAt> ?c }}")
    engine.update(derive_update())
    assert engine.ask(f"ASK {{ {said} }}")
    assert not engine.ask(f"ASK {{ ?e <{TERMS}revises> ?o }}")
