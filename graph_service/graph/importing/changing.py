"""What an import changes beside the lines of its records: what goes, who names which supplement, the source itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Store

from graph_service.graph import iris
from graph_service.graph.importing.blocks import Block, Blocks
from graph_service.graph.importing.making import Made
from graph_service.graph.importing.prepared import Batch
from graph_service.graph.importing.series import series_of
from graph_service.graph.importing.state import Kept, state_quads
from graph_service.graph.importing.statements import (
    GRAPH,
    SOURCE_ID,
    Statement,
    group_statements,
    groups_of,
    instrument_statements,
    mentioned_sentence,
    named,
    series_statements,
    supplement_statements,
)
from graph_service.graph.importing.terms import SAME_AS, SUPPLEMENTED_BY
from graph_service.graph.reading_graph import tool_version
from graph_service.graph.source_graph import one_source
from graph_service.graph.statement import about, text
from graph_service.graph.vocabulary import (
    ACTIVITY,
    EDITION_CLASS,
    EDITION_OF,
    FILE,
    LABEL,
    READING_CLASS,
    SHA256,
    TOOL_VERSION,
    TYPE,
    USED,
)
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.register import Register

LABEL_OF_SOURCE = "Bibliographic records of ITU publications (Relaton)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The folder or archive that an import read, with its checksum."""

    file: str
    sha256: str


def shared_nodes(store: Store, batch: Batch) -> frozenset[str]:
    """Return the instruments and editions of a batch that a store speaks of already: no edition without instrument."""
    lines: dict[Instrument, set[Edition]] = defaultdict(set)
    for edition in _every_edition(batch):
        lines[edition.instrument].add(edition)
    nodes = (
        named(thing)
        for instrument, editions in lines.items()
        if _is_there(store, named(instrument))
        for thing in (instrument, *editions)
    )
    return frozenset(node.value for node in nodes if _is_there(store, node))


def instruments_alone(batch: Batch, shared: frozenset[str]) -> frozenset[Instrument]:
    """Return the instruments of a batch of which a store does not speak yet."""
    instruments = {edition.instrument for edition in _every_edition(batch)}
    return frozenset(one for one in instruments if named(one).value not in shared)


def _every_edition(batch: Batch) -> Iterator[Edition]:
    for one in batch.prepared:
        yield from (one.edition, *one.settled.twins)
    yield from (one.edition for one in batch.mentioned)


def _is_there(store: Store, node: NamedNode) -> bool:
    return next(store.quads_for_pattern(node, None, None, None), None) is not None


def mentioned_blocks(batch: Batch) -> Iterator[Block]:
    """Yield what is said of the texts that are only named."""
    blocks = Blocks()
    return (blocks.sentence(*mentioned_sentence(one)) for one in batch.mentioned)


def common_statements(batch: Batch, register: Register) -> Iterator[Statement]:
    """Yield what belongs to no single record: the texts that are only named, the study groups, the series."""
    for mentioned in batch.mentioned:
        yield from instrument_statements(mentioned.edition.instrument, register)
    groups = {(one.edition.instrument.body, group) for one in batch.prepared for group in groups_of(one)}
    for sector, group in sorted(groups):
        yield from group_statements(sector, group, register)
    instruments = {edition.instrument for one in batch.prepared for edition in (one.edition, *one.settled.twins)}
    for series in sorted({series for instrument in instruments if (series := series_of(instrument))}):
        yield from series_statements(series)


def origin_quads(origin: Origin) -> Iterator[Quad]:
    """Yield the source with file and checksum, and its reading by this version of the tool."""
    node = iris.source(SOURCE_ID)
    yield from one_source(SOURCE_ID, label=LABEL_OF_SOURCE)
    yield from about(GRAPH, node, (FILE, text(origin.file)), (SHA256, text(origin.sha256)))
    yield from about(
        GRAPH, iris.thing(f"reading/{SOURCE_ID}/{tool_version()}"), (TYPE, READING_CLASS), (TYPE, ACTIVITY),
        (USED, node), (TOOL_VERSION, text(tool_version())), (LABEL, text(f"Reading of {SOURCE_ID}", "en")),
    )  # fmt: skip


