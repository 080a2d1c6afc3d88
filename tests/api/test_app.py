"""The application as a whole: two of them at once, errors of every sort, headers, state, documentation."""

from pathlib import Path

import httpx
import pytest
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from graph_service.api.app import create_app
from graph_service.errors import Problem
from tests.apart import run_apart
from tests.api.conftest import problem, serving, serving_app, settings


def test_two_applications_live_in_one_process(store: Path, tmp_path: Path, client: httpx.Client) -> None:
    with serving(settings(tmp_path / "none")) as address, httpx.Client(base_url=address) as other:
        problem(other.get("/sparql", params={"query": "ASK {}"}), 503, "store-unavailable")
        problem(other.get("/api/instruments"), 503, "store-unavailable")
        health = other.get("/healthz")
        assert (health.status_code, health.json()["status"]) == (503, "unavailable")
        assert client.get("/healthz").json()["status"] == "ok"
        assert "itugraph_queries_answered_total 0.0" in other.get("/metrics").text
    assert store.is_dir()


@pytest.mark.parametrize(
    ("method", "path", "status", "word"),
    [
        ("GET", "/nowhere", 404, "not-found"),
        ("POST", "/api/instruments", 405, "method-not-allowed"),
        ("DELETE", "/doc/pp/res/197", 405, "method-not-allowed"),
        ("GET", "/api/check", 405, "method-not-allowed"),
    ],
)
def test_errors_of_the_framework_are_problems_too(
    client: httpx.Client, method: str, path: str, status: int, word: str
) -> None:
    answer = client.request(method, path)
    problem(answer, status, word)
    assert ("allow" in answer.headers) == (status == 405)


def test_a_failure_is_told_without_its_details(store: Path) -> None:
    app = create_app(settings(store))

    async def fail(_: Request) -> Response:
        raise RuntimeError("a secret detail")

    app.router.routes.append(Route("/fail", fail))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/fail")

    answer = run_apart(ask())
    problem(answer, 500, "internal-error")
    assert "secret" not in answer.text


@pytest.mark.parametrize("path", ["/sparql", "/api/queries", "/doc/pp/res/197", "/docs", "/nowhere", "/healthz"])
def test_every_answer_bears_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["access-control-allow-origin"] == "*"


def test_health_tells_the_state_of_the_store(client: httpx.Client) -> None:
    found = client.get("/healthz").json()
    assert found["status"] == "ok"
    assert found["store"]["version"]
    assert found["store"]["bytes"] > 0
    assert found["readers"]["alive"] == 2


def test_metrics_count_requests_by_route(client: httpx.Client) -> None:
    client.get("/api/instruments/pp/res/197/cited-by")
    client.get("/sparql", params={"query": "ASK {}"})
    found = client.get("/metrics").text
    assert 'itugraph_requests_total{method="GET",route="/api/instruments/{name:path}/cited-by",status="200"}' in found
    assert 'itugraph_requests_total{method="GET",route="/sparql",status="200"}' in found
    assert "itugraph_queries_answered_total" in found
    assert "pp/res/197" not in found


def test_documentation_names_every_route_and_loads_nothing_from_elsewhere(client: httpx.Client) -> None:
    page = client.get("/docs").text
    paths = client.get("/openapi.json").json()["paths"]
    assert len(paths) > 15
    for path in (*paths, "/sparql", "/update", "/graph-store"):
        assert path in page
    assert "src=" not in page
    assert 'href="http' not in page
    assert client.get("/docs/plain.css").headers["content-type"].startswith("text/css")


class PlainPages:
    """Pages as another room makes them."""

    def routes(self) -> list[BaseRoute]:
        async def start(_: Request) -> Response:
            return HTMLResponse("<p>start")

        return [Route("/", start)]

    async def thing(self, request: Request, iri: str) -> Response:
        return HTMLResponse(f"<p>{request.url.path} {iri}")

    async def problem(self, _: Request, found: Problem) -> Response:
        return HTMLResponse(f"<p>{found.what}", status_code=found.code.status)


def test_pages_are_shown_to_who_prefers_them(store: Path) -> None:
    html = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    app = create_app(settings(store), pages=lambda _: PlainPages())
    with serving_app(app) as address, httpx.Client(base_url=address) as client:
        assert client.get("/").text == "<p>start"
        page = client.get("/doc/pp/res/197", headers=html)
        assert page.text == "<p>/doc/pp/res/197 https://w3id.org/itu-xref/id/pp/res/197"
        assert 'rel="alternate"' in page.headers["link"]
        assert (
            client.get("/doc/pp/res/197.html").text == "<p>/doc/pp/res/197.html https://w3id.org/itu-xref/id/pp/res/197"
        )
        assert client.get("/doc/pp/res/197").headers["content-type"].startswith("text/turtle")
        lost = client.get("/doc/nothing", headers=html)
        assert (lost.status_code, lost.text[:3]) == (404, "<p>")
        problem(client.get("/api/instruments/nothing", headers=html), 404, "not-found")
        problem(client.get("/doc/nothing"), 404, "not-found")


@pytest.mark.parametrize("path", ["/doc/pp/res/197", "/api/instruments/pp/res/197", "/ontology", "/healthz"])
def test_a_head_is_a_get_without_its_body(client: httpx.Client, path: str) -> None:
    answer, whole = client.head(path), client.get(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == whole.headers["content-type"]
