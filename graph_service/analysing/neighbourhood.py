"""The graph around a text: the editions near it, nearest and most cited first, and the citations among them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_service.analysing.facets import body_of
from graph_service.analysing.holdings import CitationRow, natural
from graph_service.analysing.snapshot import Snapshot

MOST_NODES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A node: an edition, or an instrument or programme that is cited without one; ``depth`` 0 is the text itself."""

    iri: str
    work: str
    body: str
    year: int | None
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """All citations of one node by another with their clauses; or, if ``is_revision``, one edition after another."""

    start: str
    goal: str
    clauses: tuple[str, ...]
    rows: tuple[CitationRow, ...]
    is_revision: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """What stands around a text; ``left_out`` texts are as near and not shown."""

    centre: str
    nodes: tuple[Near, ...]
    edges: tuple[Edge, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is asked for: how many steps, which texts' neighbours beside, of which clause and body; None means any."""

    depth: int = 1
    also: tuple[str, ...] = ()
    clause: str | None = None
    body: str | None = None
    most: int = MOST_NODES


def neighbourhood(snapshot: Snapshot, iri: str, asked: Around) -> Neighbourhood:
    """Return the graph around an instrument, all its editions being its middle, or around one edition."""
    middle = _own(snapshot, iri)
    depths = dict.fromkeys(middle, 0)
    edge_level: Sequence[str] = middle
    left_out = 0
    for step in range(1, asked.depth + 1):
        seeds = (
            (*edge_level, *(one for also in asked.also for one in _own(snapshot, also))) if step == 1 else edge_level
        )
        for seed in seeds:
            depths.setdefault(seed, step)
        found = _next(snapshot, seeds, asked, depths)
        free = max(asked.most - len(depths), 0)
        left_out = len(found[free:])
        depths |= dict.fromkeys(found[:free], step)
        edge_level = found[:free]
    nodes = tuple(_node(snapshot, one, depth) for one, depth in depths.items())
    return Neighbourhood(centre=iri, nodes=nodes, edges=_edges(snapshot, depths, asked), left_out=left_out)


def _own(snapshot: Snapshot, iri: str) -> tuple[str, ...]:
    """The editions of an instrument that cite or are cited, the instrument itself where it is cited undated."""
    work = snapshot.works.get(iri)
    if work is None:
        return (iri,)
    known = [one for one in work.editions if one in snapshot.by_citing or one in snapshot.by_cited]
    undated = [iri] if iri in snapshot.by_cited else []
    return (*undated, *known) or (work.latest or iri,)


def _next(snapshot: Snapshot, level: Iterable[str], asked: Around, known: Mapping[str, int]) -> list[str]:
    """The texts one step further, those with most citations first."""
    counts: Counter[str] = Counter()
    for node in level:
        for row in snapshot.by_citing.get(node, ()):
            if _fits(snapshot, row, row.work, asked):
                counts[row.cited] += 1
        for row in snapshot.by_cited.get(node, ()):
            if _fits(snapshot, row, row.citing_work, asked):
                counts[row.citing] += 1
    found = [iri for iri in counts if iri not in known]
    return sorted(found, key=lambda iri: (-_weight(snapshot, iri), natural(iri)))


def _fits(snapshot: Snapshot, row: CitationRow, other: str, asked: Around) -> bool:
    return asked.clause in {None, row.clause} and (asked.body is None or asked.body == body_of(snapshot, other))


def _weight(snapshot: Snapshot, iri: str) -> int:
    return len(snapshot.by_cited.get(iri, ())) + len(snapshot.by_citing.get(iri, ()))


def _edges(snapshot: Snapshot, shown: Mapping[str, int], asked: Around) -> tuple[Edge, ...]:
    found: dict[tuple[str, str], list[CitationRow]] = defaultdict(list)
    for node in shown:
        for row in snapshot.by_citing.get(node, ()):
            if row.cited in shown and row.cited != node and asked.clause in {None, row.clause}:
                found[node, row.cited].append(row)
    cited = [
        Edge(start=start, goal=goal, clauses=tuple(dict.fromkeys(row.clause for row in rows)), rows=tuple(rows))
        for (start, goal), rows in found.items()
    ]
    return (*cited, *_revisions(snapshot, shown))


def _revisions(snapshot: Snapshot, shown: Mapping[str, int]) -> Iterable[Edge]:
    """The steps of each line of editions, from one that is shown to the next that is."""
    lines: dict[str, list[str]] = defaultdict(list)
    for work in dict.fromkeys(snapshot.work_of(one) for one in shown):
        known = snapshot.works.get(work)
        lines[work] = [one for one in known.editions if one in shown] if known else []
    for line in lines.values():
        for older, newer in pairwise(line):
            yield Edge(start=newer, goal=older, clauses=(), rows=(), is_revision=True)


def _node(snapshot: Snapshot, iri: str, depth: int) -> Near:
    edition = snapshot.editions.get(iri)
    work = edition.work if edition else iri
    return Near(iri=iri, work=work, body=body_of(snapshot, work), year=edition.year if edition else None, depth=depth)
