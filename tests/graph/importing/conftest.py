"""What the tests of imports share: a store of a few instruments to import into, and one with all sorts of records."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_service.graph.build import build
from graph_service.graph.engine import open_engine
from graph_service.graph.importing.importing import Importer, ImportReport
from graph_service.graph.iris import RUN_GRAPHS
from graph_service.graph.nquads import sorted_lines
from graph_service.lexicon.load import load_lexicons
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY
from tests.graph.endpoint import oxigraph_server
from tests.graph.importing.composed import LINE, folder_of


def quiet(_words: str, _done: int, _total: int | None) -> None:
    """Tell nobody of progress."""


def lines_of(store: Path | str) -> list[str]:
    """All quads of a store as sorted lines, without its runs."""
    engine = open_engine(store, read_only=not str(store).startswith("http"))
    try:
        return [line for line in sorted_lines(engine.dump()) if RUN_GRAPHS not in line]
    finally:
        engine.close()


@pytest.fixture(scope="session")
def importer(small):
    return Importer(register=small, lexicons=load_lexicons(), workers=2, progress=quiet)


@pytest.fixture(scope="session")
def plain(small, tmp_path_factory) -> Path:
    """A store without imports, to be copied."""
    folder = tmp_path_factory.mktemp("plain") / "store"
    build(small, TEXTS, folder, ontology=ONTOLOGY)
    return folder


@pytest.fixture
def store(plain, tmp_path) -> Path:
    """A store of one's own, without imports."""
    return Path(shutil.copytree(plain, tmp_path / "store"))


@pytest.fixture
def endpoint(plain, tmp_path) -> Iterator[str]:
    """The address of a server of one's own that holds what the store without imports holds."""
    source = open_engine(plain, read_only=True)
    quads = list(source.dump())
    source.close()
    with oxigraph_server(tmp_path / "server") as address:
        engine = open_engine(address)
        engine.insert(quads)
        engine.close()
        yield address


@pytest.fixture(scope="session")
def imported(plain, importer, tmp_path_factory) -> tuple[Path, ImportReport]:
    """A store with all composed records, only to be read, and the report of their import."""
    place = tmp_path_factory.mktemp("imported")
    folder = Path(shutil.copytree(plain, place / "store"))
    return folder, importer.run(folder_of(place / "records", LINE), str(folder))
