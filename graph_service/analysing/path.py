"""How one text leads to another: all shortest ways along citations, with clause and words of each step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from graph_service.analysing.answer import CitationItem, Ref
from graph_service.analysing.holdings import CitationRow, natural
from graph_service.analysing.network import Network, step
from graph_service.analysing.snapshot import Snapshot

MOST_PATHS = 50
"""The most ways that are shown; there can be very many of one length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The shortest ways from one text to another, each a list of citations; none where there is no way."""

    from_: Ref
    to: Ref
    paths: tuple[tuple[CitationItem, ...], ...]


def paths(snapshot: Snapshot, start: str, goal: str) -> Paths:
    """Return how ``start`` leads to ``goal``, both instruments or editions.

    The way goes from instrument to instrument, since a text mostly cites editions whose own words nobody has read; of
    an edition that is named, the first step is its own and the last one cites it. Between two texts the first of
    several citations stands for all.
    """
    shown = tuple(_cited(snapshot, way) for way in islice(ways(snapshot, start, goal), MOST_PATHS))
    return Paths(from_=snapshot.ref(start), to=snapshot.ref(goal), paths=shown)


def ways(snapshot: Snapshot, start: str, goal: str) -> Iterator[tuple[str, ...]]:
    """Yield each shortest way as its texts, ``start`` and ``goal`` included; a stack and no recursion.

    It is looked for from both ends until they meet; then it goes back from the goal, where there is a way.
    """
    network = snapshot.network
    before = network.citing_works.get(goal, frozenset())
    if start in before or goal in network.cited.get(start, ()) or goal in network.cited_works.get(start, ()):
        yield start, goal
        return
    passed = _levels(network, start, before, {snapshot.work_of(start), snapshot.work_of(goal)})
    if not passed:
        return
    stack = _earlier(passed, before, len(passed) - 1, (goal,))
    while stack:
        at, way = stack.pop()
        if at:
            stack += _earlier(passed, network.citing_works[way[0]], at - 1, way)
        else:
            yield start, *way


def _levels(network: Network, start: str, last: frozenset[str], ends: set[str]) -> list[set[str]]:
    """What stands at each step of the shortest ways from the start to one of ``last``; nothing where there is none.

    The smaller of the two edges goes on. ``ends`` are not passed.
    """
    forth, back = [step(network.cited_works, [start]) - ends], [set(last) - ends]
    seen, seen_back = ends | forth[0], ends | back[0]
    while forth[-1] and back[-1]:
        if not forth[-1].isdisjoint(back[-1]):
            return _joined(network, forth, back)
        if len(forth[-1]) <= len(back[-1]):
            forth.append(step(network.cited_works, forth[-1]) - seen)
            seen |= forth[-1]
        else:
            back.append(step(network.citing_works, back[-1]) - seen_back)
            seen_back |= back[-1]
    return []


def _joined(network: Network, forth: list[set[str]], back: list[set[str]]) -> list[set[str]]:
    """The levels from both ends as one line, what leads from where they meet to the goal after it."""
    found = [*forth[:-1], forth[-1] & back[-1]]
    for level in reversed(back[:-1]):
        found.append(step(network.cited_works, found[-1]) & level)
    return found


def _earlier(
    passed: Sequence[set[str]], citing: frozenset[str], at: int, way: tuple[str, ...]
) -> list[tuple[int, tuple[str, ...]]]:
    """Each way made longer at its beginning by a text of the level before; the last in order first, as for a stack."""
    return [(at, (text, *way)) for text in sorted(passed[at] & citing, key=natural, reverse=True)]


def _cited(snapshot: Snapshot, way: tuple[str, ...]) -> tuple[CitationItem, ...]:
    return tuple(snapshot.item(_first(snapshot, text, cited)) for text, cited in pairwise(way))


def _first(snapshot: Snapshot, text: str, cited: str) -> CitationRow:
    """The first citation by a text, or by any edition of an instrument, that names an edition or an instrument."""
    rows = snapshot.by_citing_work.get(text) or snapshot.by_citing[text]
    return next(row for row in rows if cited in {row.work, row.cited})
