"""Which fixes are written unasked and which are offered (design, section 5, "Fixes")."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Fix, Place, Severity
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.rule import Grade, Rule
from graph_service.citing.mention import Mention
from graph_service.names.kind import Kind
from graph_service.register.fact import Status

_UNTOUCHED = "NOC"


def fix_of(rule: Rule, outcome: Outcome, severity: Severity, place: Place, case: Case | None) -> Fix | None:
    """Return what should stand in place of a finding's words, and whether it is written unasked."""
    rewrite = outcome.rewrite
    if rewrite is None or rule.fix is Grade.NONE:
        return None
    return Fix(text=rewrite.text, apply=_is_applied(rule, outcome, rewrite, severity, case), at=place)


def _is_applied(rule: Rule, outcome: Outcome, rewrite: Rewrite, severity: Severity, case: Case | None) -> bool:
    if rule.fix is not Grade.APPLIED or rewrite.offered or outcome.status is not Status.ATTESTED:
        return False
    if severity is Severity.INFO or (case and case.of.text.head.operation == _UNTOUCHED):
        return False
    return rewrite.keeps_edition or case is None or not carries_a_part(case)


def carries_a_part(case: Case) -> bool:
    """Whether a mention carries a part of the cited edition, which another edition may not have or may have changed.

    That is a clause or an annex named with it, or an objective or a plan's period beside the text that sets the plan.
    """
    if case.mention.cited_part:
        return True
    return any(_belongs_to(case, other) for other in case.in_sentence)


def _belongs_to(case: Case, other: Mention) -> bool:
    if other.kind is Kind.OBJECTIVE:
        return case.knowledge.programmes.sets_plans(case.mention.instrument)
    if other.kind is not Kind.PROGRAMME or not case.knowledge.programmes.is_plan(other.instrument.number):
        return False
    has_period = any(char.isdecimal() for char in other.text)
    return has_period and case.knowledge.programmes.is_set_by(other.instrument.number, case.mention.instrument)
