"""Templates and pages keep their contract: each gets just the names that it uses, and prints no word of its own."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from jinja2 import nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

from graph_service.web.catalogues import SOURCE_LANGUAGE
from graph_service.web.rendering import TEMPLATES, Renderer

WEB = TEMPLATES.parent
ENVIRONMENT = Renderer((SOURCE_LANGUAGE,), "").environment(SOURCE_LANGUAGE)
EVERY_PAGE = {"ui", "names"}
"""What Renderer and Visit give to each template."""
NAMED = {"page", "text"}
"""The methods that render a template: its name among the first arguments, what it gets as keywords."""
OWN_KEYWORDS = {"status"}
PROPER = {"CSV", "JSON", "PNG", "SPARQL", "PP", "WTDC", "CS", "Res", "Rés"}
"""Words that are the same in every language: formats, and identifiers that stand as examples."""
SPOKEN_ATTRIBUTE = re.compile(r'\s(?:aria-label|placeholder|title|alt)="([^"\0]*)"')
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
_OF_JINJA = "_trans"
"""The name that a message has within itself."""
FILES = sorted(file.name for file in TEMPLATES.iterdir())


def parsed(name: str) -> nodes.Template:
    return ENVIRONMENT.parse((TEMPLATES / name).read_text(encoding="utf-8"))


@cache
def used(name: str) -> frozenset[str]:
    """The names that a template takes from outside, those of the templates that it is made of included."""
    tree = parsed(name)
    found, assigned = set(find_undeclared_variables(tree)), assigned_in(tree)
    for other in map(str, find_referenced_templates(tree)):
        found |= used(other)
        assigned |= {one.target for one in parsed(other).find_all(nodes.Import)}
    return frozenset(found - assigned - set(ENVIRONMENT.globals) - {_OF_JINJA})


def assigned_in(tree: nodes.Template) -> set[str]:
    """The names that a template imports, sets or defines."""
    imported = {one.target for one in tree.find_all(nodes.Import)} | {one.name for one in tree.find_all(nodes.Macro)}
    return imported | {one.target.name for one in tree.find_all(nodes.Assign) if isinstance(one.target, nodes.Name)}


def given() -> Iterator[tuple[str, str, set[str]]]:
    """Where a template is rendered, its name, and the names that it gets there."""
    for file in sorted(WEB.glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in NAMED:
                literals = [one.value for one in call.args if isinstance(one, ast.Constant)]
                names = [one for one in literals if isinstance(one, str) and one in FILES]
                if names:
                    place = f"{file.name}:{call.lineno}"
                    yield place, names[0], {str(one.arg) for one in call.keywords} - OWN_KEYWORDS


CALLS = tuple(given())


@pytest.mark.parametrize(("place", "name", "names"), CALLS, ids=[place for place, *_ in CALLS])
def test_a_template_gets_the_names_that_it_uses_and_no_other(place: str, name: str, names: set[str]) -> None:
    assert "None" not in names, f"{place}: names must be written out"
    assert used(name) - names - EVERY_PAGE == set()
    assert names - used(name) - EVERY_PAGE == set()


def test_every_template_is_rendered_or_a_part_of_one_that_is() -> None:
    waiting, reached = [name for _, name, _ in CALLS], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(str(other) for other in find_referenced_templates(parsed(name)))
    assert set(FILES) - reached == set()


def literals(tree: nodes.Template) -> str:
    """What a template prints as it stands, with a mark for each expression; messages are expressions by then."""
    return "".join(
        one.data if isinstance(one, nodes.TemplateData) else "\0"
        for output in tree.find_all(nodes.Output)
        for one in output.nodes
    )


@pytest.mark.parametrize("name", FILES)
def test_a_template_has_no_words_that_are_not_translated(name: str) -> None:
    text = literals(parsed(name))
    spoken = " ".join([*SPOKEN_ATTRIBUTE.findall(text), TAG.sub(" ", text)])
    assert set(WORD.findall(spoken)) - PROPER == set()


def test_a_word_of_a_template_would_be_found() -> None:
    text = literals(ENVIRONMENT.parse('<p title="Hint">{% trans %}said{% endtrans %} Plain {{ word }}</p>'))
    assert WORD.findall(TAG.sub(" ", text)) == ["Plain"]
    assert SPOKEN_ATTRIBUTE.findall(text) == ["Hint"]
