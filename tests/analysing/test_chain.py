"""Chains: what is reached, how far, in both directions, cycles included; the same as property paths reach."""

import pytest

from graph_service.analysing.chain import Direction, chain, reached_from
from graph_service.analysing.snapshot import Snapshot
from graph_service.graph.engine import Engine
from tests.analysing.handmade import iri, snapshot

LINE = snapshot("1/pp-18 > 2/pp-18", "2/pp-18 > 3/pp-18", "3/pp-18 > 4/pp-18")
CYCLE = snapshot("1/pp-18 > 2/pp-18", "2/pp-18 > 3/pp-18", "3/pp-18 > 1/pp-18")
OWN = snapshot("1/pp-18 > 1/pp-18")
OLDER = snapshot("1/pp-18 > 2/pp-14", "2/pp-18 > 3/pp-14")
UNDATED = snapshot("1/pp-18 > 2", "2/pp-18 > 3")

CASES = [
    ("one_step", LINE, "1/pp-18", Direction.CITES, 1, {"1/pp-18": 0, "2/pp-18": 1}),
    ("all_steps", LINE, "1/pp-18", Direction.CITES, None, {"1/pp-18": 0, "2/pp-18": 1, "3/pp-18": 2, "4/pp-18": 3}),
    ("backwards", LINE, "3/pp-18", Direction.CITED_BY, None, {"3/pp-18": 0, "2/pp-18": 1, "1/pp-18": 2}),
    ("cycle", CYCLE, "1/pp-18", Direction.CITES, None, {"1/pp-18": 0, "2/pp-18": 1, "3/pp-18": 2}),
    ("itself", OWN, "1/pp-18", Direction.CITES, None, {"1/pp-18": 0}),
    ("editions_as_cited", OLDER, "1/pp-18", Direction.CITES, None, {"1/pp-18": 0, "2/pp-14": 1}),
    ("works_whatever_edition", OLDER, "1", Direction.CITES, None, {"1": 0, "2": 1, "3": 2}),
    ("works_backwards", OLDER, "3", Direction.CITED_BY, None, {"3": 0, "2": 1, "1": 2}),
    ("undated", UNDATED, "1/pp-18", Direction.CITES, None, {"1/pp-18": 0, "2": 1}),
    ("nothing", LINE, "4/pp-18", Direction.CITES, None, {"4/pp-18": 0}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("known", "root", "direction", "depth", "wanted"), [pytest.param(*case, id=name) for name, *case in CASES]
)
def test_a_chain_has_each_node_once_with_its_least_depth(
    known: Snapshot, root: str, direction: Direction, depth: int | None, wanted: dict[str, int]
) -> None:
    found = chain(known, iri(root), direction, depth)
    assert {node.iri: node.depth for node in found.nodes} == {iri(name): steps for name, steps in wanted.items()}
    assert found.root.iri == iri(root)


def test_a_root_that_is_reached_again_says_so() -> None:
    assert [node.again for node in chain(CYCLE, iri("1/pp-18"), Direction.CITES, None).nodes] == [True, False, False]
    assert [node.again for node in chain(OWN, iri("1/pp-18"), Direction.CITES, None).nodes] == [True]
    assert not any(node.again for node in chain(LINE, iri("1/pp-18"), Direction.CITES, None).nodes)


def test_the_edges_are_the_citations_on_the_way() -> None:
    found = chain(LINE, iri("1/pp-18"), Direction.CITES, 2)
    assert [(edge.citing.iri, edge.cited.iri) for edge in found.edges] == [
        (iri("1/pp-18"), iri("2/pp-18")),
        (iri("2/pp-18"), iri("3/pp-18")),
    ]


def test_a_very_long_chain_needs_no_recursion() -> None:
    long = snapshot(*(f"{i}/pp-18 > {i + 1}/pp-18" for i in range(3000)))
    assert len(chain(long, iri("0/pp-18"), Direction.CITES, None).nodes) == 3001


def test_the_reached_are_those_of_a_property_path(composed: Snapshot, filled: Engine) -> None:
    cites = "<https://w3id.org/itu-xref/ont#cites>"
    for root in list(composed.by_citing):
        rows = filled.select(f"SELECT DISTINCT ?x WHERE {{ <{root}> {cites}+ ?x }}")
        found = chain(composed, root, Direction.CITES, None).nodes
        reached = {row[0] for row in rows}
        assert {node.iri for node in found if node.depth or node.again} == reached
        assert reached_from(composed, root, Direction.CITES) == reached


def test_instruments_are_reached_as_by_a_property_path(composed: Snapshot, filled: Engine) -> None:
    ont = "https://w3id.org/itu-xref/ont#"
    for root in composed.by_citing_work.keys() & composed.works.keys():
        rows = filled.select(f"SELECT DISTINCT ?x WHERE {{ <{root}> (^<{ont}editionOf>/<{ont}citesWork>)+ ?x }}")
        assert reached_from(composed, root, Direction.CITES) == {row[0] for row in rows}
