"""Every kind of page as its server answers it, beside the bare query "who cites" over the same store, in turn."""

import http.client
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from graph_service.graph.queries import load_queries
from tests.bench.bench_sparql import BARE, serving
from tests.bench.measuring import ROOT, SHARED, Row, command
from tests.web.kinds import KINDS

PAGES = """
import sys
from graph_service.api.serving import server
from graph_service.cli.serving import application
from graph_service.settings import Settings
settings = Settings(store=sys.argv[1], port=int(sys.argv[2]))
server(application(settings), settings).run()
"""
LARGE = {
    "Sector with 5,000 texts": "/doc/sector/itu-t",
    "texts far down": "/texts?body=ITU-T&offset=3000",
    "many hits": "/search?q=network",
    "a Recommendation": "/doc/itu-t/rec/G.711",
}
"""Pages that only the imported records make long."""
ROUNDS = 9
MILLISECONDS = 1000


def run():
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        command("build", "--store", store)
        yield from measured("built-in data", store, KINDS, most=50)
        archives = sorted((SHARED / "corpus").glob("relaton-data-itu-*.tar.xz"))
        if archives:
            command("import", "relaton", str(archives[-1]), "--store", store)
            yield from measured("all records imported", store, {**KINDS, **LARGE}, most=100)


def measured(what, store, kinds, *, most):
    """Medians of the seconds of each kind of page and of the bare query, asked in turn after one round unmeasured."""
    query = load_queries(ROOT / "queries")["who-cites"].bind({"instrument": "pp/res/197"})
    addresses = {"": f"/sparql?{urlencode({'query': query})}", **kinds}
    times = {kind: [] for kind in addresses}
    with serving(BARE, store) as bare, serving(PAGES, store) as ours:
        for number in range(ROUNDS + 1):
            for kind, address in addresses.items():
                seconds = asked(ours if kind else bare, address)
                if number:
                    times[kind].append(seconds)
    medians = {kind: statistics.median(found) for kind, found in times.items()}
    bare_query = medians.pop("")
    whole = statistics.median(medians.values())
    slowest = max(medians, key=medians.__getitem__)
    yield Row(f"{what}: the bare query", f"{bare_query * MILLISECONDS:.1f} ms")
    yield Row(
        f"{what}: median of {len(medians)} pages, that = 1 (at most {most} ms)",
        f"{whole / bare_query:.2f} x ({whole * MILLISECONDS:.1f} ms)",
    )
    yield Row(
        f"{what}: the slowest, {slowest}",
        f"{medians[slowest] / bare_query:.2f} x ({medians[slowest] * MILLISECONDS:.1f} ms)",
    )


def asked(port, address):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    connection.request("GET", address, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    answer.read()
    seconds = time.perf_counter() - began
    connection.close()
    return seconds
