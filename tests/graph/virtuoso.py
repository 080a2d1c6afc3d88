"""Virtuoso Open Source for tests: a server of one's own on free loopback ports, ended by its process.

The package is Debian's ``virtuoso-opensource-7-bin``; where there is no apt it may be missing, and is then left out.
"""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.graph.endpoint import free_port

PATIENCE = 60.0
PROGRAMS = ("virtuoso-t", "isql-vt")
OPEN = "grant SPARQL_UPDATE to \"SPARQL\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);"
"""Anybody who reaches the port may write, as with the other server."""
SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
ServerThreads = 10
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
"""


def is_installed() -> bool:
    """Whether this machine has the server and its console."""
    return all(shutil.which(name) for name in PROGRAMS)


@contextmanager
def virtuoso_server(folder: Path) -> Iterator[str]:
    """Serve an empty store on loopback while the block runs; yields the address of its queries and updates."""
    with virtuoso_process(folder, http=free_port()) as (address, _):
        yield address


@contextmanager
def virtuoso_process(folder: Path, *, http: int) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same on a known port, with the process, for tests that end it."""
    folder.mkdir(parents=True, exist_ok=True)
    sql, settings = free_port(), folder / "virtuoso.ini"
    settings.write_text(SETTINGS.format(folder=folder, sql=sql, http=http))
    command = ["virtuoso-t", "+foreground", "+configfile", settings]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{http}/sparql"
        _wait(address, process, folder)
        subprocess.run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"EXEC={OPEN}"], check=True, capture_output=True)
        yield address, process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, (folder / "virtuoso.log").read_text()
        try:
            if httpx.get(url, params={"query": "ASK {}"}).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("Virtuoso did not answer in time")