def origin_change(store: Store, origin: Origin) -> tuple[list[Quad], list[Quad]]:
    """Return the quads of the source and its readings that go, and those that come."""
    nodes = {
        iris.source(SOURCE_ID),
        *(quad.subject for quad in store.quads_for_pattern(None, TYPE, READING_CLASS, GRAPH)),
    }
    said = {quad for node in nodes for quad in store.quads_for_pattern(node, None, None, GRAPH)}
    wanted = set(origin_quads(origin))
    return sorted(said - wanted, key=str), sorted(wanted - said, key=str)


def supplements_change(
    store: Store, batch: Batch, kept: Mapping[str, Kept], *, fresh: bool
) -> tuple[list[Quad], list[Statement]]:  # fmt: skip
    """Return which naming of supplements goes and which comes.

    What was named before stays where the import has not all records of the instrument.
    """
    gone: list[Quad] = []
    new: list[Statement] = []
    partly = set() if fresh else _of_absent_records(store, batch, kept)
    for instrument in {one.edition.instrument for one in batch.prepared}:
        wanted = list(supplement_statements(instrument, batch.supplements.get(instrument, ())))
        if fresh:
            new += wanted
            continue
        node = named(instrument)
        before = {quad.object: quad for quad in store.quads_for_pattern(node, SUPPLEMENTED_BY, None, GRAPH)}
        named_now = {value for _, _, value in wanted}
        new += [statement for statement in wanted if statement[2] not in before]
        if node.value not in partly:
            gone += [quad for value, quad in before.items() if value not in named_now]
    return gone, new


def _of_absent_records(store: Store, batch: Batch, kept: Mapping[str, Kept]) -> set[str]:
    """The instruments of which the store keeps a record that the import does not have."""
    files = {one.settled.record.file for one in batch.prepared}
    absent = [NamedNode(one.edition) for file, one in kept.items() if file not in files]
    quads = (quad for node in absent for quad in store.quads_for_pattern(node, EDITION_OF, None, GRAPH))
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}


class Outdated:
    """What a store says and keeps of records that say something else now, or are no more what they were."""

    def __init__(self, store: Store, batch: Batch, kept: Mapping[str, Kept]) -> None:
        self._store = store
        self._kept = kept
        self._living = {named(one.edition).value for one in batch.prepared}
        files = {one.settled.record.file for one in batch.prepared}
        self._moved = {one.edition: file for file, one in kept.items() if file not in files}

    def quads(self, made: Iterable[Made]) -> Iterator[Quad]:
        """Yield the quads that go because of some records."""
        for one in made:
            if one.is_said and one.edition in one.shared:
                yield from self._said(one.edition)
            for file in {one.file, self._moved.get(one.edition, one.file)}:
                before = self._kept.get(file)
                if before is not None:
                    yield from state_quads([(file, before)])
                    if before.edition not in self._living:
                        yield from self._said(before.edition)

    def _said(self, edition: str) -> Iterator[Quad]:
        """What is said of an edition, and of the same text under other numbers that have no records of their own."""
        node = NamedNode(edition)
        twins = [quad.object for quad in self._store.quads_for_pattern(node, SAME_AS, None, GRAPH)]
        for one in (node, *(twin for twin in twins if isinstance(twin, NamedNode))):
            if one == node or one.value not in self._living:
                yield from self._store.quads_for_pattern(one, None, None, GRAPH)


def orphans(store: Store, removed: Iterable[Quad]) -> Iterator[Quad]:
    """Yield what the source says of instruments, series and study groups that nothing it says names any more."""
    left = {quad.object for quad in removed if isinstance(quad.object, NamedNode)}
    while left:
        node = left.pop()
        said = list(store.quads_for_pattern(node, None, None, GRAPH)) if isinstance(node, NamedNode) else []
        if not said or any(quad.object == EDITION_CLASS for quad in said) or _is_named(store, node):
            continue
        for quad in said:
            store.remove(quad)
            yield quad
        left |= {quad.object for quad in said if isinstance(quad.object, NamedNode)}


def _is_named(store: Store, node: NamedNode) -> bool:
    return next(store.quads_for_pattern(None, None, node, GRAPH), None) is not None
