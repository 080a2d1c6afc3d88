"""The handbook of rules is made from the registry, whole."""

import json

import pytest

from graph_service.checking.handbook import as_data, as_markdown, kind_of
from graph_service.checking.registry import RULES, rule_called


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_its_line_and_its_section(rule):
    text = as_markdown()
    assert f"| [{rule.id}](#{rule.id}) | {kind_of(rule)} |" in text
    assert f"\n## {rule.id}\n" in text
    assert rule.guidance in text
    assert all(example.sentence in text for example in rule.examples)


def test_a_rule_is_told_as_data():
    (told,) = json.loads(json.dumps(as_data([rule_called("future-edition")], "fr")))
    assert told["title"] == "Édition à venir"
    assert told["severity"] == {
        "draft": "warning",
        "adopted": "error",
        "since": None,
        "note": "info in a draft to the very conference that is cited",
    }
    assert told["kind"] == "verdict"
    assert {example["lang"] for example in told["examples"]} == {"en", "fr"}


def test_kinds():
    assert [kind_of(rule_called(name)) for name in ("undated", "marker-form", "waiver-lapsed")] == [
        "verdict",
        "lint",
        "notice",
    ]
