"""``itugraph serve``: API, SPARQL endpoint and pages of one store on one port."""

import os
import socket
from pathlib import Path

import click
from pydantic import ValidationError

from graph_service.cli.options import store
from graph_service.cli.output import say
from graph_service.errors import Code, problem
from graph_service.graph.store_name import is_remote, shown
from graph_service.settings import Settings


def settings_help() -> str:
    """Return the settings with their environment variables, for the help."""
    prefix = str(Settings.model_config.get("env_prefix", ""))
    rows = []
    for name, field in Settings.model_fields.items():
        usual = "" if field.default is None else f" [{field.default}]"
        rows.append(f"  {prefix}{name.upper()}  {field.description}{usual}")
    return "\b\nSettings, from the environment:\n" + "\n".join(rows)


def _listening(host: str, port: int) -> socket.socket:
    """The socket that requests come to. Raise bad-request for an address that cannot be had."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else "no host is called so"
        raise problem(
            Code.BAD_REQUEST, f"one cannot listen there ({reason})", where=f"{host}:{port}",
            hint="choose another --host or --port",
        ) from error  # fmt: skip


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _settings() -> Settings:
    """The settings of the environment. Raise bad-request for one that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "ITUGRAPH_" + "_".join(str(step) for step in first["loc"]).upper()
        raise problem(
            Code.BAD_REQUEST, f"{first['input']!r} cannot be used: {first['msg']}", where=name,
            hint="see itugraph serve --help for the settings",
        ) from error  # fmt: skip


@click.command("serve", epilog=settings_help())
@store
@click.option("--host", help="Address to listen on; ITUGRAPH_HOST, else 127.0.0.1.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; ITUGRAPH_PORT, else 8000.")
def command(store: str, host: str | None, port: int | None) -> None:
    """Serve API, SPARQL endpoint and pages of a store until interrupted."""
    from graph_service.api.serving import server  # noqa: PLC0415 - the help starts without the web server
    from graph_service.cli.serving import application  # noqa: PLC0415

    asked = {name: value for name, value in (("store", store), ("host", host), ("port", port)) if value is not None}
    settings = _settings().model_copy(update=asked)
    if not is_remote(settings.store) and not Path(settings.store).is_dir():
        say(f"{settings.store}: there is no store yet; make one with itugraph build --store {settings.store}")
    with _listening(settings.host, settings.port) as listening:
        service = server(application(settings), settings)
        say(f"Serving {shown(settings.store)} on {_address(listening)} (stop with Ctrl-C)")
        service.run(sockets=[listening])
