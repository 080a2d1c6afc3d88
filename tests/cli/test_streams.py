"""The command at the edges of a system: streams that are full, closed or of another encoding, files that are refused."""

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT


def shell(words, cwd, **environment):
    """The command as a line of a shell has it: what stands for ``itugraph`` is this checkout."""
    done = subprocess.run(
        ["sh", "-c", words.replace("itugraph", f"{sys.executable} -m graph_service.cli")],
        cwd=cwd, capture_output=True, check=False, timeout=60,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert b"Exception ignored" not in done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize("command", ["rules", "rules --format json", "identify ITU-T.G.711", "--help"])
def test_a_full_disk_is_told(tmp_path, command):
    done = shell(f"itugraph {command} > /dev/full", tmp_path)
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_leaves_ends_the_command_quietly(tmp_path):
    lines = "\n".join(["ITU-T G.711"] * 2000)
    (tmp_path / "lines.txt").write_text(lines, encoding="utf-8")
    done = shell("(itugraph identify < lines.txt; echo $? >&2) | head -n 1", tmp_path)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr.strip() in {b"1", b"141"}


@pytest.mark.parametrize(("words", "code"), [
    ("itugraph rules >&-", 0),
    ("itugraph identify <&-", 0),
    ("itugraph extract none.txt 2>&-", 2),
])  # fmt: skip
def test_a_closed_stream_leads_nowhere(tmp_path, words, code):
    assert shell(words, tmp_path).returncode == code


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_all_scripts_are_printed_whatever_the_encoding_of_the_environment(tmp_path, encoding):
    done = shell("itugraph identify 'Рек. МСЭ-R SA.364-6'", tmp_path, PYTHONIOENCODING=encoding, LC_ALL="POSIX")
    assert "Рек. МСЭ-R SA.364-6" in done.stdout.decode("utf-8")


def test_bytes_that_are_no_words_are_shown_by_their_number(tmp_path):
    (tmp_path / "lines.txt").write_bytes(b"\xff G.711\n")
    done = shell("itugraph identify < lines.txt", tmp_path, PYTHONIOENCODING="utf-8:strict")
    assert done.returncode == 1
    assert rb"\xff" in done.stdout


def test_a_name_of_a_file_that_is_no_word_is_told(tmp_path):
    (tmp_path / os.fsdecode(b"\xfftext.txt")).write_bytes(b"")
    done = shell("itugraph extract *.txt", tmp_path)
    assert done.returncode == 2
    assert b"text.txt: the file is empty" in done.stderr


def test_what_the_system_refuses_is_one_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    done = shell("itugraph build --store file/store", tmp_path)
    assert done.returncode == 2
    assert (
        b"file: Not a directory" in done.stderr or b"file: File exists" in done.stderr or b"file/store" in done.stderr
    )
    assert len(done.stderr.splitlines()) == 1
