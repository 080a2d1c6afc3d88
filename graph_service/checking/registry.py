"""All rules, written out: the verdicts in their order of precedence, then lints and notices (design, section 5)."""

from graph_service.checking.rule import Lint, Notice, Rule, Verdict
from graph_service.checking.rules import (
    currency_unknown,
    current,
    dangling_internal,
    edition_unknown,
    future_edition,
    historical,
    inconsistent,
    instrument_suppressed,
    marker_form,
    no_such_edition,
    overtaken_since,
    programme_superseded,
    provision_mismatch,
    recommendation_superseded,
    recommendation_withdrawn,
    renamed_body,
    revised_at_same_conference,
    stale_at_adoption,
    title_drift,
    undated,
    waiver_lapsed,
    wrong_body,
    wrong_conference,
)

VERDICTS: tuple[Verdict, ...] = (
    wrong_body.RULE,
    wrong_conference.RULE,
    future_edition.RULE,
    no_such_edition.RULE,
    historical.RULE,
    instrument_suppressed.RULE,
    recommendation_withdrawn.RULE,
    revised_at_same_conference.RULE,
    stale_at_adoption.RULE,
    programme_superseded.RULE,
    recommendation_superseded.RULE,
    overtaken_since.RULE,
    undated.RULE,
    edition_unknown.RULE,
    currency_unknown.RULE,
    current.RULE,
)
LINTS: tuple[Lint, ...] = (
    marker_form.RULE,
    title_drift.RULE,
    inconsistent.RULE,
    provision_mismatch.RULE,
    renamed_body.RULE,
    dangling_internal.RULE,
)
NOTICES: tuple[Notice, ...] = (waiver_lapsed.RULE,)
RULES: tuple[Rule, ...] = (*VERDICTS, *LINTS, *NOTICES)
STALE = (
    "instrument-suppressed",
    "recommendation-withdrawn",
    "revised-at-same-conference",
    "stale-at-adoption",
    "programme-superseded",
    "recommendation-superseded",
    "overtaken-since",
)
"""The verdicts that say that a reference is out of date."""


def rule_called(rule_id: str) -> Rule | None:
    """Return the rule with an id, None where there is none."""
    return next((rule for rule in RULES if rule.id == rule_id), None)
