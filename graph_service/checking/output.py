"""Reports as data: the JSON of ``check`` and rows for tables and CSV (design, section 6)."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from graph_service.checking.finding import Finding, Fix, Newer, Place
from graph_service.checking.report import Report
from graph_service.register.register import Register

COLUMNS = (
    "doc", "locator", "start", "end", "severity", "rule", "also", "when", "text", "message", "since", "newer",
    "latest", "fix", "apply", "certainty", "iri", "waived",
)  # fmt: skip


def as_json(reports: Iterable[Report], register: Register) -> dict[str, Any]:
    """Return what ``check --format json`` prints."""
    return {"documents": [document(report) for report in reports], "register": register.version}


def document(report: Report) -> dict[str, Any]:
    """Return one document of the JSON: its dates with their origins, its counts, its findings."""
    dates, counts = report.dates, report.counts
    return {
        "doc": report.doc,
        "file": report.file,
        "lang": report.lang,
        "date": _day(dates.text),
        "date_from": report.date_from,
        "check_date": _day(dates.check),
        "check_date_from": report.check_from,
        "draft": dates.is_draft,
        "conference": dates.conference,
        "draft_reason": dates.draft_reason or None,
        "counts": {
            "read": counts.read,
            "current": counts.current,
            "unknown": counts.unknown,
            "waived": counts.waived,
        },
        "findings": [finding_json(finding) for finding in report.findings],
        "notes": list(report.notes),
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return one finding; ``id`` tells it from the others of the same check and stays the same in the next one."""
    place = finding.places[0]
    found: dict[str, Any] = {
        "id": finding_id(finding),
        "rule": finding.rule,
        "also": list(finding.also),
        "severity": finding.severity.value,
        "when": finding.when.value if finding.when else None,
        "text": place.text,
        "locator": place.locator,
        "start": place.start,
        "end": place.end,
        "places": [_place(one) for one in finding.places],
        "message": finding.message,
        "since": _day(finding.since),
        "newer": _newer(finding.newer),
        "latest": _newer(finding.latest),
        "fix": finding.fix.text if finding.fix else None,
        "apply": finding.fix.apply if finding.fix else False,
        "certainty": finding.certainty,
        "iri": finding.iri,
        "evidence": list(finding.evidence),
    }
    if finding.waived is not None:
        found["waived"] = finding.waived
    return found


def finding_id(finding: Finding) -> str:
    """Return document, place and rule in one word: ``res-64:rec_5:0:stale-at-adoption``."""
    place = finding.places[0]
    return f"{finding.doc}:{place.locator}:{place.start}:{finding.rule}"


def rows(reports: Iterable[Report]) -> list[tuple[str, ...]]:
    """Return one row a finding, in the order of COLUMNS, for tables and CSV."""
    return [_row(finding) for report in reports for finding in report.findings]


def as_csv(reports: Iterable[Report]) -> str:
    """Return the findings as a CSV table with its header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_harmless(row) for row in rows(reports))
    return text.getvalue()


def _harmless(row: Sequence[str]) -> tuple[str, ...]:
    """A row in which no cell begins like a formula of a spreadsheet program."""
    return tuple(f"'{cell}" if cell[:1] in {"=", "+", "@"} or cell.startswith("-") else cell for cell in row)


def _row(finding: Finding) -> tuple[str, ...]:
    place = finding.places[0]
    return (
        finding.doc,
        place.locator,
        str(place.start),
        str(place.end),
        finding.severity.value,
        finding.rule,
        " ".join(finding.also),
        finding.when.value if finding.when else "",
        place.text,
        finding.message,
        _day(finding.since) or "",
        finding.newer.marker if finding.newer else "",
        finding.latest.marker if finding.latest else "",
        finding.fix.text if finding.fix else "",
        _applied(finding.fix),
        finding.certainty,
        finding.iri,
        finding.waived or "",
    )


def _applied(fix: Fix | None) -> str:
    if fix is None:
        return ""
    return "yes" if fix.apply else "no"


def _place(place: Place) -> dict[str, Any]:
    return {"locator": place.locator, "start": place.start, "end": place.end, "text": place.text}


def _newer(newer: Newer | None) -> dict[str, str] | None:
    return {"iri": newer.iri, "marker": newer.marker, "source": newer.source} if newer else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
