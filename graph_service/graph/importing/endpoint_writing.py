"""An import into an endpoint: one update request a record, so that whatever ends it, whole records are there.

What the endpoint holds is mirrored in memory first, since what stands of a node depends on all who speak of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from pyoxigraph import Quad, RdfFormat, Store, parse

from graph_service.graph.engine import Engine
from graph_service.graph.importing.blocks import Block
from graph_service.graph.importing.changing import (
    Origin,
    Outdated,
    common_statements,
    mentioned_blocks,
    origin_change,
    orphans,
    supplements_change,
)
from graph_service.graph.importing.following import following_change
from graph_service.graph.importing.making import Ground, Made, Maker
from graph_service.graph.importing.reading import Progress
from graph_service.graph.importing.restanding import restand, subjects_in
from graph_service.graph.importing.state import UNFINISHED, state_quads
from graph_service.graph.importing.statements import GRAPH
from graph_service.graph.inserting import delete_data, insert_data

_QUADS_A_REQUEST = 5_000


def mirror_of(engine: Engine) -> Store:
    """Return what an engine holds, in memory."""
    store = Store()
    store.bulk_extend(engine.dump())
    return store


class EndpointWriting:
    """One import being written into one endpoint, with the mirror of it that shows what has to change."""

    def __init__(self, engine: Engine, mirror: Store, ground: Ground, progress: Progress) -> None:
        self._engine = engine
        self._mirror = mirror
        self._ground = ground
        self._progress = progress
        self._outdated = Outdated(mirror, ground.batch, ground.kept)
        self._removed: list[Quad] = []

    def write(self, origin: Origin, more: Iterable[Quad]) -> None:
        """Write the records one by one, then what belongs to none of them, and derive anew."""
        self._apply([], [UNFINISHED])
        maker, total = Maker(self._ground), len(self._ground.batch.prepared)
        for at in range(total):
            for made, blocks in maker.make(at, at + 1):
                self._record(made, blocks)
            self._progress("Writing records", at + 1, total)
        self._common(origin)
        self._apply([], list(more))
        change = following_change(self._mirror)
        for at in range(0, max(len(change.removed), len(change.added)), _QUADS_A_REQUEST):
            self._send(change.removed[at : at + _QUADS_A_REQUEST], change.added[at : at + _QUADS_A_REQUEST])
        self._apply([UNFINISHED], [])
        self._engine.flush()

    def _record(self, made: Made, blocks: Iterable[Block]) -> None:
        new = [*_quads(blocks), *state_quads([(made.file, made.kept)])]
        self._apply(list(self._outdated.quads([made])), new)

    def _common(self, origin: Origin) -> None:
        """What belongs to no record, in requests of a size that any endpoint takes."""
        ground = self._ground
        gone, supplements = supplements_change(self._mirror, ground.batch, ground.kept, fresh=False)
        statements = [*supplements, *common_statements(ground.batch, ground.register)]
        said = [*(Quad(*statement, GRAPH) for statement in statements), *_quads(mentioned_blocks(ground.batch))]
        old, new = origin_change(self._mirror, origin)
        self._in_steps([*gone, *old], [*said, *new])
        self._in_steps(list(orphans(self._mirror, self._removed)), [])

    def _in_steps(self, gone: list[Quad], new: list[Quad]) -> None:
        for at in range(0, max(len(gone), len(new)), _QUADS_A_REQUEST):
            self._apply(gone[at : at + _QUADS_A_REQUEST], new[at : at + _QUADS_A_REQUEST])

    def _apply(self, gone: list[Quad], new: list[Quad]) -> None:
        """Change what is said, and with it what stands of the same nodes, in one request."""
        added = [quad for quad in dict.fromkeys(new) if quad not in self._mirror]
        removed = [quad for quad in dict.fromkeys(gone) if quad not in set(new)]
        for quad in removed:
            self._mirror.remove(quad)
        self._mirror.extend(added)
        self._removed += removed
        change = restand(self._mirror, sorted(subjects_in(GRAPH, [*removed, *added])))
        for quad in change.removed:
            self._mirror.remove(quad)
        self._mirror.extend(change.added)
        self._send((*removed, *change.removed), (*added, *change.added))

    def _send(self, gone: Sequence[Quad], new: Sequence[Quad]) -> None:
        steps = [delete_data(gone) if gone else "", insert_data(new) if new else ""]
        if any(steps):
            self._engine.update(";\n".join(filter(None, steps)))


def _quads(blocks: Iterable[Block]) -> Iterator[Quad]:
    text = "".join(text for _, text in blocks)
    for triple in parse(BytesIO(text.encode()), format=RdfFormat.TURTLE):
        yield Quad(triple.subject, triple.predicate, triple.object, GRAPH)
