"""Import of all publication records, beside PyYAML's C loader that only parses them, in turn; memory of the processes."""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from pathlib import Path

from tests.bench.measuring import ROOT, SHARED, Row, command, ratio

ROUNDS = 2
PARSE = """
import sys, yaml
from pathlib import Path
for file in sorted(Path(sys.argv[1]).rglob("data/*.yaml")):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
"""


def run():
    archives = sorted((SHARED / "corpus").glob("relaton-data-itu-*.tar.xz"))
    if not archives:
        yield Row("import of all records", "no archive beside the checkout")
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from measured(str(archives[-1]), Path(folder))


def measured(archive, folder):
    with tarfile.open(archive) as packed:
        packed.extractall(folder / "records", filter="data")
    build, _ = command("build", "--store", str(folder / "plain"))
    parses, imports, peaks = [], [], []
    for at in range(ROUNDS):
        store = folder / f"store-{at}"
        shutil.copytree(folder / "plain", store)
        parses.append(parsed(folder / "records"))
        seconds, peak = imported(archive, store)
        imports.append(seconds)
        peaks.append(peak)
    again, _ = imported(archive, store)
    files = len(list((folder / "records").rglob("data/*.yaml")))
    yield Row("PyYAML's C loader, parsing alone", f"{files} files, {min(parses):.1f} s")
    yield Row(
        "import of all records into a store, that = 1 (at most 0.30)",
        f"{ratio(min(imports), min(parses))} ({min(imports):.1f} s)",
    )
    yield Row("memory of all its processes, shared pages counted once", f"{max(peaks):.0f} MiB at most (below 1000)")
    yield Row("the same archive again", f"{ratio(again, min(parses))} ({again:.1f} s)")
    yield Row("build of the store before it", f"{build:.1f} s")


def parsed(records):
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", PARSE, str(records)], check=True)
    return time.perf_counter() - began


def imported(archive, store):
    """Seconds of the command as a whole, and the most memory that its process group had."""
    began = time.perf_counter()
    arguments = ["import", "relaton", archive, "--store", str(store)]
    process = subprocess.Popen(
        [sys.executable, "-m", "graph_service.cli", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    watch = Watch(process.pid)
    watch.start()
    assert process.wait() == 0
    seconds = time.perf_counter() - began
    watch.ended.set()
    watch.join()
    return seconds, watch.peak


class Watch(threading.Thread):
    """Adds up the proportional memory of a session's processes, ten times a second."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session = session
        self.peak = 0.0
        self.ended = threading.Event()

    def run(self):
        while not self.ended.wait(0.1):
            self.peak = max(self.peak, sum(proportional(pid) for pid in session_of(self.session)))


def session_of(session):
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                if os.getsid(int(entry.name)) == session:
                    yield entry.name
            except ProcessLookupError:
                continue


def proportional(pid):
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
