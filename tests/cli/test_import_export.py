"""Import, withdraw and export as people run them: what they print, and their exit codes."""

import json
import shutil

import pytest

from tests.graph.importing.composed import LINE, folder_of, record, tar_of


@pytest.fixture
def own(store, tmp_path):
    """A store of one's own."""
    return str(shutil.copytree(store, tmp_path / "store"))


def test_an_import_says_what_it_did(itugraph, own, tmp_path):
    archive = str(tar_of(tmp_path / "records.tar.xz"))
    done = itugraph("import", "relaton", archive, "--store", own, "--format", "json")
    assert done.code == 0, done.err
    assert done.err == ""
    assert json.loads(done.out) == {
        "read": 12,
        "imported": 12,
        "unchanged": 0,
        "refused": [],
        "instruments": 9,
        "editions": 12,
    }
    again = itugraph("import", "relaton", archive, "--store", own)
    assert (again.code, "12 unchanged" in again.out) == (0, True)


def test_what_is_refused_is_told_and_makes_the_exit_code(itugraph, own, tmp_path):
    path = str(folder_of(tmp_path / "records", {**LINE, "bad.yaml": b"a: [\n"}))
    done = itugraph("import", "relaton", path, "--store", own, "--format", "json")
    assert (done.code, [row["file"] for row in json.loads(done.out)["refused"]]) == (1, ["bad.yaml"])
    only = str(folder_of(tmp_path / "records", {"bad.yaml": b"a: [\n"}))
    assert itugraph("import", "relaton", only, "--store", own).code == 2


@pytest.mark.parametrize("path", ["nothing", "README.md", "docs"])
def test_what_holds_no_records_is_one_sentence(path, itugraph, own):
    done = itugraph("import", "relaton", path, "--store", own)
    assert done.code == 2
    assert done.err.count("\n") == 1


def test_a_backup_exports_the_same_and_is_not_written_over(itugraph, store, tmp_path):
    copy = str(tmp_path / "copy")
    done = itugraph("backup", copy, "--store", store)
    assert (done.code, done.err) == (0, "")
    assert itugraph("export", "--store", copy).out == itugraph("export", "--store", store).out
    again = itugraph("backup", copy, "--store", store)
    assert (again.code, again.err.count("\n")) == (2, 1)
    assert itugraph("backup", str(tmp_path / "other"), "--store", str(tmp_path / "none")).code == 2


def test_where_there_is_no_store_one_is_made(itugraph, tmp_path):
    store = str(tmp_path / "new")
    done = itugraph("import", "relaton", str(folder_of(tmp_path / "records")), "--store", store)
    assert done.code == 0, done.err
    assert "PP Resolution 197" in itugraph("why", "pp/res/197/pp-18", "--store", store).out
    assert "relaton-data-itu" in itugraph("why", "itu-t/rec/X.9001/2014-12", "--store", store).out


def test_where_nothing_can_be_read_no_store_is_made(itugraph, tmp_path):
    assert itugraph("import", "relaton", str(tmp_path / "nothing"), "--store", str(tmp_path / "new")).code == 2
    assert not (tmp_path / "new").exists()


def test_withdraw_brings_back_what_was(itugraph, own, tmp_path):
    before = itugraph("export", "--store", own, "--no-runs").out
    itugraph("import", "relaton", str(folder_of(tmp_path / "records")), "--store", own)
    assert itugraph("export", "--store", own, "--no-runs").out != before
    done = itugraph("withdraw", "relaton-data-itu", "--store", own, "--format", "json")
    assert (done.code, json.loads(done.out)["source"]) == (0, "relaton-data-itu")
    assert itugraph("export", "--store", own, "--no-runs").out == before
    assert itugraph("withdraw", "relaton-data-itu", "--store", own).code == 1


@pytest.mark.parametrize(("form", "begin"), [("nquads", "<"), ("trig", "@prefix"), ("turtle", "@prefix"), ("jsonld", "["), ("graphml", "<graphml"), ("csv", "citing,")])  # fmt: skip
def test_each_form_is_exported_to_a_file(form, begin, itugraph, store, tmp_path):
    file = tmp_path / "out"
    assert itugraph("export", "--store", store, "--format", form, "--out", str(file)).code == 0
    assert file.read_text(encoding="utf-8").startswith(begin)


def test_nquads_are_sorted_and_the_same_again(itugraph, store):
    one = itugraph("export", "--store", store, "--no-runs").out
    assert one == itugraph("export", "--store", store, "--no-runs").out
    lines = one.splitlines()
    assert lines == sorted(lines)
    assert not [line for line in lines if "/graph/run/" in line]


def test_a_file_that_cannot_be_written_is_one_sentence(itugraph, store, tmp_path):
    done = itugraph("export", "--store", store, "--out", str(tmp_path / "no" / "file"))
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_rows_are_written_for_review(itugraph, own, tmp_path):
    itugraph(
        "import",
        "relaton",
        str(folder_of(tmp_path / "records", {"a.yaml": record("ITU-T X.9001 (12/2014)")})),
        "--store",
        own,
    )
    done = itugraph("export", "--store", own, "--rows", str(tmp_path / "rows"))
    assert done.code == 0, done.err
    rows = (tmp_path / "rows" / "editions.csv").read_text(encoding="utf-8").splitlines()
    assert rows[1:] == [
        "ITU-T,recommendation,X.9001,,2014-12,,,2014,false,,adopted,printed,,,relaton-data-itu,other,attested"
    ]
