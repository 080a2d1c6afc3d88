"""``/update`` and ``/graph-store``: shut without a token, open with the right one, all or nothing."""

from collections.abc import Iterator

import httpx
import pytest
from pyoxigraph import Store

from tests.api.conftest import TOKEN, problem, serving, settings

EX = "http://example.org/"
RIGHT = {"authorization": f"Bearer {TOKEN}"}
UPDATE = {**RIGHT, "content-type": "application/sparql-update"}
TURTLE = {**RIGHT, "content-type": "text/turtle"}
TRIPLE = b"<http://example.org/s> <http://example.org/p> 1 ."


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("update") / "store"
    Store(str(folder)).flush()
    with (
        serving(settings(folder, update_token=TOKEN)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        yield client


@pytest.fixture(autouse=True)
def emptied(writable: httpx.Client) -> None:
    assert writable.post("/update", headers=UPDATE, content="DROP ALL").status_code == 204


def count(client: httpx.Client, graph: str | None = None) -> int:
    params = {"query": "SELECT * { ?s ?p ?o }"} | ({"default-graph-uri": graph} if graph else {})
    return len(client.get("/sparql", params=params).json()["results"]["bindings"])


@pytest.mark.parametrize("path", ["/update", "/graph-store?default"])
def test_without_a_token_in_the_settings_there_is_no_such_route(client: httpx.Client, path: str) -> None:
    problem(client.post(path, headers=UPDATE, content="CLEAR ALL"), 404, "not-found")


@pytest.mark.parametrize(
    ("headers", "status", "word"),
    [
        ({}, 401, "unauthorized"),
        ({"authorization": "Bearer"}, 401, "unauthorized"),
        ({"authorization": "Basic " + TOKEN}, 401, "unauthorized"),
        ({"authorization": "Bearer wrong"}, 403, "forbidden"),
        ({"authorization": "Bearer é"}, 403, "forbidden"),
    ],
)
@pytest.mark.parametrize("path", ["/update", "/graph-store?default"])
def test_who_has_not_the_token_writes_nothing(
    writable: httpx.Client, path: str, headers: dict[str, str], status: int, word: str
) -> None:
    sent = {key: value.encode() for key, value in headers.items()}
    answer = writable.post(path, headers={**sent, "content-type": "text/turtle"}, content=TRIPLE)
    problem(answer, status, word)
    assert ("www-authenticate" in answer.headers) == (status == 401)
    assert count(writable) == 0


def test_an_update_is_seen_by_the_next_query(writable: httpx.Client) -> None:
    for number in range(3):
        text = f"INSERT DATA {{ <s{number}> <p> {number} }}"
        assert writable.post("/update", headers=UPDATE, content=text).status_code == 204
        assert count(writable) == number + 1
    form = writable.post("/update", headers=RIGHT, data={"update": "DELETE WHERE { ?s ?p 1 }"})
    assert form.status_code == 204
    assert count(writable) == 2


REFUSED = [
    ("CLEAR XYZ", 400, "bad-query"),
    ("INSERT DATA { <s> <p> 1 } ; CLEAR XYZ", 400, "bad-query"),
    ("LOAD <file:///etc/passwd>", 400, "refused"),
    ("LOAD SILENT <http://127.0.0.1:1/x> INTO GRAPH <g>", 400, "refused"),
    ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400, "refused"),
    ("INSERT { " + "{" * 6000, 400, "bad-query"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "word"), REFUSED)
def test_a_wrong_update_changes_nothing(writable: httpx.Client, text: str, status: int, word: str) -> None:
    problem(writable.post("/update", headers=UPDATE, content=text), status, word)
    assert count(writable) == 0


def test_an_update_is_posted(writable: httpx.Client) -> None:
    answer = writable.get("/update", headers=RIGHT, params={"update": "CLEAR ALL"})
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "POST"


def test_a_graph_is_put_read_added_to_and_removed(writable: httpx.Client) -> None:
    graph = {"graph": EX + "g"}
    problem(writable.get("/graph-store", headers=RIGHT, params=graph), 404, "not-found")
    assert writable.put("/graph-store", headers=TURTLE, params=graph, content=TRIPLE).status_code == 201
    assert writable.put("/graph-store", headers=TURTLE, params=graph, content=TRIPLE).status_code == 204
    more = b"<http://example.org/s> <http://example.org/p> 2 ."
    assert writable.post("/graph-store", headers=TURTLE, params=graph, content=more).status_code == 204
    assert count(writable, EX + "g") == 2
    assert count(writable) == 0
    found = writable.get("/graph-store", headers={**RIGHT, "accept": "application/n-triples"}, params=graph)
    assert found.text.count("\n") == 2
    head = writable.head("/graph-store", headers=RIGHT, params=graph)
    assert (head.status_code, head.content) == (200, b"")
    assert writable.delete("/graph-store", headers=RIGHT, params=graph).status_code == 204
    problem(writable.delete("/graph-store", headers=RIGHT, params=graph), 404, "not-found")


def test_the_default_graph_is_a_graph_too(writable: httpx.Client) -> None:
    assert writable.put("/graph-store?default", headers=TURTLE, content=TRIPLE).status_code == 204
    assert count(writable) == 1


@pytest.mark.parametrize(
    ("query", "headers", "content", "status", "word"),
    [
        ("", TURTLE, TRIPLE, 400, "bad-request"),
        ("?default&graph=http://example.org/g", TURTLE, TRIPLE, 400, "bad-request"),
        ("?graph=", TURTLE, TRIPLE, 400, "bad-request"),
        ("?graph=no%20iri", TURTLE, TRIPLE, 400, "bad-query"),
        ("?default", {**RIGHT, "content-type": "image/png"}, TRIPLE, 415, "unsupported-format"),
        ("?default", TURTLE, b"<a> <b", 400, "bad-query"),
        ("?default", TURTLE, b"#" * 300_000, 413, "too-large"),
    ],
)
def test_a_wrong_graph_changes_nothing(
    writable: httpx.Client, query: str, headers: dict[str, str], content: bytes, status: int, word: str
) -> None:
    problem(writable.put("/graph-store" + query, headers=headers, content=content), status, word)
    assert count(writable) == 0


def test_another_method_is_told_the_right_ones(writable: httpx.Client) -> None:
    answer = writable.patch("/graph-store?default", headers=RIGHT)
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, PUT, POST, DELETE"
