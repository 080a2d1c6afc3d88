"""``itugraph serve`` as a process: one port for data and pages; settings that cannot be used are one sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

SERVE = (sys.executable, "-c", "from graph_service.cli import main; main()", "serve")


@pytest.mark.parametrize(("name", "value"), [("ITUGRAPH_PORT", "abc"), ("ITUGRAPH_QUERY_TIMEOUT", "-1")])
def test_a_setting_that_cannot_be_used_is_told_in_one_sentence(name: str, value: str) -> None:
    done = subprocess.run(
        SERVE, env={**os.environ, name: value}, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(rf"itugraph: {name}: .*--help for the settings\n", done.stderr), done.stderr


def test_data_and_pages_are_served_on_one_port(store: Path) -> None:
    with subprocess.Popen((*SERVE, "--store", str(store), "--port", "0"), stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            told = process.stderr.readline()
            address = re.search(r"http://127\.0\.0\.1:[1-9]\d*", told)
            assert address, told
            with httpx.Client(base_url=address[0], transport=httpx.HTTPTransport(retries=8), timeout=30) as client:
                assert "<h1" in client.get("/", headers={"Accept": "text/html"}).text
                assert client.get("/api/instruments/pp/res/197").json()["number"] == "197"
        finally:
            process.terminate()


def test_help_lists_every_setting() -> None:
    done = subprocess.run((*SERVE, "--help"), capture_output=True, text=True, check=True, timeout=60)
    assert "ITUGRAPH_STORE" in done.stdout
    assert "ITUGRAPH_UPDATE_TOKEN" in done.stdout
