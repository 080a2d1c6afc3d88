"""``itugraph why``: the sources, rows and corrections behind what is known of a thing."""

from dataclasses import asdict

import click

from graph_service.cli.desk import Desk
from graph_service.cli.loading import library
from graph_service.cli.options import answer_format, store
from graph_service.cli.output import say, show
from graph_service.graph.engine import open_engine
from graph_service.graph.why import why

_COLUMNS = ("source", "property", "value", "stands")


@click.command("why")
@click.argument("id_", metavar="ID")
@store
@answer_format()
def command(id_: str, store: str, format_: str) -> int:
    """Show who says what is known of ID: statements by source, rows of data/, corrections."""
    desk = Desk(library(), store)
    iri = desk.iri(id_)
    engine = open_engine(store, read_only=True)
    try:
        found = why(engine, desk.books.register, iri)
    finally:
        engine.close()
    show(_COLUMNS, [asdict(one) for one in found.statements], format_, whole=asdict(found))
    for row in found.rows:
        say(f"Row: data/{row}")
    for one in found.corrections:
        say(f"Corrected by {one.by} on {one.on}: {one.field} was {one.was!r}, is {one.now!r} ({one.reason})")
    return 0 if found.statements else 1
