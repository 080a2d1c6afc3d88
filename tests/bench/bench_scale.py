"""Ten times the register: what a build, lookups and chains cost then, that of the register as it is = 1, in turn."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph_service.analysing.chain import Direction, reached_from
from graph_service.analysing.citing import CitationFilter, Window, cited_by
from graph_service.analysing.loading import load_snapshot
from graph_service.analysing.path import ways
from graph_service.graph.engine import open_engine
from graph_service.graph.queries import load_queries
from tests.bench.measuring import ROOT, Row, in_turn, ratio
from tests.bench.tenfold import tenfold

ROUNDS, ASKED = 2, 40
BUILD = """
import sys
from pathlib import Path
from graph_service.citing.stored import read_citations
from graph_service.graph.build import build
from graph_service.graph.queries import load_queries
from graph_service.register.load import load_register
from graph_service.share import share_folder
data, share = Path(sys.argv[1]), share_folder()
queries = load_queries(share / "queries").values()
build(load_register(data), read_citations(data), sys.argv[2], ontology=share / "ontology", queries=queries)
"""


def run():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {"once": ROOT / "data", "ten times": tenfold(ROOT / "data", folder / "data")}
        seconds = {what: [] for what in sources}
        for _ in range(ROUNDS):
            for what, data in sources.items():
                seconds[what].append(built(data, folder / what))
        for at, what in enumerate(("seconds", "seconds of processor")):
            once, ten = (min(taken[at] for taken in one) for one in seconds.values())
            yield Row(f"build as a whole process (at most 12), {what}", f"{ratio(ten, once)} ({once:.1f}, {ten:.1f})")
        small, large = (Asked(folder / what) for what in sources)
        for what, question in QUESTIONS.items():
            once, ten = least(question, small, large)
            yield Row(f"{what} (at most 1.5)", f"{ratio(ten, once)} ({once / len(small.works) * 1e6:.0f} us each)")


def built(data, store):
    """Seconds of a build, and seconds of processor, which a busy machine changes less."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(data), str(store)], cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0
    return time.perf_counter() - began, used.ru_utime + used.ru_stime


def least(question, *asked):
    """The least seconds of a question to each, in turn: what disturbs only ever adds."""
    seconds = [[] for _ in asked]
    for _ in range(ASKED):
        for one, taken in zip(asked, seconds, strict=True):
            taken.extend(in_turn(lambda: question(one), rounds=1))  # noqa: B023 - asked at once
    return [min(taken) for taken in seconds]


class Asked:
    """A store on disk and its snapshot, and the texts that are asked for: those that are in both stores."""

    def __init__(self, store):
        self.engine = open_engine(store, read_only=True)
        self.snapshot = load_snapshot(self.engine)
        self.who_cites = load_queries(ROOT / "queries")["who-cites"]
        known = self.snapshot.network.cited_works
        self.works = sorted(iri for iri in known if iri in self.snapshot.works and len(iri.rpartition("/")[2]) < 4)[:50]

    def by_iri(self):
        for iri in self.works:
            assert self.engine.select(f"SELECT ?p ?o WHERE {{ <{iri}> ?p ?o }}").rows

    def cited_by_query(self):
        for iri in self.works:
            self.engine.select(self.who_cites.bind({"instrument": iri}))

    def cited_by_answer(self):
        for iri in self.works:
            cited_by(self.snapshot, iri, CitationFilter(), Window())

    def reached(self):
        for iri in self.works:
            reached_from(self.snapshot, iri, Direction.CITES)

    def ways(self):
        for start, goal in zip(self.works, reversed(self.works), strict=True):
            next(ways(self.snapshot, start, goal), None)


QUESTIONS = {
    "a thing by its IRI, on disk": Asked.by_iri,
    "who cites, the query, on disk": Asked.cited_by_query,
    "who cites, the answer of API and page": Asked.cited_by_answer,
    "all that a text leads to": Asked.reached,
    "from one text to another": Asked.ways,
}
