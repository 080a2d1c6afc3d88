"""What the tests of this room share: a store of composed texts, the service over it on loopback, a client."""

import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from graph_service.api.app import create_app
from graph_service.graph.build import build
from graph_service.register.load import load_register
from graph_service.settings import Settings
from graph_service.share import share_folder
from tests.graph.composed import TEXTS

TOKEN = "a-token-for-tests"  # noqa: S105 - no secret


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the register and the composed texts; tests only read it."""
    folder = tmp_path_factory.mktemp("api") / "store"
    share = share_folder()
    build(load_register(share / "data"), TEXTS, folder, ontology=share / "ontology")
    return folder


def settings(folder: Path, **chosen: object) -> Settings:
    return Settings.model_validate({"store": str(folder), "max_request": 20_000, "max_upload": 200_000, **chosen})


def serving(chosen: Settings) -> AbstractContextManager[str]:
    """The address of the service, until the block ends."""
    return serving_app(create_app(chosen))


@contextmanager
def serving_app(app: FastAPI) -> Iterator[str]:
    """The address of an application, in a thread of this process, until the block ends."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    with serving(settings(store, max_rows=500, query_timeout=3)) as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as found:
        yield found


def problem(answer: httpx.Response, status: int, word: str) -> dict[str, object]:
    """The problem that an answer tells of; fails unless it is this one, well-formed."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, object] = answer.json()
    assert found["status"] == status
    assert str(found["type"]).endswith(f"/problem/{word}"), found
    assert found["title"]
    assert found["detail"]
    assert found["hint"]
    return found
