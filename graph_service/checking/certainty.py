"""How far a ground is sure: the status of the facts behind a finding, and what it lets a finding be."""

from collections.abc import Iterable

from graph_service.checking.finding import Severity
from graph_service.register.fact import Status

_SUREST_FIRST = (Status.ATTESTED, Status.INFERRED, Status.PROPOSED, Status.UNVERIFIED)
_AT_MOST = {
    Status.ATTESTED: Severity.ERROR,
    Status.INFERRED: Severity.WARNING,
    Status.PROPOSED: Severity.INFO,
    Status.UNVERIFIED: Severity.INFO,
}
_LEAST_FIRST = tuple(Severity)


def surest(statuses: Iterable[Status]) -> Status:
    """Return the best of some statuses; unverified where there is none."""
    return min(statuses, key=_SUREST_FIRST.index, default=Status.UNVERIFIED)


def weakest(*statuses: Status) -> Status:
    """Return the worst of some statuses: a chain is as sure as its weakest link."""
    return max(statuses, key=_SUREST_FIRST.index, default=Status.ATTESTED)


def capped(severity: Severity, status: Status) -> Severity:
    """Return the severity that a ground of this status can bear: an unverified one never makes more than an info."""
    return lesser(severity, _AT_MOST[status])


def lesser(one: Severity, other: Severity) -> Severity:
    """Return the smaller of two severities."""
    return min(one, other, key=_LEAST_FIRST.index)


def greater(one: Severity, other: Severity) -> Severity:
    """Return the greater of two severities."""
    return max(one, other, key=_LEAST_FIRST.index)


def reaches(severity: Severity, level: Severity) -> bool:
    """Whether a severity is at least a level."""
    return _LEAST_FIRST.index(severity) >= _LEAST_FIRST.index(level)
