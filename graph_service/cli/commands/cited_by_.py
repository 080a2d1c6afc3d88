"""``itugraph cited-by``: the texts that cite an instrument, in which clause, edition and words."""

import click

from graph_service.analysing.answer import Window, as_json
from graph_service.analysing.citing import CitationFilter, cited_by
from graph_service.cli.citations import COLUMNS, row
from graph_service.cli.desk import Desk
from graph_service.cli.loading import library
from graph_service.cli.options import answer_format, store
from graph_service.cli.output import say, show


@click.command("cited-by")
@click.argument("id_", metavar="ID")
@click.option("--edition", metavar="ID", help="Only citations of this edition.")
@click.option("--clause", metavar="KEY", help="Only citations in this clause: recalls, resolves, instructs ...")
@click.option("--limit", default=1000, show_default=True, help="Most citations to list.")
@store
@answer_format()
def command(id_: str, edition: str | None, clause: str | None, limit: int, store: str, format_: str) -> int:
    """List what cites ID, an instrument (all its editions) or one edition."""
    desk = Desk(library(), store)
    wanted = CitationFilter(edition=desk.iri(edition) if edition else None, clause=clause)
    found = cited_by(desk.shelf.snapshot, desk.iri(id_), wanted, Window(limit=limit))
    show(COLUMNS, [row(item) for item in found.items], format_, whole=as_json(found))
    say(f"{found.total} citations" + (f", {len(found.items)} shown" if found.next_offset else ""))
    return 0 if found.total else 1
