"""``/sparql`` with deadline and bounds beside a bare FastAPI route over the same store; deadlines; first bytes."""

import http.client
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from graph_service.graph.queries import load_queries
from tests.bench.measuring import ROOT, Row, command, ratio

BARE = """
import io, sys
import pyoxigraph as px, uvicorn
from fastapi import FastAPI, Response
dumped = io.BytesIO()
px.Store.read_only(sys.argv[1]).dump(dumped, px.RdfFormat.N_QUADS)
dumped.seek(0)
store = px.Store()
store.load(dumped, px.RdfFormat.N_QUADS)
app = FastAPI()
@app.get("/sparql")
def answer(query: str):
    found = store.query(query).serialize(format=px.QueryResultsFormat.JSON)
    return Response(found, media_type="application/sparql-results+json")
@app.get("/healthz")
def health():
    return {"readers": {"memory": True}}
uvicorn.run(app, port=int(sys.argv[2]), log_level="error", access_log=False)
"""
OURS = """
import sys
from graph_service.api.app import create_app
from graph_service.api.serving import server
from graph_service.settings import Settings
settings = Settings(store=sys.argv[1], port=int(sys.argv[2]), query_timeout=float(sys.argv[3]))
server(create_app(settings), settings).run()
"""
SMALL = "SELECT ?e { ?e <https://w3id.org/itu-xref/ont#citesWork> <https://w3id.org/itu-xref/id/pp/res/197> }"
ROWS = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 10000"
ATTACKS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), '(a|b)*zzz$')) }",
    "SELECT (COUNT(*) AS ?n) { ?a (<>|!<>)* ?b . ?b (<>|!<>)* ?c }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "SELECT (GROUP_CONCAT(?c) AS ?s) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
) * 2
ANEW = """
local start, asked = os.time(), 0
request = function()
  asked = asked + 1
  return wrk.format("GET", wrk.path .. "%0A%23" .. start .. "." .. asked)
end
"""
"""Ends each query with a comment of its own, so that no answer is one that was kept."""
DEADLINE = 1.0
ROUNDS = 6


def run() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        command("build", "--store", store)
        who = load_queries(ROOT / "queries")["who-cites"].bind({"instrument": "pp/res/197"})
        with serving(BARE, store) as bare, serving(OURS, store, "10") as ours:
            script = Path(folder) / "anew.lua"
            script.write_text(ANEW, encoding="ascii")
            for what, query, clients in (("small query", SMALL, 4), ("who cites", who, 4), ("10,000 rows", ROWS, 2)):
                anew, again = beside(bare, ours, query, clients, script), beside(bare, ours, query, clients)
                yield Row(f"{what}, each asked anew: requests per second, bare FastAPI = 1", anew)
                yield Row(f"{what}, the same asked again", again)
            yield Row("10,000 rows, asked anew: first byte, share of the whole", first_byte(ours, ROWS))
        with serving(OURS, store, str(DEADLINE)) as ours:
            yield from deadlines(ours)


@contextmanager
def serving(program: str, *arguments: str) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    store, *rest = arguments
    process = subprocess.Popen([sys.executable, "-c", program, store, str(port), *rest], cwd=ROOT)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and b'"memory":true' not in answered(port, "/healthz"):
            time.sleep(0.1)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def answered(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except OSError:
        return b""
    finally:
        connection.close()


def beside(bare: int, ours: int, query: str, clients: int, script: Path | None = None) -> str:
    """The median of the ratios of rounds in which both were asked, one after the other."""
    if shutil.which("wrk") is None:
        return "wrk is not at hand"
    ratios = [rate(ours, query, clients, script) / rate(bare, query, clients, script) for _ in range(ROUNDS)]
    return f"{statistics.median(ratios):.2f} x ({min(ratios):.2f} to {max(ratios):.2f})"


def rate(port: int, query: str, clients: int, script: Path | None = None) -> float:
    url = f"http://127.0.0.1:{port}/sparql?query={quote(query)}"
    arguments = ["-t1", f"-c{clients}", "-d2s", *(["-s", str(script)] if script else []), url]
    done = subprocess.run(["wrk", *arguments], capture_output=True, text=True, check=True)
    assert "Non-2xx" not in done.stdout, done.stdout
    return float(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("Requests/sec")))


def first_byte(port: int, query: str) -> str:
    shares = []
    for number in range(9):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        began = time.perf_counter()
        connection.request("GET", f"/sparql?query={quote(query)}%0A%23{number}")
        answer = connection.getresponse()
        answer.read(1)
        first = time.perf_counter() - began
        answer.read()
        shares.append(first / (time.perf_counter() - began))
        connection.close()
    return f"{statistics.median(shares):.3f}"


def deadlines(port: int) -> Iterator[Row]:
    def attack(query: str) -> float:
        began = time.perf_counter()
        answered(port, "/sparql?" + urlencode({"query": query}))
        return time.perf_counter() - began

    with ThreadPoolExecutor(len(ATTACKS)) as pool:
        longest = max(pool.map(attack, ATTACKS))
    yield Row(f"ten attacks at once, deadline {DEADLINE:g} s: the last answer after", f"{longest:.2f} s")
    after = max(attack(f"ASK {{}} #{number}") for number in range(2))
    yield Row("the next two small queries, the slower one", f"{after * 1000:.0f} ms")
    one, two = attack(ATTACKS[0]), attack("ASK {} #last")
    yield Row("one attack, and the small query after it", f"{one:.2f} s, {two * 1000:.0f} ms, {ratio(one, DEADLINE)}")
