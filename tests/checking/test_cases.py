"""Every case comes out as it says, every rule has cases, and no rule can be left out without a case that fails."""

import pytest

from graph_service.checking.registry import RULES
from tests.checking.cases import FOLDER, differences, load, run

CASES = load()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_comes_out_as_it_says(case, register, lexicons):
    assert differences(case, run(case, register, lexicons, RULES)) == []


def test_every_rule_has_a_case_file():
    assert {file.stem for file in FOLDER.glob("*.yaml")} == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_without_a_rule_some_case_fails(rule, register, lexicons):
    rest = [one for one in RULES if one is not rule]
    assert any(differences(case, run(case, register, lexicons, rest)) for case in CASES if case.rule == rule.id)
