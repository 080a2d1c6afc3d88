"""``itugraph identify``: what identifiers name, one JSON object a line."""

import json
import sys
from collections.abc import Iterable

import click

from graph_service.citing.identify import Identifier
from graph_service.cli.loading import library
from graph_service.errors import ProblemError


@click.command("identify")
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
def command(texts: tuple[str, ...]) -> int:
    """Say what each TEXT names, or each line of standard input; exit code 1 where one is no identifier.

    \b
    itugraph identify "ITU-T G.989.2 (2013) Amd. 1 (04/2016)" "Res. 197 (Rev. Dubai, 2018)"
    """
    books = library()
    identifier = Identifier(books.register, books.lexicons)
    status = 0
    for text in texts or _lines(sys.stdin):
        try:
            found = identifier.identify(text).row()
        except ProblemError as error:
            found = {"input": text, "error": str(error.problem.what) + "; " + error.problem.hint}
            status = 1
        click.echo(json.dumps(found, ensure_ascii=False))
    return status


def _lines(stream: Iterable[str]) -> Iterable[str]:
    return (line.rstrip("\r\n") for line in stream if line.strip())
