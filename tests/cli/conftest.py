"""The command as people run it: a process, its output and its exit code; a store built once."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


def run(*arguments, stdin=None, cwd=None, environment=None):
    done = subprocess.run(
        [sys.executable, "-m", "graph_service.cli", *arguments], cwd=cwd or ROOT, input=stdin, capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8", "PYTHONPATH": str(ROOT), "HOME": str(ROOT), **(environment or {})},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def itugraph():
    return run


@pytest.fixture(scope="package")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli") / "store"
    done = run("build", "--store", str(folder))
    assert done.code == 0, done.err
    return str(folder)
