"""What correcting takes and gives: a checked file, and the corrected one with what became of each finding."""

from collections.abc import Callable
from dataclasses import dataclass

from graph_service.checking.report import Report
from graph_service.citing.mention import CitingText
from graph_service.reading.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file as it was read and checked: its documents and, in the same order, what they cite and their reports.

    Without ``texts`` a second check reads everything anew.
    """

    documents: tuple[Document, ...]
    reports: tuple[Report, ...]
    texts: tuple[CitingText, ...] = ()


Check = Callable[[bytes], Checked]
"""How a file is read and checked: the same way the first time and when the correction is proved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A finding that could not be corrected, by its id, with the place and the reason, in words and as a key."""

    id: str
    where: str
    reason: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A corrected file.

    ``applied`` are the ids of findings whose fix was written (in Word, with a comment that says why); ``commented``
    those of which only a comment tells; ``refused`` are fixes that were to be applied but could not be. ``diff`` is the
    unified diff of a text, HTML or Akoma Ntoso file, None for Word.
    """

    data: bytes
    media_type: str
    applied: tuple[str, ...] = ()
    commented: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    diff: str | None = None
