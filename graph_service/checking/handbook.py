"""The handbook of rules, made from the registry: Markdown for the documentation, data for command and page."""

from collections.abc import Sequence
from typing import Any

from graph_service.checking.finding import Severity
from graph_service.checking.registry import RULES
from graph_service.checking.rule import Example, Lint, Notice, Rule, Severities
from graph_service.checking.telling import load_messages

_PREFACE = (
    "Made from the registry by `itugraph rules --format markdown`; do not edit by hand. A citation has one verdict, "
    "the first that holds in the order below, and any number of lints."
)


def as_data(rules: Sequence[Rule] = RULES, lang: str = "en") -> list[dict[str, Any]]:
    """Return the rules as plain data, in the registry's order, titles in a language where they are known in it."""
    return [_data(rule, lang) for rule in rules]


def as_markdown(rules: Sequence[Rule] = RULES) -> str:
    """Return the whole handbook: a table of all rules and a section each."""
    head = [
        "# Rules",
        "",
        _PREFACE,
        "",
        "| rule | kind | draft | adopted | later events | fix |",
        "| --- | --- | --- | --- | --- | --- |",
        *(_line(rule) for rule in rules),
    ]
    return "\n".join([*head, *(line for rule in rules for line in _section(rule)), ""])


def kind_of(rule: Rule) -> str:
    """Return what sort of rule it is: verdict, lint or notice."""
    if isinstance(rule, Lint):
        return "lint"
    return "notice" if isinstance(rule, Notice) else "verdict"


def _data(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "kind": kind_of(rule),
        "title": load_messages(lang).titles.get(rule.id, rule.title),
        "what": rule.what,
        "why": rule.why,
        "guidance": rule.guidance,
        "severity": _severities(rule.severities),
        "fix": rule.fix.value,
        "examples": [_example(example) for example in rule.examples],
    }


def _severities(severities: Severities) -> dict[str, str | None]:
    return {
        "draft": _word(severities.draft),
        "adopted": _word(severities.adopted),
        "since": _word(severities.since),
        "note": severities.note or None,
    }


def _example(example: Example) -> dict[str, Any]:
    return {
        "lang": example.lang,
        "text": example.sentence,
        "clause": example.clause,
        "setting": example.setting.value,
        "at": example.at,
        "given": list(example.given),
        "finds": example.finds,
        "fix": example.fix,
    }


def _line(rule: Rule) -> str:
    severities = _severities(rule.severities)
    cells = [severities[name] or "-" for name in ("draft", "adopted", "since")]
    return f"| [{rule.id}](#{rule.id}) | {kind_of(rule)} | {' | '.join(cells)} | {rule.fix.value} |"


def _section(rule: Rule) -> list[str]:
    note = [f"Severity: {rule.severities.note}.", ""] if rule.severities.note else []
    found = [_shown(example) for example in rule.examples if example.finds]
    left = [_shown(example) for example in rule.examples if not example.finds]
    return [
        "",
        f"## {rule.id}",
        "",
        f"**{rule.title}.** {rule.what}",
        "",
        f"Why it matters: {rule.why}",
        "",
        f"What to do: {rule.guidance}",
        "",
        *note,
        *(["Found in:", "", *found, ""] if found else []),
        *(["Not in:", "", *left] if left else []),
    ]


def _shown(example: Example) -> str:
    at = f", checked at {example.at}" if example.at else ""
    given = f", given {'; '.join(example.given)}" if example.given else ""
    fix = f" → {example.fix}" if example.fix else ""
    return f"- ({example.lang}; {example.setting.value}, *{example.clause}*{at}{given}) {example.sentence}{fix}"


def _word(severity: Severity | None) -> str | None:
    return severity.value if severity else None
