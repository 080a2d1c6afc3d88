"""One store of the shipped data for each engine, built by the command as people do, and only read by most tests."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from graph_service.graph.engine import Engine, open_engine
from tests.cli.conftest import run
from tests.graph.servers import SERVERS


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The embedded store."""
    place = str(tmp_path_factory.mktemp("engines") / "store")
    _build(place)
    return place


@pytest.fixture(scope="package")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The stores of the servers by name."""
    with ExitStack() as running:
        found = {
            name: running.enter_context(serve(tmp_path_factory.mktemp("served") / name))
            for name, serve in SERVERS.items()
        }
        for address in found.values():
            _build(address)
        yield found


@pytest.fixture(params=SERVERS, scope="package")
def address(request: pytest.FixtureRequest, addresses: dict[str, str]) -> str:
    return addresses[request.param]


@pytest.fixture(scope="package")
def embedded(folder: str) -> Iterator[Engine]:
    opened = open_engine(folder, read_only=True)
    yield opened
    opened.close()


@pytest.fixture
def remote(address: str) -> Iterator[Engine]:
    opened = open_engine(address)
    yield opened
    opened.close()


def _build(store: str) -> None:
    done = run("build", "--store", store)
    assert done.code == 0, done.err
