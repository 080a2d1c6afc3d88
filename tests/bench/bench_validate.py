"""Validation by the fast validator beside pySHACL on the same exported graph, in turn: same report, time, memory."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measuring import ROOT, SHARED, Row, command, ratio

ROUNDS = 3
EXPORT = """
import sys
from pyoxigraph import DefaultGraph, RdfFormat, Store
Store.read_only(sys.argv[1]).dump(sys.argv[2], format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
"""
PROCESS = "graph_service.graph.validation_process"


def run():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command("build", "--store", str(folder / "store"))
        yield from compared(folder, "the built graph", ROUNDS)
        fast, whole = whole_commands(folder / "store")
        yield Row("whole command, that with --reference = 1", f"{ratio(fast, whole)} ({fast:.1f} s)")
        archives = sorted((SHARED / "corpus").glob("relaton-data-itu-*.tar.xz"))
        if not archives:
            yield Row("with all records", "no archive beside the checkout")
            return
        process = [sys.executable, "-m", "graph_service.cli", "import", "relaton", str(archives[-1])]
        subprocess.run([*process, "--store", str(folder / "store")], cwd=ROOT, check=True, capture_output=True)
        yield from compared(folder, "all records too", 1)


def compared(folder, what, rounds):
    data, triples = exported(folder)
    found = {"fast": [], "reference": []}
    for _ in range(rounds):
        for validator, runs in found.items():
            runs.append(validated(validator, data, folder / validator))
    assert json.loads((folder / "fast").read_text()) == json.loads((folder / "reference").read_text())
    (fast, mib), (slow, most) = (min(runs) for runs in found.values())
    yield Row(
        f"{what}, {triples} triples: load and validate, pySHACL = 1",
        f"{ratio(fast, slow)} ({fast:.2f} s, {mib:.0f} MiB; pySHACL {slow:.1f} s, {most:.0f} MiB)",
    )


def exported(folder):
    """The default graph as N-Triples, and how many triples it has."""
    data = folder / "data.nt"
    subprocess.run([sys.executable, "-c", EXPORT, str(folder / "store"), str(data)], check=True)
    with data.open("rb") as lines:
        return data, sum(1 for _ in lines)


def validated(validator, data, report):
    """Seconds and MiB of a validator's process."""
    began = time.perf_counter()
    with data.open("rb") as source, report.open("wb") as out:
        arguments = [sys.executable, "-m", PROCESS, validator, str(ROOT / "ontology" / "shapes.ttl")]
        process = subprocess.Popen(arguments, cwd=ROOT, stdin=source, stdout=out)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0
    return time.perf_counter() - began, used.ru_maxrss / 1024


def whole_commands(store):
    """The least seconds of `itugraph validate` and of the same with --reference, in turn."""
    times = [[], []]
    for _ in range(ROUNDS):
        for at, more in enumerate(((), ("--reference",))):
            times[at].append(command("validate", "--store", str(store), *more)[0])
    return tuple(min(one) for one in times)
