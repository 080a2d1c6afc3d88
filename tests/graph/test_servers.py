"""Both servers carry the suite; Virtuoso is left out only where there is no apt to install it with."""

import shutil

from tests.graph.servers import SERVERS


def test_virtuoso_is_there_where_it_can_be_installed() -> None:
    assert "oxigraph" in SERVERS
    assert "virtuoso" in SERVERS or shutil.which("apt-get") is None
