"""A source goes out of a store, with all that it alone said: that of an import as a whole, like the import itself."""

from pathlib import Path

from pyoxigraph import Store

from graph_service.graph import ingesting
from graph_service.graph.embedded import EmbeddedEngine
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.importing.endpoint_writing import mirror_of
from graph_service.graph.importing.following import following_change
from graph_service.graph.importing.restanding import Change, restand, subjects_in
from graph_service.graph.importing.state import RECORDS
from graph_service.graph.importing.statements import GRAPH, SOURCE_ID
from graph_service.graph.importing.store_copy import changed_copy
from graph_service.graph.inserting import delete_data, insert_data
from graph_service.graph.rows import text_of
from graph_service.graph.vocabulary import FILE, IDENTIFIER

_QUADS_A_REQUEST = 5_000


def withdraw_source(store: str, named: str) -> tuple[str, int]:
    """Take what a source alone said out of a store; return its id and how many statements it made.

    A source is named by its id or by its file, as `query sources` lists them. Raise not-found for no such source.
    """
    engine = open_engine(store)
    try:
        source = _source_of(engine, named)
        statements = _size(engine) if source == SOURCE_ID else 0
        if not statements:
            return source, ingesting.withdraw(engine, source)
        if not isinstance(engine, EmbeddedEngine):
            _from_endpoint(engine)
            return source, statements
    finally:
        engine.close()
    with changed_copy(Path(store)) as copy:
        _from_store(copy.store)
    return source, statements


def _source_of(engine: Engine, named: str) -> str:
    """The id of the source that has a name as its id, else as the name of its file; the name itself for none."""
    rows = engine.select(
        f"SELECT ?source ?id ?file WHERE {{ ?source {IDENTIFIER} ?id ; {FILE} ?file }} ORDER BY ?id"
    ).rows
    known = [(text_of(identifier), text_of(file)) for _, identifier, file in rows]
    by_file = [identifier for identifier, file in known if file == named]
    return named if any(identifier == named for identifier, _ in known) or not by_file else by_file[0]


def _size(engine: Engine) -> int:
    ((size,),) = engine.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {GRAPH} {{ ?s ?p ?o }} }}")
    return int(size)


def _from_store(store: Store) -> Change:
    """Take the import out of a store and return what that changed beside its own graphs."""
    nodes = subjects_in(GRAPH, store.quads_for_pattern(None, None, None, GRAPH))
    store.remove_graph(GRAPH)
    store.remove_graph(RECORDS)
    stood = restand(store, sorted(nodes))
    _apply(store, stood)
    followed = following_change(store, sorted(nodes))
    _apply(store, followed)
    return Change((*stood.removed, *followed.removed), (*stood.added, *followed.added))


def _apply(store: Store, change: Change) -> None:
    for quad in change.removed:
        store.remove(quad)
    store.extend(change.added)


def _from_endpoint(engine: Engine) -> None:
    """Take the import out of an endpoint; its graphs last, so that what was begun can be ended by doing it again."""
    change = _from_store(mirror_of(engine))
    for at in range(0, len(change.removed), _QUADS_A_REQUEST):
        engine.update(delete_data(change.removed[at : at + _QUADS_A_REQUEST]))
    for at in range(0, len(change.added), _QUADS_A_REQUEST):
        engine.update(insert_data(change.added[at : at + _QUADS_A_REQUEST]))
    engine.update(f"DROP SILENT GRAPH {GRAPH}; DROP SILENT GRAPH {RECORDS}")
    engine.flush()
