"""``itugraph validate``: the shapes over the built graph, and the facts on which sources disagree."""

from dataclasses import asdict

import click

from graph_service.cli.loading import library
from graph_service.cli.options import answer_format, store
from graph_service.cli.output import progress, say, show
from graph_service.graph.engine import open_engine
from graph_service.graph.validation import validate

_COLUMNS = ("severity", "shape", "node", "path", "value", "message")


@click.command("validate")
@store
@answer_format()
@click.option("--reference", is_flag=True, help="Ask pySHACL, the reference: the same report, more slowly.")
def command(store: str, format_: str, reference: bool) -> int:  # noqa: FBT001 - click hands options so
    """Validate the store with ontology/shapes.ttl; exit code 1 where a rule is broken."""
    books = library()
    engine = open_engine(store, read_only=True)
    try:
        with progress("Validating"):
            report = validate(engine, books.ontology / "shapes.ttl", books.register, reference=reference)
    finally:
        engine.close()
    show(_COLUMNS, [asdict(result) for result in report.results], format_, whole=asdict(report))
    for conflict in report.conflicts:
        say(f"Sources disagree, so neither stands: {conflict}")
    say("The graph conforms." if report.conforms else "The graph breaks its rules.")
    return 0 if report.conforms else 1
