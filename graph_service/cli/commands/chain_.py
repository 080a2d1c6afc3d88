"""``itugraph chain``: what a text cites and what that cites in turn, or who cites it and who cites them."""

import click

from graph_service.analysing.answer import as_json
from graph_service.analysing.chain import Direction, chain
from graph_service.cli.citations import COLUMNS, row
from graph_service.cli.desk import Desk
from graph_service.cli.loading import library
from graph_service.cli.options import answer_format, store
from graph_service.cli.output import print_table, say, show


@click.command("chain")
@click.argument("id_", metavar="ID")
@click.option("--direction", type=click.Choice([one.value for one in Direction]), default=Direction.CITES.value,
              show_default=True, help="Down to what is cited, or up to what cites.")  # fmt: skip
@click.option("--depth", type=click.IntRange(1), default=3, show_default=True, help="Steps to follow.")
@store
@answer_format()
def command(id_: str, direction: str, depth: int, store: str, format_: str) -> int:
    """Follow citations from ID, an instrument or an edition."""
    desk = Desk(library(), store)
    found = chain(desk.shelf.snapshot, desk.iri(id_), Direction(direction), depth)
    if format_ == "table":
        print_table(("depth", "label", "iri"), [as_json(node) for node in found.nodes])
    else:
        show(COLUMNS, [row(edge) for edge in found.edges], format_, whole=as_json(found))
    say(f"{len(found.nodes) - 1} texts reached by {len(found.edges)} citations")
    return 0 if found.edges else 1
