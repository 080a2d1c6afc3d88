"""``itugraph withdraw``: a source goes out of a store, with all that it alone attested."""

import click

from graph_service.cli.options import store
from graph_service.cli.output import print_json, progress
from graph_service.graph.importing.withdrawing import withdraw_source


@click.command("withdraw")
@click.argument("source")
@store
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="How to print what was done.")  # fmt: skip
def command(source: str, store: str, format_: str) -> None:
    """Remove from a store what SOURCE alone attested; `itugraph query sources` lists the sources, by id and file."""
    with progress("Withdrawing"):
        named, statements = withdraw_source(store, source)
    if format_ == "json":
        print_json({"source": named, "statements": statements})
    else:
        click.echo(f"{named}: {statements:,} statements withdrawn")
