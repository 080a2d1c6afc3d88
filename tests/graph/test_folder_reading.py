"""A folder is opened to read beside a writer that takes files away all the time."""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_service.graph.folder_reading import open_to_read

THING = NamedNode("http://example.org/a")
WRITING = """
import sys
from pyoxigraph import NamedNode, Quad, Store
thing = NamedNode("http://example.org/a")
for number in range(10_000):
    store = Store(sys.argv[1])
    store.add(Quad(thing, thing, NamedNode(f"http://example.org/{number}")))
    store.flush()
    if number % 10 == 9:
        store.optimize()
    del store
"""


def test_each_opening_has_a_whole_state(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = Store(str(folder))
    store.add(Quad(THING, THING, THING))
    store.flush()
    del store
    sizes = []
    with subprocess.Popen([sys.executable, "-c", WRITING, str(folder)]) as writer:
        try:
            while len(sizes) < 20 or sizes[-1] < 30:
                opened = open_to_read(folder)
                sizes.append(len(list(opened.store.quads_for_pattern(THING, None, None))))
                opened.close()
            assert writer.poll() is None
        finally:
            writer.kill()
    assert sizes == sorted(sizes)
    assert len(open_to_read(folder).store) >= sizes[-1]


def test_where_there_is_no_store_it_says_so_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        open_to_read(tmp_path / "store")
