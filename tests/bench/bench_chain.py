"""Chains beside property paths on bare pyoxigraph over the same data: the same sets, the same answers, in turn."""

import random
import tempfile
from pathlib import Path

from pyoxigraph import DefaultGraph, Store

from graph_service.analysing.chain import Direction, reached_from
from graph_service.analysing.loading import load_snapshot
from graph_service.analysing.path import paths, ways
from graph_service.graph.engine import open_engine
from tests.bench.measuring import Row, command, in_turn, ratio

ONT = "https://w3id.org/itu-xref/ont#"
BY_EDITION = f"<{ONT}cites>+"
BY_WORK = f"(^<{ONT}editionOf>/<{ONT}citesWork>)+"
ROUNDS = 15


def run():
    with tempfile.TemporaryDirectory() as name:
        folder = str(Path(name) / "store")
        command("build", "--store", folder)
        engine = open_engine(folder, read_only=True)
        snapshot, bare = load_snapshot(engine), Store()
        bare.bulk_extend(engine.store.quads_for_pattern(None, None, None, DefaultGraph()))
    editions = sorted(iri for iri in snapshot.network.cited if iri in snapshot.editions)
    works = sorted(iri for iri in snapshot.network.cited_works if iri in snapshot.works)
    yield from all_reached(snapshot, bare, "edition to edition", editions, BY_EDITION)
    yield from all_reached(snapshot, bare, "instrument to instrument", works, BY_WORK)
    yield from led_to(snapshot, bare, works, sorted(set(snapshot.network.citing_works) & set(snapshot.works)))


def all_reached(snapshot, bare, what, starts, steps):
    def walked():
        return [reached_from(snapshot, start, Direction.CITES) for start in starts]

    def queried():
        queries = (f"SELECT DISTINCT ?x {{ <{start}> {steps} ?x }}" for start in starts)
        return [{row[0].value for row in bare.query(query)} for query in queries]

    found = walked()
    assert found == queried()
    mine, theirs = in_turn(walked, queried, rounds=ROUNDS)
    most, cycles = max(map(len, found)), sum(start in reached for start, reached in zip(starts, found, strict=True))
    yield Row(
        f"all reached from {what}, p+ = 1 (at most 0.10)",
        f"{ratio(mine, theirs)} ({len(starts)} starts, up to {most} texts, {cycles} in cycles)",
    )


def led_to(snapshot, bare, starts, goals):
    chance = random.Random(197)
    pairs = [(chance.choice(starts), chance.choice(goals)) for _ in range(400)]

    def walked():
        return [next(ways(snapshot, start, goal), None) is not None for start, goal in pairs]

    def told():
        return [bool(paths(snapshot, start, goal).paths) for start, goal in pairs]

    def queried():
        return [bool(bare.query(f"ASK {{ <{start}> {BY_WORK} <{goal}> }}")) for start, goal in pairs]

    found = walked()
    assert found == told() == queried()
    mine, full, theirs = in_turn(walked, told, queried, rounds=ROUNDS)
    pair = f"{len(pairs)} pairs, {sum(found)} with a way"
    yield Row("A to B, a shortest way, ASK of p+ = 1 (at most 0.05)", f"{ratio(mine, theirs)} ({pair})")
    yield Row("A to B, all shortest ways with clause and words", ratio(full, theirs))
