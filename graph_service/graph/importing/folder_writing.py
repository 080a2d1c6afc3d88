"""An import into a store's folder: text is made in processes and loaded in threads, into a copy that then is it."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

from graph_service.graph import iris
from graph_service.graph.embedded import EmbeddedEngine
from graph_service.graph.importing.blocks import Blocks, in_graph, trig
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
from graph_service.graph.importing.making import Ground, Made, Maker, following_blocks
from graph_service.graph.importing.prepared import Prepared
from graph_service.graph.importing.processes import Processes
from graph_service.graph.importing.reading import Progress
from graph_service.graph.importing.restanding import Change, restand, subjects_in
from graph_service.graph.importing.statements import GRAPH, named
from graph_service.graph.own_folder import OwnFolder

_RECORDS_A_TASK = 700
_LOADERS = 2


def write_into(
    engine: EmbeddedEngine, ground: Ground, origin: Origin, more: Iterable[Quad], *, workers: int, progress: Progress
) -> None:
    """Write an import into a store and derive anew. Nobody else sees the store until this is done.

    ``more`` are quads that are added as they are.
    """
    writing = _Writing(engine.store, ground, progress)
    writing.records(workers)
    writing.common(origin)
    engine.store.extend(more)


class _Writing:
    """One import being written into one store."""

    def __init__(self, store: Store, ground: Ground, progress: Progress) -> None:
        self._store = store
        self._ground = ground
        self._progress = progress
        self._outdated = Outdated(store, ground.batch, ground.kept)
        self._removed: list[Quad] = []
        self._touched: set[str] = set()
        self._written: set[str] = set()
        self._fresh = next(store.quads_for_pattern(None, None, None, GRAPH), None) is None

    def records(self, workers: int) -> None:
        """Write the records that are new or changed, and beside them what belongs to no single record."""
        total = len(self._ground.batch.prepared)
        with (
            closing(OwnFolder()) as own,
            Processes(Maker(self._ground).write, workers) as processes,
            ThreadPoolExecutor(_LOADERS) as loaders,
        ):
            tasks = [(*span, own.path / f"{span[0]}.trig") for span in _spans(self._ground.batch.prepared)]
            loads = [loaders.submit(self._load, self._common_file(own.path / "common.trig"))]
            for file, made in processes.answers(tasks):
                self._take_out(made)
                loads.append(loaders.submit(self._load, file))
                self._progress("Writing records", min((len(loads) - 1) * _RECORDS_A_TASK, total), total)
            for load in loads:
                load.result()

    def _common_file(self, file: Path) -> Path:
        ground = self._ground
        gone, supplements = supplements_change(self._store, ground.batch, ground.kept, fresh=self._fresh)
        statements = [*supplements, *common_statements(ground.batch, ground.register)]
        following = [text for _, text in following_blocks(ground.batch, ground.alone)]
        with file.open("w", encoding="utf-8", newline="\n") as texts:
            texts.writelines(trig([*Blocks().of(statements), *mentioned_blocks(ground.batch)], ground.shared))
            texts.writelines(following)
            texts.writelines(in_graph(iris.DERIVED_GRAPH, following))
        self._remove(gone)
        spoken_of = {subject.value for subject, _, _ in statements}
        spoken_of |= {named(one.edition).value for one in ground.batch.mentioned}
        self._touched |= spoken_of & ground.shared
        return file

    def common(self, origin: Origin) -> None:
        """Write the source, weigh anew the nodes that others speak of too, and what follows from what stands then."""
        old, new = origin_change(self._store, origin)
        self._remove(old)
        self._store.extend(new)
        self._touched |= subjects_in(GRAPH, new)
        self._remove(list(orphans(self._store, self._removed)))
        self._progress("Weighing sources", 0, None)
        self._apply(restand(self._store, sorted(self._touched)))
        self._apply(following_change(self._store, sorted(self._touched | self._unfollowed())))

    def _unfollowed(self) -> set[str]:
        """The instruments of written editions of which the lines did not tell what follows."""
        written = (one for one in self._ground.batch.prepared if one.settled.record.file in self._written)
        editions = [edition for one in written for edition in (one.edition, *one.settled.twins)]
        editions += [one.edition for one in self._ground.batch.mentioned]
        return {named(instrument).value for instrument in {one.instrument for one in editions} - self._ground.alone}

    def _apply(self, change: Change) -> None:
        for quad in change.removed:
            self._store.remove(quad)
        self._store.extend(change.added)

    def _take_out(self, made: list[Made]) -> None:
        """Take out what made records said before, and remember which nodes are to be weighed anew."""
        self._remove(list(self._outdated.quads(made)))
        for one in made:
            self._touched.update(one.shared)
            if one.is_said:
                self._written.add(one.file)

    def _remove(self, quads: list[Quad]) -> None:
        for quad in quads:
            self._store.remove(quad)
        self._touched |= subjects_in(GRAPH, quads)
        self._removed += quads

    def _load(self, file: Path) -> None:
        self._store.bulk_load(path=str(file), format=RdfFormat.TRIG, lenient=True)
        file.unlink()


def _spans(prepared: Sequence[Prepared]) -> Iterator[tuple[int, int]]:
    """Stretches of records, none of which ends within an instrument."""
    start = 0
    while start < len(prepared):
        end = min(start + _RECORDS_A_TASK, len(prepared))
        while end < len(prepared) and prepared[end].edition.instrument == prepared[end - 1].edition.instrument:
            end += 1
        yield start, end
        start = end
