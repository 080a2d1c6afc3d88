"""Waivers: findings that somebody has seen and lets stand, from ``waivers.csv`` or a comment in the Word file."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph_service.checking.finding import Finding
from graph_service.errors import Code, problem
from graph_service.names.iri import THINGS
from graph_service.reading.document import Comment

COLUMNS = ("doc", "rule", "cited", "newer", "quote", "reason", "by", "on")
NAME = "waivers.csv"
_REQUIRED = ("reason", "by")
_KEEP = re.compile(r"^\s*itugraph\s*:\s*keep\b[\s:.,;–—-]*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One row: what it fits (an empty field fits all) and why; ``newer`` is the newest edition when it was written.

    ``at`` is the stretch of a comment that stands for a waiver: locator, start and end.
    """

    doc: str = ""
    rule: str = ""
    cited: str = ""
    newer: str = ""
    quote: str = ""
    reason: str
    by: str
    on: str = ""
    at: tuple[str, int, int] | None = None

    @property
    def told(self) -> str:
        """The reason and who gave it, on one line."""
        said = f"{self.by}, {self.on}" if self.on else self.by
        return f"{self.reason} ({said})"


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Return the waivers of a CSV file. Raise unreadable-file or bad-data where it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        what, hint = f"the waivers cannot be read ({error.strerror})", "check the path and its permissions"
        raise problem(Code.UNREADABLE_FILE, what, where=str(path), hint=hint) from error
    except UnicodeDecodeError as error:
        what, hint = f"the waivers are not UTF-8 (byte {error.start})", "save them as a UTF-8 CSV file"
        raise problem(Code.UNREADABLE_FILE, what, where=str(path), hint=hint) from error
    return parse_waivers(text, name=path.name)


def parse_waivers(text: str, *, name: str = NAME) -> tuple[Waiver, ...]:
    """Return the waivers that a table holds. Raise bad-data for an unknown column or a missing reason or name."""
    rows = csv.DictReader(io.StringIO(text))
    unknown = set(rows.fieldnames or ()) - set(COLUMNS)
    missing = set(_REQUIRED) - set(rows.fieldnames or ())
    if unknown or missing:
        raise _bad(name, 1, f"its columns are not those of a waiver ({', '.join(sorted(unknown | missing))})")
    return tuple(_waiver(row, name, number) for number, row in enumerate(rows, start=2))


def _waiver(row: dict[str, str], name: str, number: int) -> Waiver:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    empty = [column for column in _REQUIRED if not cells[column]]
    if empty:
        raise _bad(name, number, f"{' and '.join(empty)} must be given")
    return Waiver(
        doc=cells["doc"],
        rule=cells["rule"],
        cited=cells["cited"],
        newer=cells["newer"],
        quote=cells["quote"],
        reason=cells["reason"],
        by=cells["by"],
        on=cells["on"],
    )


def _bad(name: str, number: int, what: str) -> Exception:
    return problem(Code.BAD_DATA, what, where=f"{name}, line {number}", hint=f"give the columns {', '.join(COLUMNS)}")


def waivers_in(comments: Iterable[Comment], doc: str) -> tuple[Waiver, ...]:
    """Return the comments of a document that begin "itugraph: keep", as waivers by their authors."""
    found = []
    for comment in comments:
        said = _KEEP.match(comment.text)
        if said:
            found.append(
                Waiver(
                    doc=doc,
                    reason=" ".join(said["reason"].split()) or "keep",
                    by=comment.author,
                    on=comment.dated.isoformat() if comment.dated else "",
                    at=(comment.locator, comment.start, comment.end),
                )
            )
    return tuple(found)


def fits(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is meant for a finding and has not lapsed."""
    return (
        waiver.doc in {"", finding.doc}
        and waiver.rule in {"", finding.rule, *finding.also}
        and _names(waiver.cited, finding.iri)
        and _is_still_newest(waiver, finding)
        and _spaced(waiver.quote) in _spaced(finding.places[0].text if finding.places else "")
        and _touches(waiver.at, finding)
    )


def _is_still_newest(waiver: Waiver, finding: Finding) -> bool:
    """Whether the newest edition is still the one that the waiver was written against."""
    if not waiver.newer or finding.latest is None:
        return not waiver.newer
    return _names(waiver.newer, finding.latest.iri) or _spaced(waiver.newer) == _spaced(finding.latest.marker)


def _names(said: str, iri: str) -> bool:
    """Whether an IRI, or its path, or that of the instrument of an edition, is said; nothing said fits all."""
    path = said.removeprefix(THINGS).strip("/")
    return not path or iri.removeprefix(THINGS) == path or iri.removeprefix(THINGS).startswith(f"{path}/")


def _touches(at: tuple[str, int, int] | None, finding: Finding) -> bool:
    if at is None:
        return True
    locator, start, end = at
    return any(
        place.locator == locator and place.start < max(end, start + 1) and start < place.end for place in finding.places
    )


def _spaced(text: str) -> str:
    return " ".join(text.split()).casefold()
