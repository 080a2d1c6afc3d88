"""A finding: a verdict or lint that somebody should know of, with its evidence and, where known, its fix."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph_service.names.edition import Edition


class Severity(StrEnum):
    """How much it matters, from least to most."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def lowered(self) -> "Severity":
        """Return one step less; an info stays one."""
        return Severity.WARNING if self is Severity.ERROR else Severity.INFO


class When(StrEnum):
    """Whether the text was wrong when it was adopted, or time has passed it since."""

    AT_ADOPTION = "at-adoption"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """The edition or programme that stands in the place of the cited one, and who attests it."""

    edition: Edition | None
    iri: str
    marker: str
    source: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a document: the paragraph's locator and code points in its text."""

    locator: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What should stand in place of the words at ``at``; ``apply`` is False for a suggestion."""

    text: str
    apply: bool
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding of one rule on one citation of one document (design, section 6: the JSON of ``check``)."""

    rule: str
    severity: Severity
    message: str
    doc: str
    places: tuple[Place, ...]
    iri: str
    also: tuple[str, ...] = ()
    when: When | None = None
    since: date | None = None
    newer: Newer | None = None
    latest: Newer | None = None
    fix: Fix | None = None
    certainty: str = "certain"
    evidence: tuple[str, ...] = ()
    waived: str | None = None
