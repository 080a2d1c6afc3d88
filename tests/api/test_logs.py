"""The log: a JSON object a line, each under its request's id, which the answer bears too; nothing asked is in it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

SERVE = (sys.executable, "-c", "from graph_service.cli import main; main()", "serve", "--port", "0")
SECRET = "a word of the query"  # noqa: S105 - no secret


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/api/queries", "/nowhere", "/update"])
def test_an_answer_bears_the_clients_id_or_a_new_one(client: httpx.Client, path: str) -> None:
    mine = str(uuid4())
    assert client.get(path, headers={"X-Request-ID": mine}).headers.get_list("x-request-id") == [mine]
    first, second = (client.get(path).headers["x-request-id"] for _ in range(2))
    assert re.fullmatch(r"[0-9a-f]{32}", first)
    assert first != second


@pytest.mark.parametrize("wrong", [b"x", b"a" * 5000, b"1; drop", "é".encode()])
def test_an_id_that_is_none_is_replaced(client: httpx.Client, wrong: bytes) -> None:
    answer = client.get("/healthz", headers={b"X-Request-ID": wrong})
    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["x-request-id"])


@pytest.mark.parametrize(("level", "lines"), [("info", 2), ("warning", 0)])
def test_each_request_is_a_line_where_that_is_wanted(store: Path, level: str, lines: int) -> None:
    mine = uuid4().hex
    environment = {**os.environ, "ITUGRAPH_LOG_LEVEL": level}
    command = (*SERVE, "--store", str(store))
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        address = re.search(r"http://\S+", process.stderr.readline())
        try:
            assert address is not None
            with httpx.Client(base_url=address[0], transport=httpx.HTTPTransport(retries=8), timeout=30) as client:
                client.get("/sparql", params={"query": f'ASK {{ ?s ?p "{SECRET}" }}'}, headers={"X-Request-ID": mine})
                client.get("/api/instruments/pp/res/197")
        finally:
            process.terminate()
        told = process.stderr.read()
    found = [json.loads(line) for line in told.splitlines()]
    assert SECRET not in told
    assert "pp/res/197" not in told
    assert len(found) == lines
    for line in found[:1]:
        assert line["request"] == mine
        assert (line["level"], line["message"], line["route"], line["status"]) == ("INFO", "request", "/sparql", 200)
        assert 0 < line["seconds"] < 30
        assert line["time"]
