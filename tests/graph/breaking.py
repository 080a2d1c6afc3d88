"""A way to an endpoint that breaks: requests are passed on until so many updates have gone by, then none is."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx


class _Way(ThreadingHTTPServer):
    def __init__(self, queries: str, updates: str, left: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.targets = {"/query": queries, "/update": updates}
        self.left = left


class _Handler(BaseHTTPRequestHandler):
    server: _Way

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/update":
            self.server.left -= 1
            if self.server.left < 0:
                self.close_connection = True  # nothing is answered: the line is dead
                return
        headers = {name: self.headers[name] for name in ("Content-Type", "Accept")}
        answer = httpx.post(self.server.targets[self.path], content=body, headers=headers, timeout=60)
        self.send_response(answer.status_code)
        self.send_header("Content-Type", answer.headers.get("content-type", "text/plain"))
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def breaking_after(updates: int, queries: str, update_address: str) -> Iterator[str]:
    """The address of a way to an endpoint that breaks after so many updates."""
    server = _Way(queries, update_address, updates)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
