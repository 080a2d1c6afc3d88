"""The editions that ingested and imported texts added to a store, for commands that work without one too."""

from collections.abc import Sequence
from pathlib import Path

from graph_service.graph.store_name import is_remote
from graph_service.register.edition_fact import EditionFact


def stored_lines(store: str) -> Sequence[EditionFact]:
    """Return the editions that a store has beyond the register; none where there is no store."""
    if not is_remote(store) and not Path(store).is_dir():
        return ()
    from graph_service.graph.engine import open_engine  # noqa: PLC0415 - only where a store is there
    from graph_service.graph.lines import added_lines  # noqa: PLC0415

    engine = open_engine(store, read_only=True)
    try:
        return added_lines(engine)
    finally:
        engine.close()
