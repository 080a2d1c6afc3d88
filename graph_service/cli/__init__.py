"""The command ``itugraph``: each subcommand is a module, imported when it is called."""

from graph_service.cli.main import main

__all__ = ["main"]
