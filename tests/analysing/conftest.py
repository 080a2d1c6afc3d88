"""A snapshot of the composed texts, and a small one made by hand, for the tests of this room."""

from collections.abc import Iterator

import pytest

from graph_service.analysing.loading import load_snapshot
from graph_service.analysing.snapshot import Snapshot
from graph_service.graph.build import fill
from graph_service.graph.engine import Engine, open_engine
from graph_service.register.load import load_register
from graph_service.share import share_folder
from tests.graph.composed import TEXTS


@pytest.fixture(scope="session")
def filled() -> Iterator[Engine]:
    """A store in memory with the register and the composed texts."""
    engine = open_engine(None)
    share = share_folder()
    fill(engine, load_register(share / "data"), TEXTS, ontology=share / "ontology")
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def composed(filled: Engine) -> Snapshot:
    return load_snapshot(filled)
