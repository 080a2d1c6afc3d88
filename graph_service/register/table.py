"""One CSV table of the register: rows as dictionaries, with words for what is wrong with one."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph_service.errors import Code, ProblemError, problem
from graph_service.register.fact import Evidence, Grade, Status

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's file name and its rows in file order; line numbers count from the header as 1."""

    name: str
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


def read_table(folder: Path, name: str) -> Table:
    """Return the table ``<name>.csv`` of the folder. Raise bad-data if it is missing or a row has too many cells."""
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = tuple(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise bad_row(name, None, f"the table cannot be read: {error}") from error
    for row in rows:
        if None in row:
            raise bad_row(name, row, "the row has more cells than the header")
    return Table(name=path.name, rows=rows)


def bad_row(table: str, row: Row | None, what: str) -> ProblemError:
    """Return the problem of one row, named by its first cells."""
    label = ",".join([value for value in list(row.values())[:4] if isinstance(value, str)]) if row else ""
    where = f"data/{table.removesuffix('.csv')}.csv" + (f" ({label})" if label else "")
    return problem(Code.BAD_DATA, what, where=where, hint="correct the row or take it out")


def evidence(table: str, row: Row) -> Evidence:
    """Return what stands behind a row. Raise bad-data where source, grade or status is missing or unknown."""
    try:
        return Evidence(source=row["source"], grade=Grade(row["grade"]), status=Status(row["status"]))
    except (KeyError, ValueError) as error:
        raise bad_row(table, row, f"its source, grade or status is not usable ({error})") from error


def day(table: str, row: Row, column: str) -> date | None:
    """Return the day in a column, None where it is empty. Raise bad-data for anything else."""
    text = row[column]
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise bad_row(table, row, f"{column} is {text!r}, not a day like 2018-11-16") from error


def whole(table: str, row: Row, column: str) -> int | None:
    """Return the whole number in a column, None where it is empty. Raise bad-data for anything else."""
    text = row[column]
    if text and not text.isascii():
        raise bad_row(table, row, f"{column} is {text!r}, not a whole number")
    try:
        return int(text) if text else None
    except ValueError as error:
        raise bad_row(table, row, f"{column} is {text!r}, not a whole number") from error


def duplicates(keys: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the keys that come more than once, each once, in order."""
    seen: set[tuple[str, ...]] = set()
    twice: dict[tuple[str, ...], None] = {}
    for key in keys:
        if key in seen:
            twice[key] = None
        seen.add(key)
    return tuple(twice)
