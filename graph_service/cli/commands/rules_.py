"""``itugraph rules``: what the checker looks for, and what to do about it."""

import click

from graph_service.checking.handbook import as_data, as_markdown
from graph_service.checking.registry import RULES, rule_called
from graph_service.cli.options import language
from graph_service.cli.output import print_csv, print_json, print_table
from graph_service.errors import Code, problem

_COLUMNS = ("id", "kind", "title", "draft", "adopted", "fix")


@click.command("rules")
@click.argument("rule", required=False)
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv", "markdown"]), default="table",
              show_default=True, help="How to print the rules.")  # fmt: skip
@language
def command(rule: str | None, format_: str, lang: str) -> None:
    """List the checker's rules, or explain one."""
    chosen = RULES
    if rule:
        found = rule_called(rule)
        if found is None:
            raise problem(
                Code.NOT_FOUND, f"no rule is called {rule!r}", where="rules", hint="choose one of these",
                choices=tuple(one.id for one in RULES),
            )  # fmt: skip
        chosen = (found,)
    data = as_data(chosen, lang)
    if format_ == "json":
        print_json(data)
    elif format_ == "markdown" or rule:
        click.echo(as_markdown(chosen))
    elif format_ == "csv":
        print_csv(_COLUMNS, [_row(one) for one in data])
    else:
        print_table(_COLUMNS, [_row(one) for one in data])


def _row(one: dict[str, object]) -> dict[str, object]:
    severities = one.get("severity")
    levels = severities if isinstance(severities, dict) else {}
    return {**one, "draft": levels.get("draft"), "adopted": levels.get("adopted")}
