"""``itugraph impact``: which texts in force would become outdated if a text were revised."""

from datetime import UTC, datetime

import click

from graph_service.analysing.answer import Window, as_json
from graph_service.analysing.citing import impact
from graph_service.checking.dates import day_of
from graph_service.cli.citations import COLUMNS, row
from graph_service.cli.desk import Desk
from graph_service.cli.loading import library
from graph_service.cli.options import Said, answer_format, store
from graph_service.cli.output import say, show


@click.command("impact")
@click.argument("id_", metavar="ID")
@click.option("--at", type=Said(), metavar="WHEN", help="The day or conference of the revision; default: today.")
@click.option("--limit", default=1000, show_default=True, help="Most citations to list.")
@store
@answer_format()
def command(id_: str, at: str | None, limit: int, store: str, format_: str) -> int:
    """List the texts in force that cite ID and would become outdated by its revision, with their clauses."""
    desk = Desk(library(), store)
    day = day_of(at, desk.books.register) if at else datetime.now(UTC).date()
    found = impact(desk.shelf.snapshot, desk.iri(id_), day, Window(limit=limit))
    show(COLUMNS, [row(item) for item in found.items], format_, whole=as_json(found))
    say(f"{found.total} citations in texts in force on {day}")
    return 0 if found.total else 1
