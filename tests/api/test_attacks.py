"""Attacks on a running service: each is refused or ended in time, and the next small query is answered."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.apart import run_apart
from tests.api.conftest import problem

DEADLINE = 1.0
RUN = """
import sys
from graph_service.api.app import create_app
from graph_service.api.serving import server
from graph_service.settings import Settings
settings = Settings(store=sys.argv[1], port=int(sys.argv[2]), query_timeout=1.0, query_memory=200, max_request=100_000, max_rows=20_000)
server(create_app(settings), settings).run()
"""
SMALL = {"query": "ASK {}"}
MEBIBYTE = 1_048_576


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def service(store: Path) -> Iterator[tuple[str, int]]:
    """The address and the process of a service of its own."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", RUN, str(store), str(port)], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 30
    while True:
        assert process.poll() is None
        assert time.monotonic() < deadline
        try:
            if httpx.get(address + "/healthz", timeout=2).status_code == 200:
                break
        except httpx.TransportError:
            time.sleep(0.05)
    yield address, process.pid
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) in {0, -signal.SIGTERM}
    assert not tree(process.pid)


@pytest.fixture
def attacked(service: tuple[str, int]) -> Iterator[httpx.Client]:
    """A client; afterwards the service must still answer at once and be of a bounded size."""
    address, process = service
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client
        start = time.monotonic()
        assert client.get("/sparql", params=SMALL).json() == {"head": {}, "boolean": True}
        assert time.monotonic() - start < 2
        assert memory(process) < 1500 * MEBIBYTE


