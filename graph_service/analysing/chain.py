"""Chains of citations: everything that is reached from a text step by step, forwards or backwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph_service.analysing.answer import CitationItem, Ref
from graph_service.analysing.holdings import CitationRow, natural
from graph_service.analysing.network import Neighbours, levels
from graph_service.analysing.snapshot import Snapshot


class Direction(StrEnum):
    """Which way a chain goes: to what is cited, or to who cites."""

    CITES = "cites"
    CITED_BY = "cited-by"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainNode:
    """A text of a chain and the least number of steps to it; 0 is the root.

    A root that is reached again, by a cycle, has ``again`` True.
    """

    iri: str
    label: str
    depth: int
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What is reached from ``root``, nearest first, and the citations between what is shown."""

    root: Ref
    nodes: tuple[ChainNode, ...]
    edges: tuple[CitationItem, ...]


def chain(snapshot: Snapshot, iri: str, direction: Direction, depth: int | None) -> Chain:
    """Return the chain from a text, ``depth`` steps far, all of it for None.

    From an edition it goes from edition to edition as they are cited; from an instrument by instruments, whatever
    their editions.
    """
    reached = levels(_neighbours(snapshot, iri, direction), iri, depth)
    depths = {iri: 0}
    for steps, level in enumerate(reached, 1):
        depths |= dict.fromkeys(sorted(level - {iri}, key=natural), steps)
    again = any(iri in level for level in reached)
    nodes = (
        ChainNode(iri=node, label=snapshot.label(node), depth=steps, again=again and node == iri)
        for node, steps in depths.items()
    )
    rows = _rows(snapshot, iri, direction)
    passed = (node for node, steps in depths.items() if depth is None or steps < depth)
    edges = (snapshot.item(row) for node in passed for row in rows.get(node, ()))
    return Chain(root=snapshot.ref(iri), nodes=tuple(nodes), edges=tuple(edges))


def reached_from(snapshot: Snapshot, iri: str, direction: Direction) -> set[str]:
    """Return every text that a chain leads to, the first one too where a cycle leads back to it."""
    found: set[str] = set()
    found.update(*levels(_neighbours(snapshot, iri, direction), iri))
    return found


def _neighbours(snapshot: Snapshot, iri: str, direction: Direction) -> Neighbours:
    network = snapshot.network
    if iri in snapshot.works:
        return network.cited_works if direction is Direction.CITES else network.citing_works
    return network.cited if direction is Direction.CITES else network.citing


def _rows(snapshot: Snapshot, iri: str, direction: Direction) -> Mapping[str, tuple[CitationRow, ...]]:
    if iri in snapshot.works:
        return snapshot.by_citing_work if direction is Direction.CITES else snapshot.by_cited_work
    return snapshot.by_citing if direction is Direction.CITES else snapshot.by_cited
