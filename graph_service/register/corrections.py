"""Corrections by hand: rows of ``corrections.csv`` that win over the source, applied before anything is built."""

from dataclasses import dataclass, replace
from pathlib import Path

from graph_service.register.table import Row, Table, bad_row, read_table

NAMED_BY = {
    "editions": ("body", "kind", "number", "numbering", "key"),
    "titles": ("body", "kind", "number", "numbering", "key", "lang"),
    "names": ("subject", "lang", "form", "use"),
    "coverage": ("subject", "aspect", "kind", "until"),
}
"""The columns whose cells name a row in ``row``; elsewhere it is the first column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One corrected cell: ``row`` is ``<table>/<name cells joined by commas>``; an empty ``now`` takes it away."""

    row: str
    field: str
    was: str
    now: str
    reason: str
    source: str
    by: str
    on: str


def row_name(table: str, row: Row) -> str:
    """Return the name by which a correction, or a question why, points at a row."""
    name = table.removesuffix(".csv")
    columns = NAMED_BY.get(name) or (next(iter(row)),)
    return f"{name}/{','.join(row[column] for column in columns)}"


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections of the folder. Raise bad-data for one without reason, source, person or day."""
    found = []
    for row in read_table(folder, "corrections"):
        for column in ("row", "field", "reason", "source", "by", "on"):
            if not row[column]:
                raise bad_row("corrections", row, f"{column} is empty")
        now = row["is"]
        rest = {key: row[key] for key in ("row", "field", "was", "reason", "source", "by", "on")}
        found.append(Correction(now=now, **rest))
    return tuple(found)


def corrected(table: Table, corrections: tuple[Correction, ...]) -> Table:
    """Return the table with its corrections applied. Raise bad-data where ``was`` or a row's name does not match."""
    name = table.name.removesuffix(".csv")
    mine = [correction for correction in corrections if correction.row.startswith(f"{name}/")]
    if not mine:
        return table
    rows = {row_name(table.name, row): row for row in table}
    for correction in mine:
        rows[correction.row] = _apply(name, rows.get(correction.row), correction)
    return replace(table, rows=tuple(rows.values()))


def _apply(table: str, row: Row | None, correction: Correction) -> Row:
    if row is None or correction.field not in row:
        raise bad_row("corrections", None, f"{correction.row} has no such row or field ({correction.field})")
    if row[correction.field] != correction.was:
        found = row[correction.field]
        raise bad_row(table, row, f"{correction.field} is {found!r}, but the correction expects {correction.was!r}")
    return {**row, correction.field: correction.now, "source": f"{correction.source} (correction by {correction.by})"}
