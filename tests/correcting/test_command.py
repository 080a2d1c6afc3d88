"""``itugraph check --corrected`` as people run it."""

import json
import os
import subprocess
import sys

import pytest

from tests.correcting.composed import texts
from tests.correcting.pdf import pdf_file
from tests.correcting.test_correct import DRAFTS, as_word
from tests.correcting.word import parts_of, word_file

LINES, BECOMES = DRAFTS["en"]["lines"], DRAFTS["en"]["becomes"]
AT = ("--at", "2022-06-05", "--store", "none")


def check(*arguments, cwd):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "graph_service.cli", "check", *map(str, arguments), *AT]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("drafts")
    (made / "sub").mkdir()
    (made / "a.docx").write_bytes(as_word(LINES))
    (made / "sub" / "a.docx").write_bytes(as_word(LINES))
    (made / "b.txt").write_text("\n".join(LINES), "utf-8")
    return made


def test_a_word_file_comes_back_with_changes_by_the_author(folder, tmp_path):
    done = check(
        folder / "a.docx",
        "--corrected",
        tmp_path / "out.docx",
        "--author",
        "Ms A",
        "--date",
        "2022-06-01",
        cwd=tmp_path,
    )
    assert done.returncode == 1, done.stderr
    data = (tmp_path / "out.docx").read_bytes()
    assert texts(data)[-1].rstrip() == BECOMES
    assert b'w:author="Ms A" w:date="2022-06-01T00:00:00Z"' in parts_of(data)["word/document.xml"]
    assert "2 corrected" in done.stderr


@pytest.mark.parametrize(("name", "out"), [("a.docx", "out.txt"), ("b.txt", "out.docx"), ("b.txt", "out.PDF")])
def test_a_name_that_promises_another_format_is_refused(folder, tmp_path, name, out):
    done = check(folder / name, "--corrected", tmp_path / out, cwd=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert f"{out}: the corrected file is" in done.stderr


def test_findings_alone_go_to_standard_output(folder, tmp_path):
    done = check(folder / "a.docx", "--corrected", tmp_path / "out.docx", "--accept", "--format", "json", cwd=tmp_path)
    found = json.loads(done.stdout)
    assert [finding["apply"] for finding in found["documents"][0]["findings"]].count(True) == 2
    assert b"w:ins" not in parts_of((tmp_path / "out.docx").read_bytes())["word/document.xml"]


def test_a_folder_comes_back_as_a_folder_with_diffs_of_its_texts(folder, tmp_path):
    done = check(folder, "--corrected", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    made = sorted(
        file.relative_to(tmp_path / "out").as_posix() for file in (tmp_path / "out").rglob("*") if file.is_file()
    )
    assert made == ["a.docx", "b.txt", "b.txt.diff", "sub/a.docx"]
    assert (tmp_path / "out" / "b.txt").read_text("utf-8").endswith(BECOMES)
    assert f"+{BECOMES}" in (tmp_path / "out" / "b.txt.diff").read_text("utf-8")


def test_what_is_there_is_not_written_over(folder, tmp_path):
    (tmp_path / "out.docx").write_bytes(b"mine")
    done = check(folder / "a.docx", "--corrected", tmp_path / "out.docx", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "out.docx").read_bytes()) == (2, b"mine")
    assert "--force" in done.stderr
    assert check(folder / "a.docx", "--corrected", tmp_path / "out.docx", "--force", cwd=tmp_path).returncode == 1
    assert (tmp_path / "out.docx").read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("more", "said"),
    [(("--changes", "original"), "as it shall read"), (("--date", "someday"), "no date"), (("--author", ""), "author")],
)
def test_what_cannot_be_is_said_in_one_sentence(folder, tmp_path, more, said):
    done = check(folder / "a.docx", "--corrected", tmp_path / "out.docx", *more, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_a_pdf_is_checked_and_its_correction_refused_in_a_sentence(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf_file(LINES))
    done = check(tmp_path / "a.pdf", "--corrected", tmp_path / "out.pdf", cwd=tmp_path)
    assert (done.returncode, "stale-at-adoption" in done.stdout) == (2, True)
    assert "(pdf) cannot be corrected" in done.stderr
    assert "correct the Word" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_what_to_know_of_a_word_file_is_said(tmp_path):
    links, extra = {"embeddings/inner.docx": "package"}, {"word/embeddings/inner.docx": as_word(LINES)}
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    extra["_xmlsignatures/origin.sigs"] = b""
    (tmp_path / "a.docx").write_bytes(word_file(body, signed=True, links=links, extra=extra))
    done = check(tmp_path / "a.docx", "--corrected", tmp_path / "out.docx", cwd=tmp_path)
    assert "not read (inner.docx)" in done.stdout
    assert "the signature does not hold" in done.stdout
