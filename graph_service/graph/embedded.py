"""The embedded engine: pyoxigraph on disk or in memory, results read whole in the thread that asked."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store, Triple

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.folder_reading import OpenFolder, open_to_read
from graph_service.graph.inserting import clear_and_insert
from graph_service.graph.rows import Rows
from graph_service.graph.swapping import put_right

Item = TypeVar("Item")


class EmbeddedEngine:
    """A pyoxigraph store behind the engine's interface; ``where`` names it in problems."""

    def __init__(self, store: Store, *, where: str, folder: OpenFolder | None = None) -> None:
        self._opened: Store | None = store
        self._folder = folder
        self._where = where

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty store that lives as long as the engine."""
        return cls(Store(), where="the store in memory")

    @classmethod
    def in_folder(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open a folder's store. Raise store-unavailable where there is none to read, or another process writes it."""
        where = str(folder)
        if not folder.exists():
            put_right(folder)
        if read_only and not (folder / "CURRENT").is_file():
            raise problem(Code.STORE_UNAVAILABLE, "there is no store", where=where, hint="run `itugraph build` first")
        try:
            if read_only:
                opened = open_to_read(folder)
                return cls(opened.store, where=where, folder=opened)
            folder.mkdir(parents=True, exist_ok=True)
            store = Store(where)
            remove_stale_loads(folder)
            return cls(store, where=where)
        except OSError as error:
            raise _unavailable(where, error) from error

    @property
    def store(self) -> Store:
        """The open store. Raise store-unavailable after `close`."""
        if self._opened is None:
            raise problem(Code.STORE_UNAVAILABLE, "it is closed", where=self._where, hint="open it again")
        return self._opened

    def select(self, query: str) -> Rows:
        """Return the whole answer of a SELECT."""
        answer = self._query(query)
        if not isinstance(answer, QuerySolutions):
            del answer  # an answer may end only in its thread, an error is carried to others
            raise _wrong_form("SELECT")
        names = tuple(variable.value for variable in answer.variables)
        rows = _whole(map(tuple, answer))
        del answer
        if isinstance(rows, OSError):
            raise _unavailable(self._where, rows)
        return Rows(variables=names, rows=rows)

    def ask(self, query: str) -> bool:
        """Return the answer of an ASK."""
        answer = self._query(query)
        if not isinstance(answer, QueryBoolean):
            del answer
            raise _wrong_form("ASK")
        return bool(answer)

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Return the whole answer of a CONSTRUCT or DESCRIBE."""
        answer = self._query(query)
        if not isinstance(answer, QueryTriples):
            del answer
            raise _wrong_form("CONSTRUCT")
        triples = _whole(answer)
        del answer
        if isinstance(triples, OSError):
            raise _unavailable(self._where, triples)
        return triples

    def _query(self, query: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        try:
            return self.store.query(query)
        except SyntaxError as error:
            raise bad_query(error) from error
        except OSError as error:
            raise _unavailable(self._where, error) from error

    def update(self, update: str) -> None:
        """Run a SPARQL update in one transaction."""
        try:
            self.store.update(update)
        except SyntaxError as error:
            raise bad_query(error) from error
        except (OSError, RuntimeError) as error:
            raise _unavailable(self._where, error) from error

    def insert(self, quads: Iterable[Quad]) -> None:
        """Add quads in one transaction."""
        try:
            self.store.extend(quads)
        except (OSError, RuntimeError) as error:
            raise _unavailable(self._where, error) from error

    def replace_graph(self, graph: NamedNode | None, triples: Iterable[Triple]) -> None:
        """Make the triples the whole content of a graph, in one transaction."""
        self.update(clear_and_insert(graph, triples))

    def bulk_load(self, path: Path) -> None:
        """Add all quads of an N-Quads file, all or none."""
        try:
            self.store.bulk_load(path=path, format=RdfFormat.N_QUADS)
        except (SyntaxError, ValueError) as error:
            hint = "write it as N-Quads"
            raise problem(Code.BAD_DATA, f"it is no N-Quads file: {error}", where=str(path), hint=hint) from error
        except OSError as error:
            raise _unavailable(self._where, error) from error

    def dump(self) -> Iterator[Quad]:
        """Yield every quad."""
        return iter(self.store)

    def flush(self) -> None:
        """Return when all that was written is on disk."""
        try:
            self.store.flush()
        except OSError as error:
            raise _unavailable(self._where, error) from error

    def close(self) -> None:
        """Drop the store, which gives its lock back."""
        self._opened = None
        if self._folder is not None:
            self._folder.close()


def remove_stale_loads(folder: Path) -> int:
    """Remove what a killed bulk load left in a store's folder and return how many files that were.

    Neither reopening nor compacting removes them. The caller holds the store's lock, so no load is running.
    """
    left = sorted(folder.glob("**/bulk-*.sst"))
    for file in left:
        file.unlink(missing_ok=True)
    return len(left)


def _whole(answer: Iterable[Item]) -> tuple[Item, ...] | OSError:
    """All that an answer yields, or why it broke off: rows are read from the folder when they are asked for.

    The failure is returned without its traceback, which would carry the answer to other threads.
    """
    try:
        return tuple(answer)
    except OSError as error:
        return error.with_traceback(None)


def bad_query(error: Exception) -> ProblemError:
    """Return the problem of a query that the parser refused, with the parser's words and position."""
    return problem(Code.BAD_QUERY, str(error), where="the query", hint="correct the query at that place")


def _wrong_form(form: str) -> ProblemError:
    return problem(Code.BAD_QUERY, f"it is not a {form} query", where="the query", hint=f"write it as a {form}")


def _unavailable(where: str, error: Exception) -> ProblemError:
    hint = "end the process that writes it, or make room and rights for it"
    return problem(Code.STORE_UNAVAILABLE, f"the store cannot be used: {error}", where=where, hint=hint)
