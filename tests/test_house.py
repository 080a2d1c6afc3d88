"""The house keeps its own rules: layers, sizes, a test for each module, no query text in Python, no stray words."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graph_service"
MODULES = sorted(file for file in PACKAGE.rglob("*.py") if "_share" not in file.parts)
LONGEST = 300


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_the_layers_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))], ids=name)
def test_a_file_is_one_thing(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", [file for file in MODULES if file.stat().st_size], ids=name)
def test_a_module_says_what_it_holds(file):
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_no_query_text_outside_the_graph(file):
    if "graph" in file.relative_to(PACKAGE).parts[:1]:
        return
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:SELECT|CONSTRUCT|ASK)\b[^\n]*(?:WHERE\s*\{|\?\w+)", text)


def test_every_room_has_tests():
    rooms = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir() and not folder.name.startswith("_")}
    tested = {folder.name for folder in (ROOT / "tests").iterdir() if folder.is_dir()}
    assert rooms <= tested, rooms - tested


def test_every_folder_of_tests_is_a_package():
    """Two rooms may then each have a test_marker.py; without it, which one is collected is a matter of order."""
    folders = {file.parent for file in (ROOT / "tests").rglob("*.py")}
    assert not [folder.name for folder in folders if not (folder / "__init__.py").exists()]


def test_languages_are_listed_once(register, lexicons):
    assert {language.lang for language in register.languages} == set(lexicons)
