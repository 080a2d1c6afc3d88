"""``itugraph query``: a named query of ``queries/``, its parameters given as NAME=VALUE."""

import click

from graph_service.cli.desk import Desk
from graph_service.cli.loading import library
from graph_service.cli.options import answer_format, store
from graph_service.cli.output import show
from graph_service.errors import Code, problem
from graph_service.graph.engine import open_engine
from graph_service.graph.queries import NamedQuery, load_queries


@click.command("query")
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@store
@answer_format()
def command(name: str | None, parameters: tuple[str, ...], store: str, format_: str) -> int:
    """Run the query NAME with its parameters; without NAME, list the queries.

    \b
    itugraph query who-cites instrument="PP Res. 197"
    """
    books = library()
    queries = load_queries(books.queries)
    if name is None:
        show(("name", "parameters", "summary"), [_row(query) for query in queries.values()], format_)
        return 0
    if name not in queries:
        raise problem(
            Code.NOT_FOUND, f"no query is called {name!r}", where="query", hint="choose one of these",
            choices=tuple(queries),
        )  # fmt: skip
    query = queries[name]
    bound = query.bind(dict(_pair(one) for one in parameters), Desk(books, store).iri)
    engine = open_engine(store, read_only=True)
    try:
        found = engine.select(bound)
        columns = found.variables
        rows = list(found.dicts())
    finally:
        engine.close()
    show(columns, rows, format_)
    return 0 if rows else 1


def _row(query: NamedQuery) -> dict[str, object]:
    names = [f"[{one.name}]" if one.is_optional else one.name for one in query.parameters]
    return {"name": query.name, "parameters": " ".join(names), "summary": query.summary}


def _pair(written: str) -> tuple[str, str]:
    name, sign, value = written.partition("=")
    if not sign:
        raise problem(Code.BAD_REQUEST, f"{written!r} is no parameter", where="query", hint="write NAME=VALUE")
    return name, value
