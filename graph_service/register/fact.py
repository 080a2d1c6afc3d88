"""What stands behind every row of the register: where it is from, how good that is, and how far it is attested."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How good a source is, best first."""

    OFFICIAL_TEXT = "official text"
    OFFICIAL_PAGE = "official page"
    OTHER = "other"
    NONE = "none"


class Status(StrEnum):
    """How far a row is attested; only attested rows ground more than an info."""

    ATTESTED = "attested"
    INFERRED = "inferred"
    PROPOSED = "proposed"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The source of a row, its grade and status."""

    source: str
    grade: Grade
    status: Status
