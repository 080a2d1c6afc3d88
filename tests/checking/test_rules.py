"""The registry is whole, each rule tells what a person must know, and its examples come out as they say."""

import re
from pathlib import Path

import pytest

import graph_service.checking.rules as package
from graph_service.checking.registry import LINTS, NOTICES, RULES, STALE, VERDICTS, rule_called
from graph_service.checking.rule import Grade, Setting
from tests.checking.reading import checked, document

MODULES = {file.stem for file in Path(package.__file__).parent.glob("[a-z]*.py")}
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
PRECEDENCE = [
    "wrong-body",
    "wrong-conference",
    "future-edition",
    "no-such-edition",
    "historical",
    "instrument-suppressed",
    "recommendation-withdrawn",
    "revised-at-same-conference",
    "stale-at-adoption",
    "programme-superseded",
    "recommendation-superseded",
    "overtaken-since",
    "undated",
    "edition-unknown",
    "currency-unknown",
    "current",
]
LINT_IDS = ["marker-form", "title-drift", "inconsistent", "provision-mismatch", "renamed-body", "dangling-internal"]


def test_verdicts_stand_in_the_order_of_precedence():
    assert [rule.id for rule in VERDICTS] == PRECEDENCE


def test_lints_and_notices_are_those_of_the_design():
    assert [rule.id for rule in (*LINTS, *NOTICES)] == [*LINT_IDS, "waiver-lapsed"]


def test_each_rule_is_one_file():
    assert {rule.id.replace("-", "_") for rule in RULES} == MODULES


def test_what_is_stale_is_a_verdict():
    assert set(STALE) <= set(PRECEDENCE)


def test_a_rule_is_found_by_its_id():
    assert rule_called("undated").title == "No edition named"
    assert rule_called("dated") is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_tells_what_a_person_must_know(rule):
    assert all(len(words.split()) > 2 for words in (rule.what, rule.why, rule.guidance))
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_in_two_languages_for_and_against(rule):
    against = {example.lang for example in rule.examples if not example.finds}
    positive = {example.lang for example in rule.examples if example.finds}
    assert rule.id == "current" or len(positive) >= 2
    assert rule.id == "waiver-lapsed" or len(against) >= 2


@pytest.mark.parametrize(
    "rule, example", EXAMPLES, ids=lambda part: getattr(part, "id", None) or f"{part.lang}-{part.finds}"
)
def test_an_example_comes_out_as_it_says(rule, example, register, lexicons):
    words = document(register, example.lang, example.setting.value, example.clause, example.sentence)
    at = example.at or ("pp-18" if example.setting is Setting.ADOPTED_PP_18 else None)
    report = checked(register, lexicons, words, at=at, given=example.given)
    found = [finding for finding in report.findings if rule.id in {finding.rule, *finding.also}]
    seen = [
        (finding.rule, finding.severity.value, finding.places[0].text, finding.message) for finding in report.findings
    ]
    assert bool(found) is example.finds, (words, seen)
    if example.fix:
        assert example.fix in {finding.fix.text for finding in found if finding.fix}, seen
        assert rule.fix is not Grade.NONE
