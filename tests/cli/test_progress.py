"""Progress is shown on a terminal, a real one (pty), to standard error alone; in a pipe a command keeps quiet."""

import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

import pytest

from tests.cli.conftest import ROOT
from tests.graph.importing.composed import tar_of

_LONGEST = 120
_CONTROL = "\x1b["
"""What moves the cursor of a terminal; words alone do not need it."""


def on_a_terminal(*arguments):
    """Run a command whose standard error is a terminal; return its code, standard output, and what the terminal got."""
    ours, theirs = pty.openpty()
    with tempfile.TemporaryFile() as out:  # a pipe would be full before the terminal is read to its end
        process = subprocess.Popen(
            [sys.executable, "-m", "graph_service.cli", *arguments], cwd=ROOT,
            stdin=subprocess.DEVNULL, stdout=out, stderr=theirs, close_fds=True,
            env={"PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8", "PYTHONPATH": str(ROOT), "HOME": str(ROOT),
                 "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"},
        )  # fmt: skip
        os.close(theirs)
        got = b"".join(read_until_closed(ours))
        code = process.wait(timeout=_LONGEST)
        out.seek(0)
        return code, out.read().decode(), got.decode(errors="replace")


def read_until_closed(terminal):
    until = time.monotonic() + _LONGEST
    try:
        while time.monotonic() < until and select.select([terminal], [], [], _LONGEST)[0]:
            block = os.read(terminal, 65536)
            if not block:
                return
            yield block
    except OSError:  # a terminal that nobody writes to any more is an input error on Linux
        return
    finally:
        os.close(terminal)


@pytest.fixture
def own(store, tmp_path):
    return str(shutil.copytree(store, tmp_path / "store"))


def test_an_import_shows_its_progress_on_a_terminal_and_its_answer_on_standard_output(own, tmp_path):
    archive = str(tar_of(tmp_path / "records.tar.xz"))
    code, out, seen = on_a_terminal("import", "relaton", archive, "--store", own)
    assert code == 0, seen
    assert _CONTROL in seen
    assert "12 imported" in out
    assert _CONTROL not in out


def test_an_import_that_makes_the_store_says_so_on_a_terminal(tmp_path):
    archive = str(tar_of(tmp_path / "records.tar.xz"))
    code, _, seen = on_a_terminal("import", "relaton", archive, "--store", str(tmp_path / "new"))
    assert code == 0, seen
    assert "Building the graph" in seen


def test_an_import_is_quiet_in_a_pipe(itugraph, own, tmp_path):
    done = itugraph("import", "relaton", str(tar_of(tmp_path / "records.tar.xz")), "--store", own)
    assert (done.code, done.err) == (0, "")
    assert _CONTROL not in done.out


@pytest.mark.parametrize("arguments", [("export", "--format", "csv"), ("validate",)])
def test_other_long_commands_show_theirs_on_a_terminal_and_not_in_a_pipe(itugraph, store, arguments):
    code, _, seen = on_a_terminal(*arguments, "--store", store)
    assert code == 0, seen
    assert _CONTROL in seen
    assert _CONTROL not in itugraph(*arguments, "--store", store).err
