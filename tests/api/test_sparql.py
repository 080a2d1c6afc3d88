"""``/sparql`` over HTTP: one request, one answer."""

import json

import httpx
import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from tests.api.conftest import problem

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ITU = "PREFIX itu: <https://w3id.org/itu-xref/ont#> "
EDITIONS = ITU + "SELECT ?e { ?e a itu:Edition } LIMIT 3"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"

ANSWERS = [
    ("get", "GET", "?query=ASK%20%7B%7D", {}, b"", "application/sparql-results+json"),
    ("get_xml", "GET", "?query=ASK%20%7B%7D", {"accept": "text/xml"}, b"", "application/sparql-results+xml"),
    ("form", "POST", "", {"content-type": FORM}, b"query=ASK+%7B%7D", "application/sparql-results+json"),
    ("direct", "POST", "", {"content-type": QUERY}, b"ASK {}", "application/sparql-results+json"),
    ("csv", "POST", "", {"content-type": QUERY, "accept": "text/csv"}, EDITIONS.encode(), "text/csv; charset=utf-8"),
    ("prefers_tsv", "POST", "", {"content-type": QUERY, "accept": "text/csv;q=0.1,text/*;q=0.5"}, EDITIONS.encode(), "text/tab-separated-values; charset=utf-8"),
    ("construct", "POST", "", {"content-type": QUERY}, b"CONSTRUCT { <s> <p> 1 } {}", "text/turtle; charset=utf-8"),
    ("construct_jsonld", "POST", "", {"content-type": QUERY, "accept": "application/ld+json"}, b"CONSTRUCT { <s> <p> 1 } {}", "application/ld+json"),
    ("describe_ntriples", "POST", "", {"content-type": QUERY, "accept": "application/n-triples"}, b"DESCRIBE <https://w3id.org/itu-xref/id/pp/res/197>", "application/n-triples"),
    ("description", "GET", "", {}, b"", "text/turtle; charset=utf-8"),
    ("description_rdfxml", "GET", "", {"accept": "application/rdf+xml"}, b"", "application/rdf+xml"),
]  # fmt: skip

REFUSALS = [
    ("put", "PUT", "?query=ASK%20%7B%7D", {}, b"", 405, "method-not-allowed"),
    ("get_update", "GET", "?update=CLEAR%20ALL", {}, b"", 400, "bad-request"),
    ("two_queries", "GET", "?query=ASK%20%7B%7D&query=ASK%20%7B%7D", {}, b"", 400, "bad-request"),
    ("no_type", "POST", "", {}, b"ASK {}", 415, "unsupported-format"),
    ("update_text", "POST", "", {"content-type": "application/sparql-update"}, b"CLEAR ALL", 415, "unsupported-format"),
    ("utf16", "POST", "", {"content-type": QUERY + ";charset=utf-16"}, b"", 415, "unsupported-format"),
    ("syntax", "GET", "?query=ASK%20%7B", {}, b"", 400, "bad-query"),
    ("empty", "GET", "?query=", {}, b"", 400, "bad-query"),
    ("not_acceptable", "GET", "?query=ASK%20%7B%7D", {"accept": "image/png"}, b"", 406, "not-acceptable"),
    ("csv_of_ask", "GET", "?query=ASK%20%7B%7D", {"accept": "text/csv"}, b"", 406, "not-acceptable"),
    ("description_not_acceptable", "GET", "", {"accept": "image/png"}, b"", 406, "not-acceptable"),
    ("too_long", "POST", "", {"content-type": QUERY}, b"ASK {} #" + b"x" * 30_000, 413, "too-large"),
    ("service", "POST", "", {"content-type": QUERY}, b"ASK { SERVICE <http://127.0.0.1:1/> {} }", 400, "refused"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "query", "headers", "body", "media"), [pytest.param(*case, id=name) for name, *case in ANSWERS]
)
def test_a_request_is_answered(
    client: httpx.Client, method: str, query: str, headers: dict[str, str], body: bytes, media: str
) -> None:
    answer = client.request(method, "/sparql" + query, headers={"accept": "*/*", **headers}, content=body)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == media
    assert answer.headers["vary"] == "Accept"
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("method", "query", "headers", "body", "status", "word"),
    [pytest.param(*case, id=name) for name, *case in REFUSALS],
)
def test_a_wrong_request_is_refused(
    client: httpx.Client, method: str, query: str, headers: dict[str, str], body: bytes, status: int, word: str
) -> None:
    answer = client.request(method, "/sparql" + query, headers=headers, content=body)
    problem(answer, status, word)
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_wrong_method_is_told_the_right_ones(client: httpx.Client) -> None:
    answer = client.delete("/sparql")
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_syntax_error_has_the_parsers_position(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT *\nWHERE { ?s ?p }"})
    assert problem(answer, 400, "bad-query")["where"] == "line 2, column 16"


def test_a_head_has_the_headers_alone(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.content == b""


def test_a_browser_may_ask_from_elsewhere(client: httpx.Client) -> None:
    answer = client.options("/sparql", headers={"origin": "https://example.org"})
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"]


def test_a_result_is_cut_at_the_rows_of_the_settings_and_says_so(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    found = json.loads(answer.text)
    assert len(found["results"]["bindings"]) == 500
    assert found["truncated"] == {"rows": 500}
    assert answer.headers["x-result-limit"] == "500"
    table = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, headers={"accept": "text/csv"})
    assert table.headers["x-result-truncated"] == "true"
    assert len(table.text.split("\r\n")) >= 501


def test_a_small_result_is_not_said_to_be_cut(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": EDITIONS})
    assert "truncated" not in answer.json()
    assert "x-result-truncated" not in answer.headers


GRAPHS = [
    ("FROM <https://w3id.org/itu-xref/id/graph/source/composed-acts.akn.xml>", True),
    ("FROM <file:///etc/passwd>", False),
    ("FROM <http://127.0.0.1:1/data.ttl>", False),
    ("FROM NAMED <https://w3id.org/itu-xref/id/graph/source/composed-acts.akn.xml>", False),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "answer"), GRAPHS)
def test_only_known_graphs_are_read(client: httpx.Client, clause: str, answer: bool) -> None:  # noqa: FBT001 - a table
    found = client.get("/sparql", params={"query": f"ASK {clause} {{ ?s ?p ?o }}"})
    assert found.json()["boolean"] is answer


def test_the_graphs_of_the_request_stand_instead_of_those_of_the_query(client: httpx.Client) -> None:
    known = "https://w3id.org/itu-xref/id/graph/source/composed-acts.akn.xml"
    query = "ASK FROM <http://example.org/none> { ?s ?p ?o }"
    assert client.get("/sparql", params={"query": query}).json()["boolean"] is False
    chosen = client.get("/sparql", params={"query": query, "default-graph-uri": known})
    assert chosen.json()["boolean"] is True
    named = client.get("/sparql", params={"query": "ASK { GRAPH ?g { ?s ?p ?o } }", "default-graph-uri": known})
    assert named.json()["boolean"] is False


def test_the_description_tells_endpoint_and_graphs(client: httpx.Client, address: str) -> None:
    graph = Graph().parse(data=client.get("/sparql").text, format="turtle")
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert [str(one) for one in graph.objects(service, SD.endpoint)] == [f"{address}/sparql"]
    names = {str(one) for one in graph.objects(None, SD.name)}
    assert "https://w3id.org/itu-xref/id/graph/source/composed-acts.akn.xml" in names


def test_a_late_query_is_a_problem_in_time(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"})
    problem(answer, 503, "timed-out")
    assert answer.headers["retry-after"]
    assert 3 <= answer.elapsed.total_seconds() < 3.5
