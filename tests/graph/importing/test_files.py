"""Record files of folders and archives: which they are, in bounds, and what an archive's damage says."""

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.graph.importing import files
from graph_service.graph.importing.files import checksum_of, is_record_name, open_package
from tests.graph.importing.composed import LINE, folder_of, tar_of, zip_of

PACKS = {
    "folder": lambda place: folder_of(place / "records"),
    "tar": lambda place: tar_of(place / "records.tar", mode="w"),
    "tar.gz": lambda place: tar_of(place / "records.tgz", mode="w:gz"),
    "tar.xz": lambda place: tar_of(place / "records.tar.xz"),
    "zip": lambda place: zip_of(place / "records.zip"),
}


@pytest.mark.parametrize("pack", PACKS)
def test_all_records_come_with_their_bytes_and_the_index_does_not(pack, tmp_path):
    package = open_package(PACKS[pack](tmp_path))
    assert {file.name: file.data for file in package.read()} == LINE


def test_a_folder_is_walked_and_knows_how_many_there_are(tmp_path):
    folder_of(tmp_path / "data" / "below")
    (tmp_path / "README.adoc").write_text("no record")
    assert open_package(tmp_path).total == len(LINE)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("a.yaml", True),
        ("A.YML", True),
        ("a.json", False),
        ("index.yaml", False),
        ("index-v2.yaml", False),
        ("indexes.yaml", True),
    ],
)
def test_a_record_is_told_by_its_name(name, is_one):
    assert is_record_name(name) is is_one


def test_a_file_too_large_for_a_record_comes_without_its_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_LONGEST", 100)
    for pack in PACKS.values():
        assert {file.data for file in open_package(pack(tmp_path)).read()} == {None}


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_LARGEST", 1000)
    with pytest.raises(ProblemError) as raised:
        list(open_package(tar_of(tmp_path / "records.tar.xz")).read())
    assert raised.value.problem.code is Code.TOO_LARGE


@pytest.mark.parametrize("pack", ["tar.gz", "tar.xz", "zip"])
def test_a_damaged_archive_is_a_problem(pack, tmp_path):
    file = PACKS[pack](tmp_path)
    data = bytearray(file.read_bytes())
    for at in range(len(data) // 3, len(data) // 2):
        data[at] ^= 0xFF
    file.write_bytes(bytes(data))
    with pytest.raises(ProblemError) as raised:
        list(open_package(file).read())
    assert raised.value.problem.code is Code.UNREADABLE_FILE


def test_what_is_not_there_is_a_problem(tmp_path):
    with pytest.raises(ProblemError, match="no such folder"):
        open_package(tmp_path / "nothing")


def test_the_checksum_of_a_folder_is_that_of_its_files_in_any_order(tmp_path):
    one = checksum_of(tmp_path, iter([("a", "1"), ("b", "2")]))
    assert one == checksum_of(tmp_path, iter([("b", "2"), ("a", "1")]))
    assert one != checksum_of(tmp_path, iter([("a", "1"), ("b", "3")]))
