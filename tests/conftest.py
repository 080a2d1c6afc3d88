"""What tests in every room need: the register and the lexicons of this checkout, loaded once; what was left out is told."""

from pathlib import Path

import pytest
from hypothesis import settings

from graph_service.lexicon.load import load_lexicons
from graph_service.register.load import load_register
from tests.graph.virtuoso import is_installed

ROOT = Path(__file__).parent.parent
# no change fails on an example that it did not bring; --hypothesis-profile=default draws new ones
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")
LONGEST_FIRST = ("engines", "web", "cli")
"""Rooms whose files take long: begun first, so that no process works on one alone at the end."""


@pytest.fixture(scope="session")
def register():
    return load_register(ROOT / "data")


@pytest.fixture(scope="session")
def lexicons():
    return load_lexicons()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long first, each whole."""
    items.sort(key=_when)


def _when(item: pytest.Item) -> int:
    room = item.path.relative_to(ROOT / "tests").parts[0]
    return LONGEST_FIRST.index(room) if room in LONGEST_FIRST else len(LONGEST_FIRST)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what this machine could not be asked."""
    if not is_installed():
        terminalreporter.write_line(
            "Virtuoso was left out: virtuoso-t is not installed, and this machine has no apt to install it with. "
            "The same questions were put to the other engines only."
        )
