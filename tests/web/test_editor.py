"""The SPARQL editor, and YASGUI on somebody else's page: what they complete from is what our endpoint says of itself."""

import re
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from graph_service.web.assets import Assets
from graph_service.web.editor import has_editor

_ELSEWHERE = {"Origin": "https://elsewhere.example", "Accept": "application/sparql-results+json"}
_YASGUI = Path(sys.prefix) / "share" / "yasgui"
"""Where tests/programs.sh puts what it fetches from npm."""
_FOREIGN = """<!doctype html><meta charset="utf-8"><title>Somebody's page</title><link rel="stylesheet" href="/yasgui.min.css">
<div id="here"></div><script src="/yasgui.min.js"></script>"""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


_START = """([endpoint, query]) => {
  const Gui = window.Yasgui.default || window.Yasgui;
  const gui = new Gui(document.getElementById("here"), { requestConfig: { endpoint }, copyEndpointOnNewTab: false });
  const yasqe = gui.getTab().getYasqe();
  yasqe.setValue(query);
  yasqe.query();
}"""


def written(page: Page) -> str:
    found: str = page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    return found


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("PREFIX itu: <https://w3id.org/itu-xref/ont#>\nSELECT * { ?it a itu:Cit", "itu:Citation"),
        ("PREFIX itu: <https://w3id.org/itu-xref/ont#>\nSELECT * { ?it itu:citesW", "itu:citesWork"),
        ("PREFIX sk", "skos: <http://www.w3.org/2004/02/skos/core#>"),
    ],
)
def test_the_editor_completes_classes_properties_and_prefixes_from_our_own_description(
    page: Page, address: str, typed: str, offered: str
) -> None:
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto("/editor?lang=en")
    if not has_editor(Assets()):
        expect(page.get_by_label("Query")).to_be_editable()
        return
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('')")
    page.locator(".CodeMirror").click()
    page.keyboard.type(typed, delay=5)
    expect(page.locator(".CodeMirror-hint", has_text=offered).first).to_be_visible()
    page.keyboard.press("Enter")
    assert offered in written(page)
    assert hosts == {urlsplit(address).netloc}


def test_a_prefix_that_is_used_is_declared(page: Page) -> None:
    page.goto("/editor?lang=en")
    if not has_editor(Assets()):
        expect(page.get_by_label("Query")).to_be_editable()
        return
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('')")
    page.locator(".CodeMirror").click()
    page.keyboard.type("SELECT * { ?it cito:", delay=5)
    expect(page.locator(".CodeMirror")).to_contain_text("PREFIX cito: <http://purl.org/spar/cito/>")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT ?p ?n { ?d sh:declare [ sh:prefix ?p ; sh:namespace ?n ] }", "https://w3id.org/itu-xref/ont#"),
        ("SELECT ?c { ?q a sh:SPARQLExecutable ; rdfs:comment ?c ; sh:select|sh:ask|sh:construct ?t }", "Who cites"),
    ],
)
def test_an_editor_elsewhere_finds_prefixes_and_examples_by_asking(
    client: httpx.Client, query: str, found: str
) -> None:
    head = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    answer = client.get("/sparql", params={"query": head + query}, headers=_ELSEWHERE)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert found in answer.text


def test_an_editor_elsewhere_finds_classes_with_their_properties_in_the_service_description(
    client: httpx.Client,
) -> None:
    told = client.get("/sparql", headers={"Accept": "application/n-triples"}).text
    void = "http://rdfs.org/ns/void#"
    node = re.search(rf"^(\S+) <{void}class> <https://w3id\.org/itu-xref/ont#Citation>", told, re.MULTILINE)
    assert node is not None
    parts = re.findall(rf"^{re.escape(node[1])} <{void}propertyPartition> (\S+) \.", told, re.MULTILINE)
    named = dict(re.findall(rf"^(\S+) <{void}property> <([^>]+)>", told, re.MULTILINE))
    assert {"https://w3id.org/itu-xref/ont#citedWork", "https://w3id.org/itu-xref/ont#clause"} <= {
        named[part] for part in parts
    }


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """The address of somebody else's server, which has a page with YASGUI."""
    shutil.copytree(_YASGUI, tmp_path, dirs_exist_ok=True)
    (tmp_path / "index.html").write_text(_FOREIGN, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def test_yasgui_on_a_page_of_another_host_asks_our_endpoint(browser: Browser, address: str, elsewhere: str) -> None:
    page = browser.new_context().new_page()
    page.route(lambda url: not url.startswith((address, elsewhere)), lambda route: route.abort())
    try:
        page.goto(elsewhere)
        query = "PREFIX itu: <https://w3id.org/itu-xref/ont#> SELECT DISTINCT ?citing { ?citing itu:citesWork ?it }"
        page.evaluate(_START, [f"{address}/sparql", query])
        expect(page.locator(".yasr_results table")).to_contain_text("w3id.org/itu-xref/id/pp/res/", timeout=20_000)
    finally:
        page.context.close()
