"""Chains: what is reached from a text step by step, up to who cites or down to what is cited."""

from collections import defaultdict
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.chain import Chain, ChainNode, Direction
from graph_service.analysing.chain import chain as answer
from graph_service.names.iri import THINGS
from graph_service.web.links import Link
from graph_service.web.titles import Title
from graph_service.web.visit import Visit

USUAL_DEPTH = 2
MOST_DEPTH = 6
MOST_SHOWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A text of one level: its title, and the texts of the level before that lead to it, with clause and words."""

    node: ChainNode
    title: Title | None
    by: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainView:
    """What the page of a chain shows: its levels, nearest first; ``left_out`` texts are beyond what is shown."""

    of: str
    iri: str
    direction: str
    depth: int
    levels: tuple[tuple[Reached, ...], ...]
    total: int
    left_out: int
    links: tuple[Link, ...]


def chain(visit: Visit) -> Response:
    """Return the page of a chain, or the form to ask for one."""
    words = visit.asked("of")
    depth = visit.number("depth", USUAL_DEPTH, least=1, most=MOST_DEPTH)
    direction = Direction.CITED_BY if visit.asked("direction") == Direction.CITED_BY.value else Direction.CITES
    if not words:
        return visit.page("chain.html", view=None, of="", direction=direction.value, depth=depth, most=MOST_DEPTH)
    iri = visit.iri(words)
    found = answer(visit.snapshot, iri, direction, depth)
    view = _view(visit, words, found, direction, depth)
    return visit.page("chain.html", view=view, of=words, direction=direction.value, depth=depth, most=MOST_DEPTH)


def _view(visit: Visit, words: str, found: Chain, direction: Direction, depth: int) -> ChainView:
    reached = [node for node in found.nodes if node.depth > 0]
    steps = _steps(visit, found, direction)
    levels: dict[int, list[Reached]] = defaultdict(list)
    for node in reached[:MOST_SHOWN]:
        levels[node.depth].append(
            Reached(node=node, title=visit.names.title(node.iri), by=tuple(steps.get(node.iri, ())))
        )
    path = found.root.iri.removeprefix(THINGS)
    api = f"/api/instruments/{path}/chain?direction={direction.value}&depth={depth}"
    return ChainView(
        of=words,
        iri=found.root.iri,
        direction=direction.value,
        depth=depth,
        levels=tuple(tuple(levels[level]) for level in sorted(levels)),
        total=len(reached),
        left_out=max(len(reached) - MOST_SHOWN, 0),
        links=(Link(name="JSON", url=api),),
    )


def _steps(visit: Visit, found: Chain, direction: Direction) -> dict[str, list[tuple[str, str, str]]]:
    """Of each text: the texts one step nearer, the clause and the words of the citation between them."""
    depths = {node.iri: node.depth for node in found.nodes}
    whole = visit.snapshot.work_of if found.root.iri in visit.snapshot.works else str
    steps: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for edge in found.edges:
        near, far = whole(edge.citing.iri), whole(edge.cited.iri)
        if direction is Direction.CITED_BY:
            near, far = far, near
        known = {step[0] for step in steps[far]}
        if depths.get(near, 0) + 1 == depths.get(far) and near not in known:
            steps[far].append((near, edge.clause, edge.text))
    return steps
