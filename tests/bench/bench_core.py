"""Build, check and identify as whole processes; "who cites" beside rdflib's own store."""

import tempfile
import time
from pathlib import Path

from graph_service.graph.engine import open_engine
from graph_service.graph.queries import load_queries
from tests.bench.measuring import ROOT, SHARED, Row, command, in_turn, ratio


def run():
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        seconds, memory = command("build", "--store", store)
        yield Row("build from data/, whole process", f"{seconds:.1f} s, {memory:.0f} MiB")
        seed = SHARED / "seeds" / "wtdc22-iap24a13-res85-fr.txt"
        if seed.is_file():
            seconds, memory = command("check", str(seed), "--store", store)
            yield Row("check of the seed text, whole process", f"{seconds:.2f} s, {memory:.0f} MiB")
        seconds, memory = command("identify", "Рек. МСЭ-R SA.364-6")
        yield Row("an identifier, whole process", f"{seconds:.2f} s, {memory:.0f} MiB")
        yield from who_cites(store)


def who_cites(store):
    import rdflib

    engine = open_engine(store, read_only=True)
    query = load_queries(ROOT / "queries")["who-cites"]
    bound = query.bind({"instrument": "pp/res/197"})
    graph = rdflib.Graph()
    for triple in engine.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
        graph.parse(data=f"{triple.subject} {triple.predicate} {triple.object} .", format="nt")
    began = time.perf_counter()
    theirs = len(list(graph.query(bound)))
    slow = time.perf_counter() - began
    (fast,) = in_turn(lambda: list(engine.select(bound)), rounds=9)
    ours = len(list(engine.select(bound)))
    assert ours == theirs
    engine.close()
    yield Row(
        f"who cites pp/res/197 in full, {len(graph)} triples, rdflib = 1",
        f"{ratio(slow, fast)} as fast ({fast * 1000:.1f} ms)",
    )
