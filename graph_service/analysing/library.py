"""What answers are taken from: the snapshot of the store with its search index, made anew when the store changes."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from graph_service.analysing.aliases import Aliases
from graph_service.analysing.loading import load_snapshot
from graph_service.analysing.outdated import OutdatedReferences
from graph_service.analysing.search import SearchIndex
from graph_service.analysing.snapshot import Snapshot
from graph_service.analysing.store_version import StoreVersion
from graph_service.checking.knowledge import Knowledge
from graph_service.citing.mention import CitingText
from graph_service.errors import Code, ProblemError
from graph_service.graph.citations import stored_texts
from graph_service.graph.engine import open_engine
from graph_service.graph.lines import added_lines
from graph_service.lexicon.lexicon import Lexicon
from graph_service.register.register import Register

_TIMES = 3
"""How often a store is read whose files are taken away meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One version of the store, ready to be asked.

    ``texts`` are those that it has read, ``knowledge`` what it and the register know of editions in time.
    """

    version: str
    snapshot: Snapshot
    search: SearchIndex
    aliases: Aliases
    texts: tuple[CitingText, ...]
    knowledge: Knowledge
    outdated: OutdatedReferences


class Library:
    """The register, the words of all languages, and the shelf of the store's present version."""

    def __init__(self, store: str, register: Register, lexicons: Mapping[str, Lexicon]) -> None:
        self.register = register
        self.lexicons = lexicons
        self.version = StoreVersion(store)
        self._store = store
        self._shelf: Shelf | None = None
        self._former: Shelf | None = None
        self._loading = threading.Lock()

    def ready(self) -> Shelf | None:
        """Return the shelf if it is of the present version, without waiting."""
        shelf = self._shelf
        return shelf if shelf is not None and shelf.version == self.version.now() else None

    def shelf(self) -> Shelf:
        """Return the shelf of the present version, read now if need be. Raise store-unavailable without a store."""
        with self._loading:
            shelf = self.ready()
            if shelf is None:
                shelf = self._load()
                self._put(shelf)
            return shelf

    def close(self) -> None:
        """Let go of everything."""
        for shelf in (self._shelf, self._former):
            if shelf is not None:
                shelf.search.close()
        self._shelf = self._former = None

    def _put(self, shelf: Shelf) -> None:
        """The shelf before may still be asked; the one before that is not."""
        if self._former is not None:
            self._former.search.close()
        self._former, self._shelf = self._shelf, shelf

    def _load(self) -> Shelf:
        """Read the store; anew where a writer has taken files of it away meanwhile."""
        for _ in range(_TIMES - 1):
            try:
                return self._read()
            except ProblemError as error:
                if error.problem.code is not Code.STORE_UNAVAILABLE:
                    raise
        return self._read()

    def _read(self) -> Shelf:
        version = self.version.now(fresh=True)
        engine = open_engine(self._store, read_only=True)
        try:
            snapshot, texts = load_snapshot(engine), stored_texts(engine)
            knowledge = Knowledge(self.register, added_lines(engine))
        finally:
            engine.close()
        return Shelf(
            version=version,
            snapshot=snapshot,
            search=SearchIndex(snapshot),
            aliases=Aliases(snapshot),
            texts=texts,
            knowledge=knowledge,
            outdated=OutdatedReferences(texts, knowledge, self.lexicons),
        )
