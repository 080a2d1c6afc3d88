"""``itugraph path``: how one text leads to another, all shortest ways."""

import click

from graph_service.analysing.answer import as_json
from graph_service.analysing.path import paths
from graph_service.cli.citations import COLUMNS, row
from graph_service.cli.desk import Desk
from graph_service.cli.loading import library
from graph_service.cli.options import answer_format, store
from graph_service.cli.output import say, show


@click.command("path")
@click.argument("from_", metavar="A")
@click.argument("to", metavar="B")
@store
@answer_format()
def command(from_: str, to: str, store: str, format_: str) -> int:
    """Show how A leads to B, step by step, with the clause and words of each citation."""
    desk = Desk(library(), store)
    found = paths(desk.shelf.snapshot, desk.iri(from_), desk.iri(to))
    rows = [
        {"way": at, "step": step} | row(item)
        for at, way in enumerate(found.paths, 1)
        for step, item in enumerate(way, 1)
    ]
    show(("way", "step", *COLUMNS), rows, format_, whole=as_json(found))
    if not found.paths:
        say(f"No way leads from {found.from_.label} to {found.to.label}.")
    return 0 if found.paths else 1
