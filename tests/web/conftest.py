"""What the tests of pages share: a store of the shipped data, the whole service on loopback, a client, a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from graph_service.citing.stored import read_citations
from graph_service.cli.serving import application
from graph_service.graph.build import build
from graph_service.graph.queries import load_queries
from graph_service.register.load import load_register
from graph_service.settings import Settings
from graph_service.share import share_folder
from tests.api.conftest import serving_app
from tests.web.screens import NARROW

BROWSER_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as ``itugraph build`` makes it from the checkout; tests only read it."""
    folder = tmp_path_factory.mktemp("web") / "store"
    share = share_folder()
    register, texts, queries = (
        load_register(share / "data"),
        read_citations(share / "data"),
        load_queries(share / "queries"),
    )
    build(register, texts, folder, ontology=share / "ontology", queries=queries.values())
    return folder


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    settings = Settings.model_validate({"store": str(store), "max_upload": 1_000_000, "query_timeout": 5})
    with serving_app(application(settings)) as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A client that asks for pages, as a browser does."""
    with httpx.Client(base_url=address, timeout=60, headers={"Accept": "text/html"}) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = os.environ.get("ITUGRAPH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "install chromium (tests/programs.sh does)"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=list(BROWSER_ARGUMENTS))
        yield made
        made.close()


@pytest.fixture(scope="module")
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser on a small screen, for the tests of one file."""
    made = browser.new_context(base_url=address, viewport=NARROW)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    made = context.new_page()
    yield made
    made.close()


def page_text(answer: httpx.Response, status: int = 200) -> str:
    """The text of a page; fails unless it is a page with this status."""
    assert answer.status_code == status, answer.text[:2000]
    assert answer.headers["content-type"].startswith("text/html"), answer.headers
    return answer.text
