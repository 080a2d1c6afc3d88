"""``itugraph build``: the store is built from the register and the citations in ``data/``."""

from dataclasses import asdict
from datetime import UTC, datetime
from time import perf_counter
from uuid import uuid4

import click

from graph_service.cli.building import build_store
from graph_service.cli.loading import library
from graph_service.cli.options import store
from graph_service.cli.output import print_json, progress, say
from graph_service.graph.build import RunData
from graph_service.graph.store_name import shown


@click.command("build")
@store
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", help="How to print.")
def command(store: str, format_: str) -> None:
    """Build the store from data/: the old one stands until the new one is whole."""
    began = perf_counter()
    books = library()
    with progress("Building the graph"):
        counts = build_store(books, store, RunData(id=uuid4().hex, at=datetime.now(UTC)))
    if format_ == "json":
        print_json(asdict(counts) | {"register": books.register.version, "store": shown(store)})
        return
    for name, value in asdict(counts).items():
        click.echo(f"{name:12} {value:>9,}")
    say(f"Built {shown(store)} from register {books.register.version} in {perf_counter() - began:.1f} s.")
