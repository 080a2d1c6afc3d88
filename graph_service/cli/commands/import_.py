"""``itugraph import``: the records of a publisher go into a store; all of a folder or archive, or nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import click

from graph_service.cli.building import build_store, has_store
from graph_service.cli.loading import library
from graph_service.cli.options import store
from graph_service.cli.output import print_json, say
from graph_service.graph.importing.files import open_package
from graph_service.graph.importing.importing import Importer, ImportReport
from graph_service.graph.reading_graph import run_quads

_SHOWN = 20
"""Refusals that are told one by one; JSON has all of them."""


@click.command("import")
@click.argument("publisher", type=click.Choice(["relaton"]))
@click.argument("path", type=click.Path(path_type=Path))
@store
@click.option("--workers", type=click.IntRange(min=1), default=2, show_default=True, help="Processes that read.")
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="How to print what was done.")  # fmt: skip
def command(publisher: str, path: Path, store: str, workers: int, format_: str) -> int:  # noqa: ARG001 - there is one
    """Import the records of a publisher from PATH: a folder, a tar archive or a zip file of Relaton YAML.

    Unchanged records are left alone. Exit code 0: all taken; 1: some refused, the rest taken; 2: nothing could be read.
    """
    books = library()
    open_package(path)
    with _bar() as progress:
        if not has_store(store):
            progress("Building the graph", 0, None)
            build_store(books, store)
        importer = Importer(register=books.register, lexicons=books.lexicons, workers=workers, progress=progress)
        run = tuple(run_quads(uuid4().hex, datetime.now(UTC), books.register.version))
        report = importer.run(path, store, run)
    _tell(report, format_)
    if not report.refused:
        return 0
    return 1 if report.imported or report.unchanged else 2


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int | None], None]]:
    """Give what shows progress on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _words, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - a terminal is the only need of rich here
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=None)
        yield lambda words, done, total: bar.update(task, description=words, completed=done, total=total)


def _tell(report: ImportReport, format_: str) -> None:
    if format_ == "json":
        print_json(asdict(report))
        return
    click.echo(
        f"{report.read:,} records read, {report.imported:,} imported, {report.unchanged:,} unchanged, "
        f"{len(report.refused):,} refused: {report.editions:,} editions of {report.instruments:,} instruments"
    )
    for refusal in report.refused[:_SHOWN]:
        say(f"itugraph: {refusal.file}: {refusal.reason}")
    if len(report.refused) > _SHOWN:
        say(f"itugraph: and {len(report.refused) - _SHOWN:,} more; --format json lists them all")
