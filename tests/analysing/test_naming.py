"""What people call a thing, and its IRI; other spellings of paths."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_service.analysing.library import Library, Shelf
from graph_service.analysing.naming import iri_of
from graph_service.errors import Code, ProblemError
from graph_service.graph.build import build
from graph_service.lexicon.load import load_lexicons
from graph_service.register.load import load_register
from graph_service.share import share_folder
from tests.graph.composed import TEXTS

ID = "https://w3id.org/itu-xref/id/"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder, share = tmp_path_factory.mktemp("library") / "store", share_folder()
    register = load_register(share / "data")
    build(register, TEXTS, folder, ontology=share / "ontology")
    made = Library(str(folder), register, load_lexicons())
    yield made
    made.close()


@pytest.fixture(scope="module")
def shelf(library: Library) -> Shelf:
    return library.shelf()


NAMES = [
    ("pp/res/197", "pp/res/197"),
    ("/id/pp/res/197/", "pp/res/197"),
    (ID + "pp/res/197/pp-18", "pp/res/197/pp-18"),
    ("PP/Res/197", "pp/res/197"),
    ("pp/resolution/197", "pp/res/197"),
    ("res/197", "pp/res/197"),
    ("PP Res. 197", "pp/res/197"),
    ("Resolution 197 (Rev. Dubai, 2018)", "pp/res/197/pp-18"),
    ("Rés. 71 (Rév. Dubaï, 2018)", "pp/res/71/pp-18"),
    ("Connect 2030", "programme/connect-2030"),
    ("connect 2030", "programme/connect-2030"),
    ("CS 118", "cs/no/118"),
]


@pytest.mark.parametrize(("name", "path"), NAMES)
def test_a_name_becomes_an_iri(library: Library, shelf: Shelf, name: str, path: str) -> None:
    assert iri_of(library, shelf, name) == ID + path


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nothing", Code.NOT_FOUND),
        ("pp/res/99999", Code.NOT_FOUND),
        ("https://example.org/thing", Code.NOT_FOUND),
        ("", Code.NOT_FOUND),
        ("res/50", Code.AMBIGUOUS),
        ("Res. 50", Code.AMBIGUOUS),
    ],
)
def test_a_name_of_nothing_or_several_is_a_problem(library: Library, shelf: Shelf, name: str, code: Code) -> None:
    with pytest.raises(ProblemError) as caught:
        iri_of(library, shelf, name)
    assert caught.value.problem.code is code
    assert bool(caught.value.problem.choices) == (code is Code.AMBIGUOUS)


def test_the_shelf_is_made_anew_when_the_store_is(library: Library, shelf: Shelf, tmp_path: Path) -> None:
    share = share_folder()
    folder = tmp_path / "store"
    build(library.register, (), folder, ontology=share / "ontology")
    other = Library(str(folder), library.register, library.lexicons)
    first = other.shelf()
    assert other.shelf() is first
    assert first.snapshot.citations == ()
    build(library.register, TEXTS, folder, ontology=share / "ontology")
    assert other.version.now(fresh=True) != first.version
    assert other.ready() is None
    assert len(other.shelf().snapshot.citations) == len(shelf.snapshot.citations) > 0
    other.close()
