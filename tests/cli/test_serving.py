"""``itugraph serve`` as operators run it: two on one store, ended while they answer and while they write."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT
from tests.graph.importing.conftest import lines_of
from tests.processes import lives

TOKEN = "a-token-for-tests"  # noqa: S105 - no secret
UPDATE = {"authorization": f"Bearer {TOKEN}", "content-type": "application/sparql-update"}
COUNT = "SELECT (COUNT(*) AS ?n) { ?s <http://example.org/p> ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?b ?e FILTER (STR(?c) < STR(?e)) }"
PATIENCE = 30


@pytest.fixture
def own(store, tmp_path):
    """A store of one's own, in a folder where nothing else is."""
    return str(shutil.copytree(store, tmp_path / "place" / "store"))


@contextmanager
def serving(store, **settings):
    """The address and the process of a service over a store."""
    environment = {**os.environ, "ITUGRAPH_UPDATE_TOKEN": TOKEN, **settings}
    command = [sys.executable, "-m", "graph_service.cli", "serve", "--store", store, "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        said, found = "begun", None
        while said and not found:
            said = process.stderr.readline()
            found = re.search(r"on (http://\S+)/ ", said)
        assert found, "the service ended"
        yield found[1], process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)


def ended(process):
    """How a service ended that was asked to; no process of it is left."""
    before = descendants(process.pid)
    assert before
    process.send_signal(signal.SIGTERM)
    code = process.wait(timeout=PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while (left := [pid for pid in before if lives(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left
    return code


def descendants(pid):
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text(encoding="ascii").split()):
            found += [child, *descendants(child)]
    return found


def counted(address):
    return int(httpx.get(f"{address}/sparql", params={"query": COUNT}, headers={"accept": "text/csv"}, timeout=PATIENCE).text.split()[1])  # fmt: skip


def insertion(start, size):
    triples = " ".join(f"<http://example.org/s{number}> <http://example.org/p> {number} ." for number in range(start, start + size))  # fmt: skip
    return f"INSERT DATA {{ {triples} }}"


def test_two_services_on_one_store_see_what_either_writes(own):
    with serving(own) as (one, first), serving(own) as (other, second):
        for round_, (writer, reader) in enumerate([(one, other), (other, one), (one, other)], 1):
            done = httpx.post(f"{writer}/update", content=insertion(round_, 1), headers=UPDATE, timeout=PATIENCE)
            assert done.status_code == 204, done.text
            deadline = time.monotonic() + PATIENCE
            while counted(reader) < round_ and time.monotonic() < deadline:
                time.sleep(0.05)
            assert (counted(one), counted(other)) == (round_, round_)
            assert httpx.get(f"{reader}/api/instruments/pp/res/197", timeout=PATIENCE).status_code == 200
        assert {ended(first), ended(second)} <= {0, -signal.SIGTERM}


def test_two_services_writing_at_once_lose_nothing(own):
    """The store has one writer at a time; who comes second waits or is told to try again, and does."""
    told = []

    def write(address, start):
        for number in range(start, start + 8):
            while True:
                done = httpx.post(f"{address}/update", content=insertion(number, 1), headers=UPDATE, timeout=PATIENCE)
                told.append(done.status_code)
                if done.status_code == 204:
                    break
                assert (done.status_code, done.json()["type"].rpartition("/")[2]) == (503, "store-unavailable")
                time.sleep(0.05)

    with serving(own) as (one, _), serving(own) as (other, _):
        threads = [threading.Thread(target=write, args=work) for work in ((one, 100), (other, 200))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert told.count(204) == 16
    assert sum("example.org/p" in line for line in lines_of(own)) == 16


def test_an_answer_in_flight_is_ended_in_order(own):
    """A query that takes its time when the service is ended: an answer or a problem, and then all is over."""
    with serving(own, ITUGRAPH_QUERY_TIMEOUT="2") as (address, process):
        counted(address)
        answers = []

        def ask():
            answers.append(httpx.get(f"{address}/sparql", params={"query": SLOW}, timeout=PATIENCE))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.5)
        assert ended(process) in {0, -signal.SIGTERM}
        asking.join()
    assert [answer.status_code for answer in answers] == [503]
    assert answers[0].json()["type"].endswith("timed-out")


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.3])
def test_an_update_in_flight_is_there_whole_or_not_at_all(own, wait):
    size = 20_000
    with serving(own, ITUGRAPH_MAX_REQUEST="10000000") as (address, process):
        counted(address)
        codes = []

        def write():
            try:
                codes.append(
                    httpx.post(
                        f"{address}/update", content=insertion(0, size), headers=UPDATE, timeout=PATIENCE
                    ).status_code
                )
            except httpx.TransportError:
                codes.append(0)

        writing = threading.Thread(target=write)
        writing.start()
        time.sleep(wait)
        assert ended(process) in {0, -signal.SIGTERM}
        writing.join()
    written = sum("example.org/p" in line for line in lines_of(own))
    assert written in {0, size}
    assert written == size or codes != [204]
