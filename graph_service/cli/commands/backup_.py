"""``itugraph backup``: a copy of a store, made while it is served and written."""

from pathlib import Path

import click

from graph_service.cli.options import FilePath, store
from graph_service.cli.output import progress
from graph_service.graph.backup import backup


@click.command("backup")
@click.argument("folder", type=FilePath(file_okay=False))
@store
def command(folder: Path, store: str) -> None:
    """Copy a store, or what an endpoint holds, into a new FOLDER, which can be served in its place."""
    with progress("Copying"):
        count = backup(store, folder)
    click.echo(f"{folder}: {count:,} statements")
