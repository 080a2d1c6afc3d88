"""The verdict on a citation: the first rule in the registry's order that holds, and how much it matters there."""

from collections.abc import Sequence

from graph_service.checking.case import Case, TextCase
from graph_service.checking.certainty import capped, lesser
from graph_service.checking.finding import Severity, When
from graph_service.checking.judgement import JudgedText, Judgement
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Rule, Verdict


def judged(whole: TextCase, verdicts: Sequence[Verdict]) -> JudgedText:
    """Return a text with the verdicts on its citations; mentions of the text itself have none."""
    others = (case for case in whole.cases if not case.mention.is_self)
    return JudgedText(whole=whole, judgements=tuple(one for case in others if (one := _judgement(case, verdicts))))


def _judgement(case: Case, verdicts: Sequence[Verdict]) -> Judgement | None:
    for rule in verdicts:
        outcome = rule.holds(case)
        if outcome:
            severity = severity_of(rule, outcome, case.of, case) if outcome.listed else None
            return Judgement(case=case, rule=rule.id, outcome=outcome, severity=severity)
    return None


def severity_of(rule: Rule, outcome: Outcome, whole: TextCase, case: Case | None) -> Severity:
    """Return how much an outcome matters: by draft or adopted text, by date, by place, by how sure its ground is."""
    severity = _by_rule(rule, outcome, is_draft=whole.dates.is_draft)
    if case and case.is_lowered:
        severity = severity.lowered()
    return capped(severity, outcome.status)


def _by_rule(rule: Rule, outcome: Outcome, *, is_draft: bool) -> Severity:
    usual = rule.severities.draft if is_draft else rule.severities.adopted
    if outcome.when is When.SINCE:
        usual = rule.severities.since
    if outcome.severity is None:
        return usual or Severity.INFO
    return lesser(outcome.severity, usual) if outcome.when is When.SINCE and usual else outcome.severity
