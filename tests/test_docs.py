"""What people read is complete and not stale: commands, settings, rules, queries."""

from pathlib import Path

import pytest

from graph_service.checking.handbook import as_markdown
from graph_service.checking.registry import RULES
from graph_service.cli.main import COMMANDS
from graph_service.graph.queries import load_queries
from graph_service.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_handbook_of_rules_is_the_one_the_registry_makes():
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written.strip() == as_markdown().strip(), "run: itugraph rules --format markdown > docs/rules.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_a_module_with_a_help_line(name):
    module = ROOT / "graph_service" / "cli" / "commands" / f"{name.replace('-', '_')}_.py"
    assert module.is_file()
    assert COMMANDS[name].endswith(".")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_says_what_it_is(name):
    assert Settings.model_fields[name].description


@pytest.mark.parametrize("name", ["store", "host", "port", "query_timeout", "update_token"])
def test_what_an_operator_sets_first_is_in_the_readme(name):
    assert f"ITUGRAPH_{name.upper()}" in README


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_in_the_handbook(rule):
    assert f"## {rule.id}" in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_every_query_says_what_it_answers():
    for query in load_queries(ROOT / "queries").values():
        assert query.summary, query.name
        assert all(one.about for one in query.columns), query.name
