"""How commands print: answers to standard output alone, progress and words for people to standard error."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

T = TypeVar("T")


def say(words: str) -> None:
    """Print words for people to standard error."""
    click.echo(words, err=True)


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show on a terminal that something long is going on; say nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - a terminal is the only need of rich here

    with Console(stderr=True).status(words):
        yield


def counted(things: Iterable[T], total: int, words: str) -> Iterator[T]:
    """Yield things with a progress bar on a terminal; say nothing in a pipe."""
    if not sys.stderr.isatty() or total < 2:  # noqa: PLR2004 - one thing needs no bar
        yield from things
        return
    from rich.console import Console  # noqa: PLC0415 - a terminal is the only need of rich here
    from rich.progress import track  # noqa: PLC0415

    yield from track(things, description=words, total=total, console=Console(stderr=True))


def print_json(value: object, *, indent: int | None = 2) -> None:
    """Print a value as JSON, letters of all scripts as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print rows as CSV with a header; None is an empty cell."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: "" if value is None else value for name, value in row.items()} for row in rows)
    click.echo(buffer.getvalue(), nl=False)


def print_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, title: str | None = None) -> None:
    """Print rows as a table as wide as the terminal; in a pipe, as wide as they need."""
    from rich.console import Console  # noqa: PLC0415 - a table is the only need of rich; other formats start without it
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=title, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*("" if row.get(column) is None else str(row.get(column)) for column in columns))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160, highlight=False, markup=False)
    console.print(table)


def show(columns: Sequence[str], rows: Sequence[Mapping[str, object]], chosen: str, *, whole: object = None) -> None:
    """Print rows in the chosen format; ``whole`` is what JSON shows where it is more than the rows."""
    if chosen == "json":
        print_json(list(rows) if whole is None else whole)
    elif chosen == "csv":
        print_csv(columns, rows)
    elif rows:
        print_table(columns, rows)
