"""``itugraph export``: what a store holds, as RDF, network or table; or its added rows for review."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from graph_service.citing.stored import read_citations
from graph_service.cli.loading import Library, library
from graph_service.cli.options import FilePath, store
from graph_service.cli.output import progress, say
from graph_service.errors import Code, problem
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.export import TABLE, ExportFormat, export
from graph_service.graph.export_rows import export_rows
from graph_service.graph.queries import load_queries


@click.command("export")
@store
@click.option(
    "--format", "format_", type=click.Choice([form.value for form in ExportFormat]), default=ExportFormat.NQUADS.value,
    show_default=True, help="nquads are sorted; turtle, graphml and csv hold what stands.",
)  # fmt: skip
@click.option("--out", type=FilePath(dir_okay=False), metavar="FILE", help="Default: standard output.")
@click.option("--no-runs", is_flag=True, help="Leave out the runs with their times: the same bytes for the same data.")
@click.option("--rows", type=FilePath(file_okay=False), metavar="DIR",
              help="Instead, write what the store has beyond data/ as rows of its tables.")  # fmt: skip
@click.option("--source", metavar="SOURCE", help="With --rows: of this source only.")
def command(
    *, store: str, format_: str, out: Path | None, no_runs: bool, rows: Path | None, source: str | None
) -> None:  # fmt: skip
    """Write the content of a store."""
    books = library()
    engine = open_engine(store, read_only=True)
    try:
        if rows is not None:
            _export_rows(engine, books, rows, source)
            return
        with progress("Exporting"):
            data = export(engine, ExportFormat(format_), load_queries(books.queries)[TABLE], runs=not no_runs)
    finally:
        engine.close()
    _write(data, out)


def _export_rows(engine: Engine, books: Library, folder: Path, source: str | None) -> None:
    known = {text.source for text in read_citations(books.share / "data")}
    with progress("Writing rows"):
        counts = export_rows(engine, books.register, folder, known=known, only=source)
    for name, count in asdict(counts).items():
        click.echo(f"{name:10} {count:>8,}")
    say(f"Review {folder} and add its rows to data/.")


def _write(data: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        what = f"it cannot be written: {error.strerror}"
        raise problem(Code.REFUSED, what, where=str(out), hint="name another file") from error
