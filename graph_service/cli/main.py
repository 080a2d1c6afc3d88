"""The command's entry: subcommands found by name and imported when needed, problems told in one sentence."""

import importlib
import sys
from collections.abc import Sequence

import click

from graph_service.cli.streams import lead_nowhere, set_up_streams
from graph_service.errors import ProblemError

COMMANDS = {
    "serve": "Serve API, SPARQL endpoint and pages.",
    "build": "Build the store from data/.",
    "ingest": "Add adopted texts, or proposals, to a store.",
    "import": "Import the records of a publisher.",
    "withdraw": "Remove what one source alone attested.",
    "extract": "Print every citation of texts, one a line.",
    "identify": "Say what identifiers name, one JSON object a line.",
    "check": "Find outdated and wrong references in texts.",
    "cited-by": "List what cites an instrument or edition.",
    "chain": "Follow citations from a text.",
    "path": "Show how one text leads to another.",
    "impact": "List what a revision would make outdated.",
    "why": "Show the rows and sources behind a fact.",
    "query": "Run a named query.",
    "rules": "List the checker's rules, or explain one.",
    "validate": "Validate the store with the SHACL shapes.",
    "export": "Write the store's content.",
    "backup": "Copy a store while it is in use.",
}
"""The commands in the order of the help, with the line that the help shows; each is a module of ``commands``."""


class LazyGroup(click.Group):
    """A group that imports a command's module when it is called, so that the help and small commands start fast."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, None for a name that is none."""
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"graph_service.cli.commands.{name.replace('-', '_')}_")
        command: click.Command = module.command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their lines, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="itu-xref", prog_name="itugraph")
def itugraph() -> None:
    """Cross-references between ITU instruments: who cites what, where, in which edition, and what is out of date.

    IDs are paths (pp/res/197), IRIs, or what people write ("PP Res. 197", "Rés. 71 (Rév. Dubaï, 2018)").
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 done, 1 findings or nothing found, 2 bad input; a problem is one sentence.

    So is what the operating system refuses, wherever that is met: a full disk, a folder of somebody else.
    """
    set_up_streams()
    try:
        status = itugraph.main(args=arguments, prog_name="itugraph", standalone_mode=False)
        sys.stdout.flush()
    except ProblemError as error:
        click.echo(f"itugraph: {error}", err=True)
        sys.exit(error.problem.code.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("itugraph: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        lead_nowhere(sys.stdout)
        sys.exit(141)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        hint = "check that there is room, and that you may read and write there"
        click.echo(f"itugraph: {where}{error.strerror or error}; {hint}", err=True)
        lead_nowhere(sys.stdout)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)
