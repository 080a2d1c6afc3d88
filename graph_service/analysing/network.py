"""Who cites whom, each pair once: sets of neighbours, walked level by level without recursion."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_service.analysing.holdings import CitationRow

Neighbours = Mapping[str, frozenset[str]]
"""Of a node all that are one step away; a node without any is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The citations as neighbours, from text to text and from instrument to instrument.

    ``cited`` has what a text names, an edition or an undated instrument, ``citing`` the same backwards.
    ``cited_works`` has the instruments that a text names, or all editions of an instrument; ``citing_works`` the
    instruments whose texts name an edition, or any edition of an instrument.
    """

    cited: Neighbours
    citing: Neighbours
    cited_works: Neighbours
    citing_works: Neighbours


def network_of(citations: Iterable[CitationRow]) -> Network:
    """Return the network of citations."""
    cited, citing, cited_works, citing_works = (defaultdict[str, set[str]](set) for _ in range(4))
    for row in citations:
        cited[row.citing].add(row.cited)
        citing[row.cited].add(row.citing)
        cited_works[row.citing].add(row.work)
        cited_works[row.citing_work].add(row.work)
        citing_works[row.cited].add(row.citing_work)
        citing_works[row.work].add(row.citing_work)
    return Network(
        cited=_frozen(cited), citing=_frozen(citing), cited_works=_frozen(cited_works),
        citing_works=_frozen(citing_works),
    )  # fmt: skip


def levels(neighbours: Neighbours, start: str, depth: int | None = None) -> list[set[str]]:
    """Return what is reached from a node in one step, in two and no less, and so on; ``depth`` steps far, or all.

    The start itself is among them if a cycle leads back to it, as with a property path ``p+`` (SPARQL 1.1, 9.3).
    """
    found: list[set[str]] = []
    seen: set[str] = set()
    level = {start}
    while level and (depth is None or len(found) < depth):
        level = step(neighbours, level) - seen
        seen |= level
        found.append(level)
    return found


def step(neighbours: Neighbours, level: Iterable[str]) -> set[str]:
    """Return what is one step away from any of some nodes."""
    found: set[str] = set()
    found.update(*filter(None, map(neighbours.get, level)))
    return found


def _frozen(found: Mapping[str, set[str]]) -> Neighbours:
    return {node: frozenset(others) for node, others in found.items()}
