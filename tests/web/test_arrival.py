"""A page that arrives slowly, piece by piece, is shown when it is whole, so that nothing on it moves."""

import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest
from playwright.sync_api import Browser

from tests.web.screens import SHIFTS, WIDE

_PIECES = 6
_PAUSE = 0.1
"""Seconds between two pieces: several frames of a browser."""


class _Slow(BaseHTTPRequestHandler):
    """Hands on what another address answers: pages in pieces, scripts late, what else belongs to them at once."""

    def __init__(self, *given: object, behind: str) -> None:
        self._behind = behind
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        answer = httpx.get(self._behind + self.path, headers={"Accept": self.headers["Accept"]})
        if self.path.partition("?")[0].endswith(".js"):
            time.sleep(_PIECES * _PAUSE * 2)
        self.send_response(answer.status_code)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.end_headers()
        pieces = _PIECES if answer.headers["Content-Type"].startswith("text/html") else 1
        size = -(-len(answer.content) // pieces)
        for start in range(0, len(answer.content), size):
            self.wfile.write(answer.content[start : start + size])
            self.wfile.flush()
            time.sleep(_PAUSE if pieces > 1 else 0)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def slow(address: str) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Slow, behind=address)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("path", ["/", "/rules", "/stale", "/check", "/doc/pp/res/71"])
def test_nothing_moves_while_a_page_arrives(browser: Browser, slow: str, path: str) -> None:
    context = browser.new_context(viewport=WIDE)
    try:
        context.add_init_script(SHIFTS)
        page = context.new_page()
        page.goto(f"{slow}{path}?lang=en", wait_until="load")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.get_by_role("contentinfo").is_visible()
        assert page.evaluate("window.shifts") == 0
    finally:
        context.close()