def tree(process: int) -> list[int]:
    """The running processes that descend from one, itself included."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(folder.name)] = int(fields[1])
    found = [process] if process in parents else []
    for one in found:
        found.extend(child for child, parent in parents.items() if parent == one)
    return found


def memory(process: int) -> int:
    """Bytes that a process and its descendants hold, shared ones counted once a process."""
    pages = 0
    for one in tree(process):
        try:
            pages += int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGE_SIZE")


HEAVY = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "cross product of values": "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(40)))} }}" for i in range(8)) + " }",
    "regular expression": "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), '(a|b|ab)*(c|d)*zzz$', 'i')) }",
    "property path": "SELECT (COUNT(*) AS ?n) { ?a (<>|!<>)* ?b . ?b (<>|!<>)* ?c }",
    "sort": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "one long string": "SELECT (GROUP_CONCAT(?c) AS ?s) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "distinct": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?g",
    "subquery": "SELECT * { { SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } } ?g ?h ?i }",
}  # fmt: skip


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_query_is_ended_in_time(attacked: httpx.Client, name: str) -> None:
    start = time.monotonic()
    answer = attacked.post("/sparql", data={"query": HEAVY[name]})
    took = time.monotonic() - start
    assert answer.status_code == 503, answer.text[:300]
    assert problem(answer, 503, "timed-out" if took > DEADLINE else "query-ended")
    assert took < DEADLINE + 0.3


def test_rows_without_end_are_cut(attacked: httpx.Client) -> None:
    start = time.monotonic()
    answer = attacked.post("/sparql", data={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert answer.json()["truncated"] == {"rows": 20_000}
    assert time.monotonic() - start < DEADLINE + 1


def test_many_heavy_queries_at_once_are_all_ended_in_time(attacked: httpx.Client) -> None:
    async def attack() -> list[float]:
        async with httpx.AsyncClient(base_url=attacked.base_url, timeout=30) as client:

            async def one(query: str) -> float:
                start = time.monotonic()
                assert (await client.post("/sparql", data={"query": query})).status_code == 503
                return time.monotonic() - start

            return await asyncio.gather(*(one(query) for query in [HEAVY["cross product"], HEAVY["sort"]] * 5))

    assert max(run_apart(attack())) < DEADLINE + 0.5


NESTED = [
    "ASK {" + "(" * 20_000,
    "SELECT * {" + "{" * 5000 + "}" * 5000 + "}",
    "ASK { FILTER(" + "!" * 20_000 + "true) }",
]


@pytest.mark.parametrize("query", NESTED)
def test_a_query_nested_too_deeply_ends_one_reader_only(attacked: httpx.Client, query: str) -> None:
    assert attacked.post("/sparql", data={"query": query}).status_code in {200, 400}


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address on loopback and what it is asked."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        is_over = threading.Event()

        def listen() -> None:
            while not is_over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(connection.recv(100))

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/data", heard
        is_over.set()
        thread.join()


REACHING = [
    "SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { FILTER(1<'>')SERVICE<ADDRESS>{ ?s ?p ?o }#')\n }",
    "SELECT * { BIND(<ADDRESS> AS ?g) SERVICE ?g { ?s ?p ?o } }",
    "SELECT * FROM <ADDRESS> { ?s ?p ?o }",
    "SELECT * FROM NAMED <ADDRESS> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <ADDRESS>",
    "LOAD <ADDRESS>",
]  # fmt: skip


@pytest.mark.parametrize("query", REACHING)
def test_nothing_outside_is_reached(attacked: httpx.Client, listener: tuple[str, list[bytes]], query: str) -> None:
    address, heard = listener
    accepted = {"accept": "application/sparql-results+json, application/n-triples"}
    answer = attacked.post("/sparql", data={"query": query.replace("ADDRESS", address)}, headers=accepted)
    assert answer.status_code == 400 or answer.text == "" or answer.json()["results"]["bindings"] == []
    attacked.get("/sparql", params={**SMALL, "default-graph-uri": address})
    attacked.post("/update", data={"update": f"LOAD <{address}>"})
    time.sleep(0.15)
    assert heard == []


def test_no_file_is_read(attacked: httpx.Client, tmp_path: Path) -> None:
    file = tmp_path / "secret.nt"
    file.write_text("<http://example.org/s> <http://example.org/p> <http://example.org/secret> .\n")
    for graph in (file.as_uri(), str(file), f"../../../..{file}"):
        params = {"query": "SELECT * { ?s ?p ?o } LIMIT 5", "default-graph-uri": graph}
        assert "secret" not in attacked.get("/sparql", params=params).text
    for path in (
        "/doc/..%2F..%2Fetc%2Fpasswd",
        "/id/%2e%2e/%2e%2e/etc/passwd",
        "/../../etc/passwd",
        "/docs/..%2f..%2fapp.py",
    ):
        answer = attacked.get(path)
        assert answer.status_code in {301, 303, 307, 404}
        assert "root:" not in answer.text


def test_a_huge_body_is_refused_before_it_is_read(attacked: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(200):
            yield b"x" * MEBIBYTE

    for headers in ({"content-length": str(200 * MEBIBYTE)}, {}):
        try:
            answer = attacked.post(
                "/sparql", headers={"content-type": "application/sparql-query", **headers}, content=endless()
            )
        except httpx.TransportError:
            continue
        problem(answer, 413, "too-large")


def test_slow_clients_do_not_keep_others_waiting(attacked: httpx.Client) -> None:
    host, port = attacked.base_url.host, attacked.base_url.port
    assert port is not None
    slow = [socket.create_connection((host, port)) for _ in range(50)]
    try:
        for number, client in enumerate(slow):
            if number % 2:
                client.sendall(b"GET /sparql?query=ASK HTTP/1.1\r\nHost: ")
            else:
                head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 9000\r\n\r\nASK"
                client.sendall(head)
        start = time.monotonic()
        assert attacked.get("/sparql", params=SMALL).status_code == 200
        assert time.monotonic() - start < 2
        slow[0].settimeout(DEADLINE + 3)
        assert b" 408 " in slow[0].recv(1000)
    finally:
        for client in slow:
            client.close()


def test_a_client_that_reads_nothing_does_not_keep_a_reader(attacked: httpx.Client) -> None:
    host, port = attacked.base_url.host, attacked.base_url.port
    assert port is not None
    query = "query=SELECT+*+%7B+%3Fa+%3Fb+%3Fc+.+%3Fd+%3Fe+%3Ff+%7D"
    lazy = []
    for _ in range(4):
        client = socket.create_connection((host, port))
        client.sendall(f"GET /sparql?{query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        lazy.append(client)
    time.sleep(DEADLINE + 0.5)
    for client in lazy:
        client.close()


INJECTIONS = [
    ("/api/queries/who-cites", {"instrument": "pp/res/197> } ; DROP ALL #"}),
    ("/api/queries/who-cites", {"instrument": "http://example.org/> } SELECT * { ?s ?p ?o"}),
    ("/api/queries/who-cites", {"instrument": "pp/res/197", "clause": 'recalls" } UNION { ?s ?p ?o } #'}),
    ("/api/queries/who-cites", {"instrument": "pp/res/197", "lang": "en' OR 1=1"}),
    ("/api/queries/who-cites", {"instrument": "pp/res/197", "extra": "?x"}),
    ("/api/queries/../../etc/passwd", {}),
    ("/api/instruments/pp/res/197> ?x/cited-by", {}),
    ("/api/stale", {"at": "2020-01-01' OR '1'='1"}),
    ("/api/stale", {"rule": "'; DROP"}),
    ("/api/path", {"from": "pp/res/197", "to": "<script>"}),
]


@pytest.mark.parametrize(("path", "params"), INJECTIONS)
def test_parameters_are_bound_and_never_pasted(attacked: httpx.Client, path: str, params: dict[str, str]) -> None:
    answer = attacked.get(path, params=params)
    assert answer.status_code in {300, 400, 404, 422}, answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
