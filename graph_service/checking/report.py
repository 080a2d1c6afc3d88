"""What a check of one text gives: its dates, its counts, its findings, and the verdict on each mention."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.checking.certainty import reaches
from graph_service.checking.dates import Dates
from graph_service.checking.finding import Finding, Severity
from graph_service.citing.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many mentions were read, are current, could not be judged; and how many findings are waived."""

    read: int
    current: int
    unknown: int
    waived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The verdict on one mention, for pages that mark every citation; ``severity`` None where it is only counted."""

    mention: Mention
    rule: str
    severity: Severity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The check of one text; ``date_from`` and ``check_from`` say in words where the dates come from."""

    doc: str
    file: str
    lang: str
    dates: Dates
    date_from: str
    check_from: str
    counts: Counts
    findings: tuple[Finding, ...]
    judged: tuple[Judged, ...]
    notes: tuple[str, ...] = ()


def fails(reports: Iterable[Report], level: Severity) -> bool:
    """Whether any finding that is not waived is at least of a level: what the exit code of ``check`` tells."""
    return any(
        reaches(finding.severity, level) and not finding.waived for report in reports for finding in report.findings
    )
