"""``itugraph extract``: every citation of texts, one a line."""

import json
from pathlib import Path

import click

from graph_service.citing.rows import line
from graph_service.cli.loading import files_of, library
from graph_service.cli.options import files, workers
from graph_service.cli.output import print_csv, print_table, say
from graph_service.cli.reading_files import How, read_files
from graph_service.reading.changes import Changes

_COLUMNS = ("doc", "locator", "clause", "text", "kind", "body", "number", "place", "year", "revised")


@click.command("extract")
@files
@click.option(
    "--format", "format_", type=click.Choice(["jsonl", "json", "table", "csv"]), default="jsonl", show_default=True,
    help="How to print the citations.",
)  # fmt: skip
@click.option("--changes", type=click.Choice([state.value for state in Changes]), default=Changes.BOTH.value,
              show_default=True, help="Which state of tracked changes to read.")  # fmt: skip
@workers
def command(files: tuple[Path, ...], format_: str, changes: str, workers: str | None) -> int:
    """Print every citation of FILEs (Word, Akoma Ntoso, HTML, PDF, text; folders and zip files of them)."""
    books = library()
    status = 0
    rows: list[dict[str, object]] = []
    how = How(changes=Changes(changes), with_documents=False)
    for one in read_files(files_of(files), books, how, workers=workers):
        if one.problem:
            say(f"itugraph: {one.problem}")
            status = 2
            continue
        found = [line(mention) for text in one.texts for mention in text.mentions]
        if format_ == "jsonl":
            for row in found:
                click.echo(json.dumps(row, ensure_ascii=False))
        rows += found
    if format_ == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format_ == "csv":
        print_csv((*_COLUMNS, "self", "deleted", "iri", "start", "end"), rows)
    elif format_ == "table":
        print_table(_COLUMNS, rows)
    return status
