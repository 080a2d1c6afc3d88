"""The service over an endpoint elsewhere: the same answers, formats, bounds and problems as over a folder."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, Store, parse

from tests.api.conftest import TOKEN, problem, serving, settings

ITU = "PREFIX itu: <https://w3id.org/itu-xref/ont#> "
RIGHT = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def near(store: Path) -> Iterator[httpx.Client]:
    """A service over a folder, whose endpoint is the other one's store."""
    with serving(settings(store)) as found, httpx.Client(base_url=found, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def relayed(near: httpx.Client) -> Iterator[httpx.Client]:
    chosen = settings(Path("none"), store=f"{near.base_url}/sparql", max_rows=200, query_timeout=3)
    with serving(chosen) as found, httpx.Client(base_url=found, timeout=30) as client:
        yield client


QUERIES = [
    (ITU + "SELECT ?e ?l { ?e a itu:Edition ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?e LIMIT 20", "text/csv"),
    (ITU + "SELECT ?e ?l { ?e a itu:Edition ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?e LIMIT 20", "application/sparql-results+json"),
    ("ASK { ?s ?p ?o }", "application/sparql-results+xml"),
    ("ASK { ?s ?p <nothing> }", "application/sparql-results+json"),
    ("SELECT (<relative> AS ?x) {}", "text/tab-separated-values"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "accept"), QUERIES)
def test_the_answer_is_that_of_the_store(relayed: httpx.Client, near: httpx.Client, query: str, accept: str) -> None:
    asked = {"params": {"query": query}, "headers": {"accept": accept}}
    own, far = near.get("/sparql", **asked), relayed.get("/sparql", **asked)
    assert far.status_code == 200, far.text
    assert far.headers["content-type"] == own.headers["content-type"]
    assert far.text.replace(str(relayed.base_url.port), "PORT") == own.text.replace(str(near.base_url.port), "PORT")


def test_a_graph_is_written_in_every_format(relayed: httpx.Client) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { <https://w3id.org/itu-xref/id/pp/res/197> ?p ?o . BIND(<http://a> AS ?s) }"
    for media, form in {"text/turtle": RdfFormat.TURTLE, "application/ld+json": RdfFormat.JSON_LD}.items():
        answer = relayed.get("/sparql", params={"query": query}, headers={"accept": media})
        assert len(list(parse(answer.content, form))) > 3


def test_rows_are_cut_and_datasets_passed_on(relayed: httpx.Client) -> None:
    answer = relayed.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    assert answer.json()["truncated"] == {"rows": 200}
    none = relayed.get("/sparql", params={"query": "ASK { ?s ?p ?o }", "default-graph-uri": "http://example.org/none"})
    assert none.json()["boolean"] is False


def test_documents_and_answers_come_from_there_too(relayed: httpx.Client, near: httpx.Client) -> None:
    assert (
        relayed.get("/api/instruments/pp/res/64/cited-by").json()
        == near.get("/api/instruments/pp/res/64/cited-by").json()
    )
    assert relayed.get("/id/pp/res/197").headers["location"] == "/doc/pp/res/197"
    assert relayed.get("/doc/pp/res/197.nt").text
    assert "namedGraph" in relayed.get("/sparql").text
    assert relayed.get("/healthz").json()["status"] == "ok"


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("ASK {", 400, "bad-query"),
        ("ASK { SERVICE <http://127.0.0.1:1/> {} }", 400, "refused"),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 503, None),
    ],
)
def test_its_problems_are_told(relayed: httpx.Client, query: str, status: int, word: str | None) -> None:
    answer = relayed.get("/sparql", params={"query": query})
    assert answer.status_code == status, answer.text
    if word:
        problem(answer, status, word)


def test_an_endpoint_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    chosen = settings(tmp_path, store="http://127.0.0.1:9/sparql")
    with serving(chosen) as found, httpx.Client(base_url=found, timeout=30) as client:
        problem(client.get("/sparql", params={"query": "ASK {}"}), 503, "store-unavailable")
        problem(client.get("/api/instruments"), 503, "store-unavailable")
        assert client.get("/healthz").status_code == 503


def test_what_is_written_goes_there(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    Store(str(folder)).flush()
    with serving(settings(folder, update_token=TOKEN)) as there, httpx.Client(base_url=there, timeout=30) as own:
        turtle = {**RIGHT, "content-type": "text/turtle"}
        triple = "<http://example.org/s> <http://example.org/p> 1 ."
        assert own.put("/graph-store?graph=http://example.org/g", headers=turtle, content=triple).status_code == 201
        far = settings(tmp_path, store=f"{there}/sparql")
        with serving(far) as found, httpx.Client(base_url=found, timeout=30) as client:
            count = {"query": "SELECT * { GRAPH ?g { ?s ?p ?o } }"}
            assert len(client.get("/sparql", params=count).json()["results"]["bindings"]) == 1
            problem(client.get("/graph-store?graph=http://example.org/g"), 404, "not-found")
