"""Neighbours and levels: the same sets as property paths, cycles included."""

import random

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_service.analysing.network import levels, network_of, step
from tests.analysing.handmade import iri, snapshot

KNOWN = snapshot("1/pp-18 > 2/pp-14", "1/pp-18 > 2/pp-14", "2/pp-18 > 3", "1/pp-14 > 4/pp-18")


def names(*known):
    return frozenset(iri(name) for name in known)


def test_each_pair_is_there_once_by_text_and_by_instrument():
    network = network_of(KNOWN.citations)
    assert network.cited[iri("1/pp-18")] == names("2/pp-14")
    assert network.citing[iri("2/pp-14")] == names("1/pp-18")
    assert network.cited_works[iri("1")] == names("2", "4")
    assert network.cited_works[iri("1/pp-18")] == names("2")
    assert network.citing_works[iri("2")] == network.citing_works[iri("2/pp-14")] == names("1")
    assert iri("2/pp-18") not in network.citing_works


@pytest.mark.parametrize(
    ("depth", "wanted"),
    [(0, []), (1, [{"b"}]), (2, [{"b"}, {"a", "c"}]), (None, [{"b"}, {"a", "c"}, set()])],
)
def test_a_level_has_what_is_new_and_a_cycle_brings_the_start_back(depth, wanted):
    circle = {"a": frozenset("b"), "b": frozenset("ac")}
    assert levels(circle, "a", depth) == wanted
    assert step(circle, ["b", "c"]) == {"a", "c"}


@pytest.mark.parametrize("seed", range(20))
def test_the_same_is_reached_as_by_a_property_path(seed):
    chance = random.Random(seed)
    nodes, cites = [NamedNode(f"http://example.org/{at}") for at in range(40)], NamedNode("http://example.org/cites")
    pairs = [(chance.choice(nodes), chance.choice(nodes)) for _ in range(30 + 3 * seed)]
    store = Store()
    store.extend(Quad(one, cites, other) for one, other in pairs)
    known = {one.value: frozenset(b.value for a, b in pairs if a == one) for one, _ in pairs}
    for node in nodes:
        found = {row[0].value for row in store.query(f"SELECT DISTINCT ?x {{ {node} {cites}+ ?x }}")}
        assert set().union(*levels(known, node.value)) == found
