"""Answers over a store with all publication records, beside the plain query: stale list, search, who cites; a writer."""

import http.client
import itertools
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as px

from graph_service.analysing.answer import Window
from graph_service.analysing.library import Library
from graph_service.graph.engine import open_engine
from graph_service.graph.queries import load_queries
from graph_service.graph.vocabulary import TITLE
from graph_service.lexicon.load import load_lexicons
from graph_service.register.load import load_register
from tests.bench.bench_sparql import OURS, answered, serving
from tests.bench.measuring import ROOT, SHARED, Row, command, in_turn, ratio

DAY = "2026-11-24"
PREFIXES = """
PREFIX itu: <https://w3id.org/itu-xref/ont#>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
PAIRS = f"""{PREFIXES}
SELECT DISTINCT ?citing ?cited WHERE {{
  ?citation cito:hasCitingEntity ?citing ; itu:citedEdition ?cited .
  ?cited itu:editionOf ?work ; itu:latest ?until .
  ?newer itu:editionOf ?work ; a itu:Edition ; itu:earliest ?since .
  FILTER (?until < ?since && ?since <= "{DAY}"^^xsd:date)
  OPTIONAL {{ ?citing itu:editionOf ?own }}
  FILTER (!BOUND(?own) || ?own != ?work)
}}"""
"""Citations of an edition that a later one follows, whatever attests it; the text itself apart."""
OF_PAIRS = {"stale-at-adoption", "revised-at-same-conference", "overtaken-since"}
CONTAINS = """
SELECT DISTINCT ?work WHERE {{
  {{ ?edition itu:editionOf ?work . {{ ?edition dct:title ?text }} UNION {{ ?said itu:textOf ?edition ; dct:title ?text }} }}
  UNION {{ ?work a/rdfs:subClassOf* itu:Instrument ; rdfs:label ?text FILTER (LANG(?text) = "en") }}
  FILTER (CONTAINS(LCASE(STR(?text)), "{word}"))
}}"""
TITLES = {
    "fr": "accès aux télécommunications pour réduire la fracture numérique dans les pays en développement, étude",
    "es": "acceso a las telecomunicaciones para reducir la brecha digital en los países en desarrollo, año",
    "ru": "доступ к электросвязи для преодоления цифрового разрыва в развивающихся странах Ёмкость",
    "zh": "电信 接入 缩小 数字 鸿沟 发展 中国家 信息通信 技术 无线电",
    "ar": "النفاذ إلى الاتصالات لسد الفجوة الرقمية في البلدان النامية وتكنولوجيا المعلومات",
}
"""Words that titles are composed of in the languages that the records are not in."""
ENGLISH_ONLY = """
SELECT ?e { ?e itu:editionOf ?w ; dct:title ?t FILTER NOT EXISTS { ?e dct:title ?o FILTER (LANG(?o) != "en") } }"""
WORDS = (
    "telecommunication", "g.711", "numérique", "ÉTUDE", "telecomunicaciones", "año", "электросвязи", "ёмкость", "数字",
    "信息通信", "鸿", "الاتصالات", "الرقمية",
)  # fmt: skip
SOON = 1000


def run():
    archives = sorted((SHARED / "corpus").glob("relaton-data-itu-*.tar.xz"))
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        command("build", "--store", store)
        if archives:
            command("import", "relaton", str(archives[-1]), "--store", store)
        add_titles(store)
        dumped = Path(folder) / "stands.nt"
        px.Store.read_only(store).dump(str(dumped), px.RdfFormat.N_TRIPLES, from_graph=px.DefaultGraph())
        bare = px.Store()
        bare.load(path=str(dumped), format=px.RdfFormat.N_TRIPLES)
        yield Row("triples of what stands", f"{len(bare):,}")
        yield from stale(bare, store)
        yield from search(bare, store)
        yield from who_cites(bare, dumped)
        yield from beside_a_writer(store)


def add_titles(store):
    """Give each edition that has a title one more in another language."""
    engine, drawn = open_engine(store), random.Random(1)
    asked = engine.select(PREFIXES + ENGLISH_ONLY)
    editions = sorted({row[0].value for row in asked.rows})
    quads = []
    for edition, lang in zip(editions, itertools.cycle(TITLES), strict=False):
        words = ("" if lang == "zh" else " ").join(drawn.sample(TITLES[lang].split(), 6))
        quads.append(px.Quad(px.NamedNode(edition), TITLE, px.Literal(words, language=lang), px.DefaultGraph()))
    engine.insert(quads)
    engine.flush()
    engine.close()


def stale(bare, store):
    with serving(OURS, store, "10") as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

        def listed():
            connection.request("GET", f"/api/stale?at={DAY}&limit={SOON}")
            return connection.getresponse().read()

        found = json.loads(listed())
        assert found["next"] is None
        ours = {(one["citing"]["iri"], one["iri"]) for one in found["items"] if one["rule"] in OF_PAIRS}
        theirs = {(row["citing"].value, row["cited"].value) for row in bare.query(PAIRS)}
        assert ours <= theirs, ours - theirs
        assert all(one["newer"]["marker"] and one["newer"]["source"] and one["since"] for one in of_pairs(found))
        query, asked = in_turn(lambda: list(bare.query(PAIRS)), listed, rounds=7)
        connection.close()
    what = f"/api/stale whole ({len(found['items'])} items), pair query on bare pyoxigraph = 1 (at most 0.05)"
    yield Row(what, f"{asked / query:.4f} x ({asked * 1000:.1f} ms)")
    yield Row("pairs of both; of the query alone: named on purpose", f"{len(ours)}; {len(theirs - ours)}")


def of_pairs(found):
    return [one for one in found["items"] if one["rule"] in OF_PAIRS and one["newer"]["marker"]]


def search(bare, store):
    shelf = Library(store, load_register(ROOT / "data"), load_lexicons()).shelf()
    for word in WORDS:
        query = PREFIXES + CONTAINS.format(word=word.lower())
        theirs = {row["work"].value for row in bare.query(query)}
        ours = {hit.instrument.iri for hit in pages(shelf.search, word)}
        look_up = partial(shelf.search.search, word, Window())
        scan, index = in_turn(partial(scanned, bare, query), look_up, rounds=5)
        same = "the same" if ours == theirs else f"{len(ours - theirs)} more, {len(theirs - ours)} fewer"
        what = f"search for {word}, CONTAINS on bare pyoxigraph = 1 (at most 0.1)"
        yield Row(what, f"{index / scan:.4f} x ({len(ours)} hits, {same})")


def scanned(bare, query):
    return list(bare.query(query))


def pages(index, word):
    offset = 0
    while offset is not None:
        found = index.search(word, Window(offset=offset, limit=SOON))
        yield from found.items
        offset = found.next_offset


def who_cites(bare, dumped):
    import rdflib

    bound = load_queries(ROOT / "queries")["who-cites"].bind({"instrument": "pp/res/197"})
    graph = rdflib.Graph()
    graph.parse(str(dumped), format="nt")
    slow, fast = in_turn(lambda: list(graph.query(bound)), lambda: list(bare.query(bound)), rounds=3)
    assert len(list(graph.query(bound))) == len(list(bare.query(bound)))
    yield Row("who cites in full, all records loaded, rdflib = 1 (at least 50)", f"{ratio(slow, fast)} as fast")


WRITING = """
import sys, time
from pathlib import Path
from graph_service.graph.embedded import EmbeddedEngine
until, number = time.monotonic() + float(sys.argv[2]), 0
engine = EmbeddedEngine.in_folder(Path(sys.argv[1]))
while time.monotonic() < until:
    number += 1
    engine.update(
        "DELETE WHERE { ?s <urn:round> ?n } ; "
        f"INSERT DATA {{ <urn:a> <urn:round> {number} . <urn:b> <urn:round> {number} }}"
    )
    engine.flush()
    time.sleep(0.02)
