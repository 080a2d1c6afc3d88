"""Reports as SARIF 2.1.0, for pipelines that show findings beside the files."""

from collections.abc import Iterable
from typing import Any

from graph_service.checking.finding import Finding, Place, Severity
from graph_service.checking.output import finding_id
from graph_service.checking.registry import RULES
from graph_service.checking.report import Report
from graph_service.checking.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(reports: Iterable[Report], *, version: str) -> dict[str, Any]:
    """Return one run over all reports; a place is named by its locator, for texts by line as well."""
    results = [_result(finding, report) for report in reports for finding in report.findings]
    driver = {
        "name": "itugraph",
        "version": version,
        "rules": [_rule(rule) for rule in RULES],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.what},
        "help": {"text": rule.guidance},
    }


def _result(finding: Finding, report: Report) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(place, report) for place in finding.places],
        "partialFingerprints": {"citation": finding_id(finding)},
        "properties": {"iri": finding.iri, "certainty": finding.certainty},
    }
    if finding.waived is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.waived}]
    return result


def _message(finding: Finding) -> str:
    return f"{finding.message} → {finding.fix.text}" if finding.fix else finding.message


def _location(place: Place, report: Report) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": report.file or report.doc}}
    if place.locator.isdecimal() and place.end > place.start:
        physical["region"] = {
            "startLine": int(place.locator),
            "startColumn": place.start + 1,
            "endColumn": place.end + 1,
        }
    logical = {"fullyQualifiedName": f"{report.doc}#{place.locator}"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}
