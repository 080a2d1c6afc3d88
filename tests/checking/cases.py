"""The cases of this room: YAML files, one a rule, each case a text with its citations and what must be found."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph_service.checking.check import check
from graph_service.checking.dates import dates_of
from graph_service.checking.dossier import dossier_of
from graph_service.checking.finding import Finding
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.report import Report
from graph_service.checking.waivers import Waiver
from graph_service.citing.mention import InternalReference
from graph_service.names.iri import THINGS
from tests.checking.composed import fact, text

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    said: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"


def load() -> list[Case]:
    files = sorted(FOLDER.glob("*.yaml"))
    return [Case(file.stem, said["name"], said) for file in files for said in yaml.safe_load(file.read_text("utf-8"))]


def run(case: Case, register, lexicons, rules) -> Report:
    said = case.said
    knowledge = Knowledge(register, [fact(register, one) for one in said.get("given", ())])
    internal = tuple(InternalReference(**one) for one in said.get("internal", ()))
    citing = text(register, said["text"], said["cites"], internal=internal, parts=tuple(said.get("parts", ())))
    others = [text(register, one, ()) for one in said.get("dossier", ())]
    at = said.get("at") or (said["text"].get("by") if "draft" not in said["text"] else None)
    dates = dates_of(citing.head, register, today=date(2026, 11, 24), at=at)
    return check(
        citing,
        knowledge,
        dates=dates,
        lexicons=lexicons,
        waivers=[Waiver(**one) for one in said.get("waivers", ())],
        dossier=dossier_of([citing, *others], register),
        rules=rules,
    )


def differences(case: Case, report: Report) -> list[str]:
    """What does not come out as the case says; empty where all does."""
    expected = case.said["finds"]
    found = list(report.findings)
    if [one["rule"] for one in expected] != [one.rule for one in found]:
        return [f"found {[(one.rule, one.places[0].text, one.message) for one in found]}"]
    wrong = [difference for said, one in zip(expected, found, strict=True) for difference in _differences(said, one)]
    counts = {key: getattr(report.counts, key) for key in case.said.get("counts", ())}
    return wrong + ([] if counts == case.said.get("counts", {}) else [f"counts are {report.counts}"])


def _differences(said: dict[str, Any], finding: Finding) -> list[str]:
    actual = {
        "rule": finding.rule,
        "also": list(finding.also),
        "severity": finding.severity.value,
        "when": finding.when.value if finding.when else None,
        "since": finding.since,
        "text": finding.places[0].text,
        "places": len(finding.places),
        "fix": finding.fix.text if finding.fix else None,
        "apply": finding.fix.apply if finding.fix else None,
        "newer": finding.newer.iri.removeprefix(THINGS) if finding.newer else None,
        "latest": finding.latest.iri.removeprefix(THINGS) if finding.latest else None,
        "certainty": finding.certainty,
        "waived": finding.waived,
    }
    wrong = [
        f"{key}: {actual[key]!r} and not {value!r}"
        for key, value in said.items()
        if key != "says" and actual[key] != value
    ]
    if said.get("says", "") not in finding.message:
        wrong.append(f"the message says {finding.message!r}")
    return wrong
