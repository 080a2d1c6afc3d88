"""The address of an endpoint: where updates go, and a login that is told where it is asked for and shown nowhere."""

import threading
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.graph.remote import RemoteEngine
from graph_service.graph.remote_address import remote_address
from graph_service.graph.store_name import shown

LOGIN = "Basic " + b64encode(b"dba:se:cret").decode()


@pytest.mark.parametrize(
    "written, queries, updates",
    [
        ("http://a:1/query", "http://a:1/query", "http://a:1/update"),
        ("http://a/sparql", "http://a/sparql", "http://a/sparql"),
        ("http://a/sparql, http://b/write", "http://a/sparql", "http://b/write"),
        ("http://dba:x@a/sparql-auth", "http://a/sparql-auth", "http://a/sparql-auth"),
    ],
)
def test_an_address_is_read(written: str, queries: str, updates: str) -> None:
    found = remote_address(written)
    assert (found.queries, found.updates) == (queries, updates)
    assert (found.login is not None) is ("@" in written)


def test_what_is_no_address_is_told_without_its_login() -> None:
    with pytest.raises(ProblemError) as raised:
        remote_address("http://dba:hidden@host:port/sparql")
    assert raised.value.problem.code is Code.BAD_REQUEST
    assert "hidden" not in str(raised.value)


@pytest.mark.parametrize(
    "written, seen",
    [
        ("store", "store"),
        ("http://a/sparql", "http://a/sparql"),
        ("http://dba:x@y@a:1/sparql,http://u@b/update", "http://a:1/sparql,http://b/update"),
    ],
)
def test_a_login_is_not_shown(written: str, seen: str) -> None:
    assert shown(written) == seen


class Guarded(BaseHTTPRequestHandler):
    """Asks for a login in the way of its path, and answers true to who has it."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        given = self.headers.get("Authorization", "")
        is_digest = self.path == "/digest"
        right = given.startswith('Digest username="dba"') if is_digest else given == LOGIN
        body = b'{"head": {}, "boolean": true}' if right else b"who are you"
        self.send_response(200 if right else 401)
        if not right:
            how = 'Digest realm="r", nonce="n", qop="auth"' if is_digest else 'Basic realm="r"'
            self.send_header("WWW-Authenticate", how)
        self.send_header("Content-Type", "application/sparql-results+json" if right else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture
def guarded() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Guarded)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["basic", "digest"])
def test_a_login_is_told_as_it_is_asked_for(guarded: str, path: str) -> None:
    engine = RemoteEngine(f"http://dba:se%3Acret@{guarded}/{path}")
    assert engine.ask("ASK {}")
    engine.close()


def test_who_has_none_is_told_where_to_write_it(guarded: str) -> None:
    engine = RemoteEngine(f"http://{guarded}/basic")
    with pytest.raises(ProblemError) as raised:
        engine.ask("ASK {}")
    assert "user:password@" in raised.value.problem.hint
    engine.close()
