"""What is special to a remote endpoint: its addresses and its failures; the contract is tested with the engine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.graph.dialect import IS_VIRTUOSO
from graph_service.graph.remote import RemoteEngine
from tests.graph.endpoint import free_port

ASK_AS_TABLE = b"""<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="__ASK_RETVAL"/></head>
<results><result><binding name="__ASK_RETVAL"><literal>1</literal></binding></result></results></sparql>"""
ANSWERS = {
    "/table": (200, "application/sparql-results+xml", ASK_AS_TABLE),
    "/cut": (206, "application/sparql-results+xml", ASK_AS_TABLE),
    "/bad": (400, "text/plain", b"error at 1:7: what is that"),
    "/broken": (500, "text/plain", b"out of memory"),
    "/sparql": (200, "text/plain", b""),
    "/page": (200, "text/html", b"<html>no endpoint"),
}


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status, media, answer = ANSWERS.get(self.path, (204, "text/plain", b""))
        if body == IS_VIRTUOSO:
            status, media, answer = 200, "application/sparql-results+json", b'{"head": {}, "boolean": false}'
        else:
            self.asked.append((self.path, body))
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    Handler.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "address, path",
    [("{}/query", "/update"), ("{}/sparql", "/sparql"), ("{}/table,{}/elsewhere", "/elsewhere")],
)
def test_updates_go_where_the_address_says(host: str, address: str, path: str) -> None:
    engine = RemoteEngine(address.replace("{}", host))
    engine.update("CLEAR ALL")
    assert Handler.asked == [(path, "CLEAR ALL")]
    engine.close()


def test_an_ask_answered_as_a_table_is_understood(host: str) -> None:
    engine = RemoteEngine(f"{host}/table")
    assert engine.ask("ASK {}") is True
    engine.close()


@pytest.mark.parametrize(
    "path, code",
    [
        ("/cut", Code.TIMED_OUT),
        ("/bad", Code.BAD_QUERY),
        ("/broken", Code.STORE_UNAVAILABLE),
        ("/page", Code.STORE_UNAVAILABLE),
    ],
)
def test_an_answer_that_is_none_is_a_problem(host: str, path: str, code: Code) -> None:
    engine = RemoteEngine(host + path)
    with pytest.raises(ProblemError) as raised:
        engine.ask("ASK {}")
    assert raised.value.problem.code is code
    engine.close()


def test_an_endpoint_that_is_not_there_is_said_so() -> None:
    engine = RemoteEngine(f"http://127.0.0.1:{free_port()}/sparql")
    with pytest.raises(ProblemError) as raised:
        engine.ask("ASK {}")
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE
    engine.close()
