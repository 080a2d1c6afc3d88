"""Records of a publisher go into a store: all of a folder or archive, or nothing; what is unchanged is left alone."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from graph_service.errors import Code, problem
from graph_service.graph.engine import open_engine
from graph_service.graph.importing.changing import Origin, instruments_alone, shared_nodes
from graph_service.graph.importing.endpoint_writing import EndpointWriting, mirror_of
from graph_service.graph.importing.files import RecordFile, checksum_of, open_package
from graph_service.graph.importing.folder_writing import write_into
from graph_service.graph.importing.making import Ground
from graph_service.graph.importing.naming import Namer
from graph_service.graph.importing.prepared import Batch, prepare
from graph_service.graph.importing.reading import Progress, Reading, read_files, sums_of
from graph_service.graph.importing.state import Kept, is_unfinished, read_state
from graph_service.graph.importing.store_copy import changed_copy, remove_leftovers
from graph_service.graph.store_name import is_remote
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, NotAPathError, parse
from graph_service.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A record that was not taken, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did: records read, taken, left as unchanged, refused; the instruments and editions of them."""

    read: int
    imported: int
    unchanged: int
    refused: tuple[Refusal, ...]
    instruments: int
    editions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """What an import works with: the register, the words of all languages, how many processes, who is told of it."""

    register: Register
    lexicons: Mapping[str, Lexicon]
    workers: int
    progress: Progress

    def run(self, path: Path, store: str, more: Sequence[Quad] = ()) -> ImportReport:
        """Import the records of a folder or archive; ``more`` are quads to add if anything changes.

        Raise unreadable-file for what holds no record, store-unavailable for a store that cannot be written.
        """
        with _without_collecting():
            engine = open_engine(store, read_only=True)
            try:
                kept, unfinished = read_state(engine), is_unfinished(engine)
            finally:
                engine.close()
            return _Run(self, path, kept).into(store, more, unfinished=unfinished)


class _Run:
    """One import of one package into a store that keeps what it keeps of earlier ones."""

    def __init__(self, importer: Importer, path: Path, kept: Mapping[str, Kept]) -> None:
        self._importer = importer
        self._path = path
        self._package = open_package(path)
        self._kept = kept
        self._namer = Namer(importer.register, importer.lexicons)
        self._sums: dict[str, str] = {}
        self._count = 0

    def into(self, store: str, more: Sequence[Quad], *, unfinished: bool) -> ImportReport:
        """Read what is new; if any of it is a record, prepare all records together and write what changed.

        What an ``unfinished`` import left undone is done even if nothing is new.
        """
        readings = self._read_files(self._new_files())
        if not self._count:
            hint = "name a folder, a tar archive or a zip file of Relaton records"
            raise problem(Code.UNREADABLE_FILE, "it holds no records", where=str(self._path), hint=hint)
        refused = [(one.file, one.reason) for one in readings if one.record is None]
        batch = Batch(prepared=(), mentioned=(), supplements={}, refused=())
        if len(refused) < len(readings) or unfinished:
            batch = self._prepared([*readings, *self._read_files(self._unchanged_files())])
            self._write(batch, store, more)
        elif not is_remote(store):
            remove_leftovers(Path(store))
        return self._report(batch, [*refused, *batch.refused])

    def _new_files(self) -> Iterator[tuple[RecordFile, str]]:
        for file, digest in sums_of(self._package.read()):
            self._count += 1
            self._sums[file.name] = digest
            if not self._is_kept(file.name, digest):
                yield file, digest

    def _unchanged_files(self) -> Iterator[tuple[RecordFile, str]]:
        """The files that were left alone, read after all since others changed: texts are told from one another."""
        if any(self._is_kept(file, digest) for file, digest in self._sums.items()):
            for file, digest in sums_of(self._package.read()):
                if self._is_kept(file.name, digest):
                    yield file, digest

    def _is_kept(self, file: str, digest: str) -> bool:
        before = self._kept.get(file)
        return before is not None and before.sha256 == digest

    def _read_files(self, files: Iterable[tuple[RecordFile, str]]) -> list[Reading]:
        importer = self._importer
        return read_files(
            files, self._namer, workers=importer.workers, progress=importer.progress, total=self._package.total
        )

    def _prepared(self, readings: Iterable[Reading]) -> Batch:
        named = [(one.record, one.name) for one in readings if one.record and one.name]
        files = {record.file for record, _ in named}
        known = [edition for file, kept in self._kept.items() if file not in files and (edition := _edition(kept))]
        return prepare(named, self._namer, self._importer.register, known)

    def _write(self, batch: Batch, store: str, more: Sequence[Quad]) -> None:
        importer = self._importer
        origin = Origin(file=self._package.name, sha256=checksum_of(self._path, iter(self._sums.items())))
        if is_remote(store):
            self._write_to_endpoint(batch, origin, store, more)
            return
        with changed_copy(Path(store)) as engine:
            if read_state(engine) != self._kept:
                what = "another process imported into the store at the same time"
                raise problem(Code.STORE_UNAVAILABLE, what, where=store, hint="run the command again")
            shared = shared_nodes(engine.store, batch)
            ground = self._ground(batch, shared, frozenset() if self._kept else instruments_alone(batch, shared))
            write_into(engine, ground, origin, more, workers=importer.workers, progress=importer.progress)

    def _write_to_endpoint(self, batch: Batch, origin: Origin, store: str, more: Sequence[Quad]) -> None:
        engine = open_engine(store)
        try:
            mirror = mirror_of(engine)
            ground = self._ground(batch, shared_nodes(mirror, batch), frozenset())
            EndpointWriting(engine, mirror, ground, self._importer.progress).write(origin, more)
        finally:
            engine.close()

    def _ground(self, batch: Batch, shared: frozenset[str], alone: frozenset[Instrument]) -> Ground:
        return Ground(
            batch=batch, sums=self._sums, kept=self._kept, shared=shared, alone=alone,
            register=self._importer.register,
        )  # fmt: skip

    def _report(self, batch: Batch, refused: list[tuple[str, str]]) -> ImportReport:
        unchanged = {file for file, digest in self._sums.items() if self._is_kept(file, digest)}
        editions = {one.settled.record.file: one.edition for one in batch.prepared}
        kept = {file: edition for file in unchanged - set(editions) if (edition := _edition(self._kept[file]))}
        held = {*editions.values(), *kept.values()}
        return ImportReport(
            read=self._count,
            imported=len(set(editions) - unchanged),
            unchanged=len(unchanged),
            refused=tuple(Refusal(file=file, reason=reason) for file, reason in sorted(refused)),
            instruments=len({edition.instrument for edition in held}),
            editions=len(held),
        )


def _edition(kept: Kept) -> Edition | None:
    """The edition that the store keeps a record of."""
    try:
        found = parse(kept.edition.removeprefix(THINGS))
    except NotAPathError:
        return None
    return found if isinstance(found, Edition) else None


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let nothing be collected while millions of values are made that all live to the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
