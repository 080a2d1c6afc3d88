"""What the tests of this room share: the shipped register, and a store filled from it and the composed texts."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph_service.citing.mention import CitingText
from graph_service.graph.build import fill
from graph_service.graph.engine import Engine, open_engine
from graph_service.names.instrument import Instrument
from graph_service.register.load import load_register
from graph_service.register.register import Register
from graph_service.share import share_folder
from tests.graph.composed import TEXTS, resolution

ONTOLOGY = share_folder() / "ontology"


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register(share_folder() / "data")


@pytest.fixture(scope="session")
def small(register: Register) -> Register:
    """The register with the lines of a few instruments only, for tests that fill several stores."""
    lines = {instrument for text in TEXTS for instrument in _instruments(text)} | {resolution("PP", "41")}
    facts = tuple(fact for fact in register.facts if fact.edition.instrument in lines)
    return replace(register, facts=facts, in_force=register.in_force[:3], coverage=register.coverage[:3])


def _instruments(text: CitingText) -> set[Instrument]:
    own = {text.head.instrument} if text.head.instrument else set()
    return own | {mention.instrument for mention in text.mentions}


@pytest.fixture(scope="session")
def filled(register: Register) -> Iterator[Engine]:
    """A store in memory that tests only read."""
    engine = open_engine(None)
    fill(engine, register, TEXTS, ontology=ONTOLOGY)
    yield engine
    engine.close()


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary folders of one's own."""
    folder = tmp_path / "places"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
