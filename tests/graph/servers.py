"""The SPARQL servers that carry the suite: each name with what serves an empty store of it on loopback."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from tests.graph.endpoint import oxigraph_server
from tests.graph.virtuoso import is_installed, virtuoso_server

Serve = Callable[[Path], AbstractContextManager[str]]
SERVERS: dict[str, Serve] = {"oxigraph": oxigraph_server}
if is_installed():
    SERVERS["virtuoso"] = virtuoso_server
