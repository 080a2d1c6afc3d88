"""Texts that reach for other places, and texts that only look like it."""

import pytest

from graph_service.api.policy import forbidden
from graph_service.errors import Code

REFUSED = [
    "SELECT * { SERVICE <http://h/> { ?s ?p ?o } }",
    "select * { service silent <http://h/> { ?s ?p ?o } }",
    "SELECT * { SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { SERVICE $where { ?s ?p ?o } }",
    "PREFIX : <http://h/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX a: <http://h/> SELECT * { SERVICE a:x { ?s ?p ?o } }",
    "SELECT * { SERVICE<http://h/> { ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n <http://h/> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://h/> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <http://h/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <http://h/> { ?s ?p ?o } }",
    "SELECT * { FILTER(1<'>')SERVICE<http://h/>{}#')\n }",
    "LOAD <http://h/data>",
    "load silent <file:///etc/passwd> into graph <g>",
    "CLEAR ALL;LOAD<http://h/data>",
]
ALLOWED = [
    "SELECT * { ?service ?p ?o }",
    "SELECT ?load { ?load <http://h/service> ?o }",
    "PREFIX itu: <http://h/> SELECT * { ?s itu:service ?o ; itu:my-service ?x }",
    "SELECT * { ?s ?p ?t FILTER(CONTAINS(?t, 'fixed-satellite service (space-to-Earth)')) }",
    "SELECT * { ?s ?p ?t FILTER(REGEX(?t, 'services?', 'i')) }",
    "SELECT * { ?s ?p ?t FILTER(REGEX(?t, 'load balancing \\\\d+')) }",
    "ASK {}",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_reaches_elsewhere_is_refused(text: str) -> None:
    found = forbidden(text)
    assert found is not None
    assert found.code is Code.REFUSED


@pytest.mark.parametrize("text", ALLOWED)
def test_what_stays_here_is_allowed(text: str) -> None:
    assert forbidden(text) is None
