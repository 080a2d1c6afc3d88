"""Prepared records become text to be loaded: what the source says of each, what stands by it, and what is kept."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_service.graph.importing.blocks import Block, Blocks, in_graph, trig
from graph_service.graph.importing.dating import Days
from graph_service.graph.importing.following import Text, of_line
from graph_service.graph.importing.prepared import Batch, Prepared
from graph_service.graph.importing.settling import is_whole
from graph_service.graph.importing.state import RECORDS, Kept, state_triple
from graph_service.graph.importing.statements import Statement, instrument_statements, named, record_sentences
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What blocks are made on: the records, their checksums, what the store keeps, and what others speak of too.

    What stands of a node in ``shared`` depends on other sources: no block is made for it in the default graph.
    Of the instruments in ``alone`` nobody spoke before, so that what follows from their editions can be told here.
    """

    batch: Batch
    sums: Mapping[str, str]
    kept: Mapping[str, Kept]
    shared: frozenset[str]
    alone: frozenset[Instrument]
    register: Register


@dataclass(frozen=True, slots=True)
class Made:
    """One record made: its name and edition, what is kept of it now, and the shared nodes that it speaks of.

    ``is_said`` is False where the store has its statements already; then only ``kept`` is new.
    """

    file: str
    edition: str
    kept: Kept
    is_said: bool
    shared: tuple[str, ...]

    def __reduce__(self) -> tuple[type["Made"], tuple[object, ...]]:
        """Travel between processes as plain values."""
        return Made, (self.file, self.edition, self.kept, self.is_said, self.shared)


class Maker:
    """Makes the blocks of records, each instrument's with the first record of it that is new."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._blocks = Blocks()

    def write(self, task: tuple[int, int, Path]) -> tuple[Path, list[Made]]:
        """Write the records between two places of the batch to a file; return both."""
        start, end, path = task
        made: list[Made] = []
        said: list[Block] = []
        for one, blocks in self.make(start, end):
            made.append(one)
            said += blocks
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(trig(said, self._ground.shared))
            file.writelines(in_graph(RECORDS, (state_triple(one.file, one.kept) for one in made)))
        return path, made

    def make(self, start: int, end: int) -> Iterator[tuple[Made, list[Block]]]:
        """Yield the records between two places of the batch with what is said, but not those kept unchanged."""
        introduced: set[Instrument] = set()
        for one in self._ground.batch.prepared[start:end]:
            made = self._made(one, introduced)
            if made:
                yield made

    def _made(self, one: Prepared, introduced: set[Instrument]) -> tuple[Made, list[Block]] | None:
        record = one.settled.record
        node, sha256 = named(one.edition), self._ground.sums[record.file]
        sentences = record_sentences(one, self._ground.register)
        blocks = [self._blocks.sentence(subject, said) for subject, said in sentences]
        digest = _digest(blocks)
        before = self._ground.kept.get(record.file)
        kept = Kept(node.value, sha256, digest)
        if before == kept:
            return None
        if before and before.edition == node.value and before.digest == digest:
            return Made(file=record.file, edition=node.value, kept=kept, is_said=False, shared=()), []
        blocks += self._blocks.of(self._introduction(one, introduced))
        touched = {subject for subject, _ in blocks} & self._ground.shared
        made = Made(file=record.file, edition=node.value, kept=kept, is_said=True, shared=tuple(sorted(touched)))
        return made, blocks

    def _introduction(self, one: Prepared, introduced: set[Instrument]) -> Iterator[Statement]:
        """The instruments of a record, unless these blocks introduced them before."""
        for edition in (one.edition, *one.settled.twins):
            if edition.instrument not in introduced:
                introduced.add(edition.instrument)
                yield from instrument_statements(edition.instrument, self._ground.register)


def following_blocks(batch: Batch, alone: Iterable[Instrument]) -> Iterator[Block]:
    """Yield what follows from the editions of instruments of which nobody else speaks."""
    lines: dict[Instrument, list[Text]] = {instrument: [] for instrument in alone}
    days = [(edition, one.days) for one in batch.prepared for edition in (one.edition, *one.settled.twins)]
    for edition, its in (*days, *((one.edition, one.days) for one in batch.mentioned)):
        if edition.instrument in lines and is_whole(edition.key):
            lines[edition.instrument].append(_text(edition, its))
    blocks = Blocks()
    for instrument, texts in lines.items():
        yield from blocks.of(of_line(named(instrument), texts))


def _text(edition: Edition, days: Days) -> Text:
    earliest, latest = days.earliest, days.latest
    return Text(
        node=named(edition), earliest=earliest.isoformat() if earliest else "",
        latest=latest.isoformat() if latest else "", is_known=True, is_revision=False,
    )  # fmt: skip


def _digest(blocks: Iterable[Block]) -> str:
    return hashlib.blake2b("".join(text for _, text in blocks).encode(), digest_size=12).hexdigest()