engine.close()
print(number)
"""
"""A process that has the store open and changes it again and again, as `ingest` of many files does."""


def beside_a_writer(store, seconds=8):
    """Two readers ask a small question and one about the writer's triples, each time anew."""
    with serving(OURS, store, "10") as port:
        answered(port, "/api/stale")
        alone = [Asking(port) for _ in range(2)]
        run_for(alone, 2)
        readers = [Asking(port) for _ in range(2)]
        for reader in readers:
            reader.start()
        writing = [sys.executable, "-c", WRITING, store, str(seconds)]
        wrote = subprocess.run(writing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
        for reader in readers:
            reader.end()
    times = sorted(time for reader in readers for time in reader.times)
    bad = [answer for reader in readers for answer in reader.bad]
    what = f"{wrote} updates by another process, {len(times)} answers beside them: failed or mixed"
    yield Row(what, f"{len(bad)} {bad[:1] or ''}")
    longest = max(time for reader in alone for time in reader.times)
    what = "longest answer beside the writer (at most 100 ms), 99 of 100, longest without it"
    yield Row(what, ", ".join(f"{one * 1000:.0f} ms" for one in (times[-1], times[len(times) * 99 // 100], longest)))


class Asking(threading.Thread):
    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.times, self.bad, self.ended = port, [], [], threading.Event()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while not self.ended.is_set():
            query = urlencode({"query": f"SELECT ?n {{ ?s <urn:round> ?n }} #{id(self)}.{len(self.times)}"})
            began = time.perf_counter()
            connection.request("GET", f"/sparql?{query}", headers={"Accept": "text/csv"})
            answer = connection.getresponse()
            rounds = answer.read().split()[1:]
            self.times.append(time.perf_counter() - began)
            if answer.status != http.client.OK or len(set(rounds)) > 1:
                self.bad.append((answer.status, rounds[:40]))
        connection.close()

    def end(self):
        self.ended.set()
        self.join()


def run_for(threads, seconds):
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    for thread in threads:
        thread.end()
