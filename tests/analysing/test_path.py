"""Ways from one text to another: all shortest ones, through instruments, in the editions that were named."""

import random

import networkx as nx
import pytest

from graph_service.analysing.path import MOST_PATHS, paths, ways
from graph_service.analysing.snapshot import Snapshot
from graph_service.graph.engine import Engine
from tests.analysing.handmade import iri, snapshot

KNOWN = snapshot(
    "1/pp-18 > 2/pp-14", "2/pp-18 > 3/pp-18", "1/pp-18 > 4/pp-18", "4/pp-18 > 3/pp-14", "3/pp-18 > 1/pp-18",
    "1/pp-14 > 5/pp-14", "1/pp-18 > 6", "6/pp-18 > 1/pp-14",
)  # fmt: skip

CASES = [
    ("1", "2", [["1/pp-18>2/pp-14"]]),
    ("1", "3", [["1/pp-18>2/pp-14", "2/pp-18>3/pp-18"], ["1/pp-18>4/pp-18", "4/pp-18>3/pp-14"]]),
    ("1/pp-18", "3/pp-14", [["1/pp-18>4/pp-18", "4/pp-18>3/pp-14"]]),
    ("1/pp-14", "5", [["1/pp-14>5/pp-14"]]),
    ("1/pp-18", "5", []),
    ("1", "1", [["1/pp-18>6", "6/pp-18>1/pp-14"]]),
    ("1", "1/pp-18", [["1/pp-18>2/pp-14", "2/pp-18>3/pp-18", "3/pp-18>1/pp-18"], ["1/pp-18>4/pp-18", "4/pp-18>3/pp-14", "3/pp-18>1/pp-18"]]),
    ("5", "1", []),
    ("2/pp-14", "3", []),
]  # fmt: skip


@pytest.mark.parametrize(("start", "goal", "wanted"), CASES)
def test_all_shortest_ways_are_found(start: str, goal: str, wanted: list[list[str]]) -> None:
    found = paths(KNOWN, iri(start), iri(goal))
    assert [[step(edge.citing.iri, edge.cited.iri) for edge in way] for way in found.paths] == wanted
    assert (found.from_.iri, found.to.iri) == (iri(start), iri(goal))


def step(citing: str, cited: str) -> str:
    return f"{citing.removeprefix(iri(''))}>{cited.removeprefix(iri(''))}"


def test_the_number_of_ways_is_bounded() -> None:
    edges = [f"0/pp-18 > a{i}/pp-18" for i in range(20)]
    edges += [f"a{i}/pp-18 > b{j}/pp-18" for i in range(20) for j in range(20)]
    edges += [f"b{j}/pp-18 > z/pp-18" for j in range(20)]
    assert len(paths(snapshot(*edges), iri("0"), iri("z")).paths) == MOST_PATHS


@pytest.mark.parametrize("seed", range(12))
def test_the_ways_are_all_shortest_paths_of_the_network(seed: int) -> None:
    chance = random.Random(seed)
    pairs = {(chance.randrange(14), chance.randrange(14)) for _ in range(12 + 3 * seed)}
    known = snapshot(*(f"{citing}/pp-18 > {cited}/pp-18" for citing, cited in sorted(pairs)))
    graph = nx.DiGraph((iri(str(citing)), iri(str(cited))) for citing, cited in pairs)
    for start in graph:
        for goal in graph:
            if start != goal:
                is_there = nx.has_path(graph, start, goal)
                wanted = {tuple(way) for way in nx.all_shortest_paths(graph, start, goal)} if is_there else set()
                assert set(ways(known, start, goal)) == wanted


def test_there_is_a_way_where_a_property_path_leads(composed: Snapshot, filled: Engine) -> None:
    ont = "https://w3id.org/itu-xref/ont#"
    ends = sorted(composed.by_citing_work.keys() | composed.by_cited_work.keys())
    found = {(start, goal): bool(paths(composed, start, goal).paths) for start in ends for goal in ends}
    assert {True, False} == set(found.values())
    for (start, goal), is_there in found.items():
        if start in composed.works:
            assert is_there == filled.ask(f"ASK {{ <{start}> (^<{ont}editionOf>/<{ont}citesWork>)+ <{goal}> }}")


def test_a_step_has_clause_and_words(composed: Snapshot) -> None:
    base = "https://w3id.org/itu-xref/id/"
    (way,) = paths(composed, base + "pp/res/64", base + "wtsa/res/99").paths
    assert [(item.clause, item.text) for item in way] == [
        ("recalls", "Resolution 197 (Rev. Dubai, 2018)"),
        ("resolves", "Resolution 99 (Dubai, 2012)"),
    ]
