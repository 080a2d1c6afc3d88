"""The same on every engine: named queries, what answers and checks are made of, the commands, and the service."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import httpx
import pytest

from graph_service.analysing.loading import load_snapshot
from graph_service.graph.citations import stored_texts
from graph_service.graph.engine import Engine
from graph_service.graph.iris import RUN_GRAPHS
from graph_service.graph.lines import added_lines
from graph_service.graph.nquads import sorted_lines
from graph_service.graph.queries import NamedQuery, load_queries
from graph_service.share import share_folder
from tests.cli.conftest import Done, run
from tests.conftest import ROOT

QUERIES = load_queries(share_folder() / "queries")
OWN_QUERIES = load_queries(ROOT / "graph_service" / "api" / "queries")
SELECTS = {name: query for name, query in OWN_QUERIES.items() if "SELECT" in query.text}
CONSTRUCTS = {name: query for name, query in OWN_QUERIES.items() if "CONSTRUCT" in query.text}
COMMANDS = (
    ("cited-by", "pp/res/197", "--format", "json"),
    ("cited-by", "Rés. 71 (Rév. Dubaï, 2018)", "--clause", "recalls"),
    ("chain", "pp/res/197/pp-18", "--depth", "2", "--format", "json"),
    ("path", "pp/res/197", "unga/res/70-1", "--format", "json"),
    ("impact", "pp/res/71", "--at", "pp-26", "--format", "json"),
    ("why", "pp/res/197/pp-18"),
    ("query", "outdated-markers", "body=PP", "--format", "csv"),
    ("validate", "--format", "json"),
    ("export", "--no-runs"),
)
PAGES = (
    "/api/stale?at=pp-26&body=PP",
    "/api/instruments?q=broadband",
    "/api/instruments/pp/res/197/cited-by",
    "/api/instruments/pp/res/197/pp-18/chain?depth=3",
    "/api/path?from=pp/res/197&to=unga/res/70-1",
    "/api/queries/who-cites?instrument=pp/res/197",
    "/doc/pp/res/197/pp-18.nt",
)
ASKED = (
    ("SELECT ?e { ?e <https://w3id.org/itu-xref/ont#revises> ?o } ORDER BY ?e LIMIT 50", "text/csv"),
    (f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (!STRSTARTS(STR(?g), '{RUN_GRAPHS}')) }} GROUP BY ?g ORDER BY ?g", "text/csv"),
    ("ASK { GRAPH <https://w3id.org/itu-xref/id/graph/derived> { ?s ?p ?o } }", "application/sparql-results+json"),
)  # fmt: skip
TEXT = (
    "RESOLUTION 197 (Rev. Bucharest, 2022)\nThe Plenipotentiary Conference (Bucharest, 2022),\nrecalling\n"
    "a)\tResolution 71 (Rev. Dubai, 2018);\nresolves\n1\tto apply Resolution 139 (Rev. Dubai, 2018).\n"
)


def cases(query: NamedQuery) -> Iterator[Mapping[str, str]]:
    """The example of a query, and one with each of its optional parameters."""
    yield query.example()
    for parameter in query.parameters:
        if parameter.is_optional:
            yield {**query.example(), parameter.name: parameter.example}


@pytest.mark.parametrize("name", [*QUERIES, *SELECTS])
def test_a_query_gives_the_same_rows_in_the_same_order(name: str, embedded: Engine, remote: Engine) -> None:
    query = {**QUERIES, **SELECTS}[name]
    for values in cases(query):
        text = query.bind(values)
        assert remote.select(text) == embedded.select(text), values


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct_gives_the_same_triples(name: str, embedded: Engine, remote: Engine) -> None:
    text = CONSTRUCTS[name].bind(CONSTRUCTS[name].example())
    assert set(remote.construct(text)) == set(embedded.construct(text)) != set()


def test_what_answers_and_checks_are_made_of_is_the_same(embedded: Engine, remote: Engine) -> None:
    assert load_snapshot(remote) == load_snapshot(embedded)
    for proposals in (True, False):
        assert stored_texts(remote, proposals=proposals) == stored_texts(embedded, proposals=proposals)
    assert added_lines(remote) == added_lines(embedded)


@cache
def over_the_folder(folder: str, *arguments: str) -> Done:
    return run(*arguments, "--store", folder)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_a_command_says_the_same_as_over_a_folder(folder: str, address: str, arguments: tuple[str, ...]) -> None:
    there, here = run(*arguments, "--store", address), over_the_folder(folder, *arguments)
    assert there.code == here.code == 0, there.err
    assert there.out == here.out


@contextmanager
def serving(store: str) -> Iterator[str]:
    """The address of a service over a store."""
    command = [sys.executable, "-m", "graph_service.cli", "serve", "--store", store, "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        said, found = "begun", None
        while said and not found:
            said = process.stderr.readline() if process.stderr else ""
            found = re.search(r"on (http://\S+)/ ", said)
        assert found, "the service ended"
        yield found[1]
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_the_service_answers_the_same_as_over_a_folder(folder: str, address: str) -> None:
    with serving(folder) as near, serving(address) as far:
        for page in PAGES:
            here, there = (httpx.get(place + page, timeout=120) for place in (near, far))
            assert there.status_code == here.status_code == 200, there.text
            assert sorted(there.text.splitlines()) == sorted(here.text.splitlines()), page
        for query, accept in ASKED:
            here, there = (
                httpx.get(f"{place}/sparql", params={"query": query}, headers={"accept": accept}, timeout=60)
                for place in (near, far)
            )
            assert (there.status_code, there.text) == (here.status_code, here.text), query


def test_a_text_goes_in_is_checked_against_and_comes_out_again(
    address: str, embedded: Engine, remote: Engine, tmp_path: Path
) -> None:
    text, draft = tmp_path / "res-197.txt", tmp_path / "draft.txt"
    text.write_text(TEXT, encoding="utf-8")
    draft.write_text("recalling\na)\tResolution 197 (Rev. Dubai, 2018);\n", encoding="utf-8")
    for outcome in ("imported", "unchanged"):
        done = run("ingest", str(text), "--store", address, "--format", "json")
        assert (done.code, json.loads(done.out)[outcome]) == (0, 1), done.err
    cited = run("cited-by", "pp/res/71", "--store", address, "--format", "csv")
    assert "PP Resolution 197 (Rev. Bucharest, 2022)" in cited.out
    checked = run("check", str(draft), "--store", address, "--format", "csv")
    assert "197 (Rev. Bucharest, 2022)" in checked.out
    assert run("withdraw", "res-197.txt", "--store", address).code == 0
    here, there = (
        [line for line in sorted_lines(engine.dump()) if RUN_GRAPHS not in line] for engine in (embedded, remote)
    )
    assert there == here
