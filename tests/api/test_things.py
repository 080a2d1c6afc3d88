"""``/id`` and ``/doc``: names lead to documents, documents come in the format that is asked for."""

import json

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, URIRef

from tests.api.conftest import problem

ID = "https://w3id.org/itu-xref/id/"

REDIRECTS = [
    ("/id/pp/res/197", 303, "/doc/pp/res/197"),
    ("/id/pp/res/197/pp-18", 303, "/doc/pp/res/197/pp-18"),
    ("/id/pp/res/197.ttl", 303, "/doc/pp/res/197.ttl"),
    ("/id/pp/res/197?lang=fr", 303, "/doc/pp/res/197?lang=fr"),
    ("/id/conf/pp-18", 303, "/doc/conf/pp-18"),
    ("/id/clause/recalls", 303, "/doc/clause/recalls"),
    ("/id/pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14", 303, "/doc/pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14"),
    ("/id/pp/resolution/197", 301, "/id/pp/res/197"),
    ("/id/PP/Res/197/PP-18", 301, "/id/pp/res/197/pp-18"),
    ("/id/pp/resolution/197.nt", 301, "/id/pp/res/197.nt"),
    ("/id/res/197", 301, "/id/pp/res/197"),
    ("/doc/pp/resolution/197.ttl", 301, "/doc/pp/res/197.ttl"),
    ("/id/pp/res/197?at=2019-01-01", 303, "/doc/pp/res/197/pp-18"),
    ("/id/pp/res/197?at=pp-14", 303, "/doc/pp/res/197/pp-14"),
    ("/id/pp/res/197?at=before:pp-18", 303, "/doc/pp/res/197/pp-14"),
    ("/doc/pp/res/197.ttl?at=pp-18", 303, "/doc/pp/res/197/pp-18.ttl"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "target"), REDIRECTS)
def test_a_name_leads_on(client: httpx.Client, path: str, status: int, target: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers.get("location")) == (status, target), answer.text


FORMATS = [
    ("/doc/pp/res/197", {}, "text/turtle; charset=utf-8", RdfFormat.TURTLE),
    ("/doc/pp/res/197", {"accept": "application/n-triples"}, "application/n-triples", RdfFormat.N_TRIPLES),
    ("/doc/pp/res/197", {"accept": "application/ld+json"}, "application/ld+json", RdfFormat.JSON_LD),
    ("/doc/pp/res/197", {"accept": "application/rdf+xml"}, "application/rdf+xml", RdfFormat.RDF_XML),
    ("/doc/pp/res/197.nt", {"accept": "text/turtle"}, "application/n-triples", RdfFormat.N_TRIPLES),
    ("/doc/pp/res/197.ttl", {"accept": "image/png"}, "text/turtle; charset=utf-8", RdfFormat.TURTLE),
    ("/doc/pp/res/197.jsonld", {}, "application/ld+json", RdfFormat.JSON_LD),
]  # fmt: skip


@pytest.mark.parametrize(("path", "headers", "media", "form"), FORMATS)
def test_a_document_is_what_was_asked_for(
    client: httpx.Client, path: str, headers: dict[str, str], media: str, form: RdfFormat
) -> None:
    answer = client.get(path, headers={"accept": "*/*", **headers})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media
    assert answer.headers["vary"] == "Accept"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert f'<{ID}pp/res/197>; rel="describes"' in answer.headers["link"]
    subjects = {str(quad.subject) for quad in parse(answer.content, form)}
    assert {f"<{ID}pp/res/197>", f"<{ID}pp/res/197/pp-18>"} <= subjects


def test_a_document_tells_of_what_belongs_to_the_thing(client: httpx.Client) -> None:
    graph = Graph().parse(data=client.get("/doc/pp/res/197/pp-18.ttl").text, format="turtle")
    edition = URIRef(ID + "pp/res/197/pp-18")
    assert (edition, URIRef("https://w3id.org/itu-xref/ont#recalls"), URIRef(ID + "pp/res/64/pp-14")) in graph
    citing = URIRef("http://purl.org/spar/cito/hasCitingEntity")
    assert URIRef(ID + "pp/res/197/pp-18/cit/recalls.1/pp.res.64.pp-14") in set(graph.subjects(citing, edition))
    assert all(not str(one).startswith("http://127.0.0.1") for triple in graph for one in triple)


def test_json_ld_uses_the_terms_of_our_context(client: httpx.Client) -> None:
    found = json.loads(client.get("/doc/pp/res/197/pp-18.jsonld").text)
    things = {one["iri"]: one for one in found["@graph"]}
    edition = things[ID + "pp/res/197/pp-18"]
    assert ID + "pp/res/64/pp-14" in edition["recalls"]
    assert edition["revisedAt"] == ID + "conf/pp-18"
    assert edition["label"] == {"en": "PP Resolution 197 (Rev. Dubai, 2018)"}


def test_a_document_that_is_still_the_same_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/doc/pp/res/197.ttl")
    again = client.get("/doc/pp/res/197.ttl", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = client.get("/doc/pp/res/197.nt", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_a_name_of_several_things_tells_them_all(client: httpx.Client) -> None:
    answer = client.get("/id/res/50")
    found = problem(answer, 300, "ambiguous-name")
    assert found["choices"] == ["ra/res/50", "wtdc/res/50", "wtsa/res/50"]
    assert '</id/wtsa/res/50>; rel="alternate"' in answer.headers["link"]


PROBLEMS = [
    ("/id/nothing/here", 404, "not-found"),
    ("/doc/nothing/here", 404, "not-found"),
    ("/doc/nothing/here.ttl", 404, "not-found"),
    ("/id/", 404, "not-found"),
    ("/id/..%2f..%2fetc%2fpasswd", 404, "not-found"),
    ("/doc/%2e%2e/%2e%2e/etc/passwd", 404, "not-found"),
    ("/id/pp/res/197?at=1990-01-01", 404, "not-found"),
    ("/id/pp/res/197?at=yesterday", 400, "bad-request"),
    ("/id/conf/pp-18?at=2020-01-01", 404, "not-found"),
    ("/id/pp/res/197%20%3E%20%7D", 404, "not-found"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "word"), PROBLEMS)
def test_what_nobody_knows_is_a_problem(client: httpx.Client, path: str, status: int, word: str) -> None:
    problem(client.get(path), status, word)


def test_a_format_that_is_not_on_offer_is_refused(client: httpx.Client) -> None:
    answer = client.get("/doc/pp/res/197", headers={"accept": "image/png"})
    assert "text/turtle" in str(problem(answer, 406, "not-acceptable")["choices"])
