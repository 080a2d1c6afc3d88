"""Where corrected files go."""

import os
import stat

import pytest

from graph_service.correcting.writing import targets, write_whole
from graph_service.errors import Code, ProblemError


def refused(*arguments, **options) -> Code:
    with pytest.raises(ProblemError) as error:
        targets(*arguments, **options)
    return error.value.problem.code


def test_one_file_goes_where_it_is_told(tmp_path):
    out = tmp_path / "out.docx"
    assert targets(out, ["a.docx"], [tmp_path / "a.docx"], force=False) == {"a.docx": out}


def test_several_go_into_a_folder_under_their_names(tmp_path):
    out = tmp_path / "new"
    made = targets(out, ["a.docx", "sub/b.docx"], [], force=False)
    assert made == {"a.docx": out / "a.docx", "sub/b.docx": out / "sub" / "b.docx"}


def test_one_file_goes_into_a_folder_that_is_there(tmp_path):
    assert targets(tmp_path, ["a.docx"], [], force=False) == {"a.docx": tmp_path / "a.docx"}


def test_names_lead_out_of_no_folder(tmp_path):
    made = targets(tmp_path, ["../../etc/x.docx", "/root/y.docx"], [], force=False)
    assert [path.relative_to(tmp_path).as_posix() for path in made.values()] == ["etc/x.docx", "root/y.docx"]


def test_the_original_is_never_written_over_not_even_by_force(tmp_path):
    file = tmp_path / "a.docx"
    file.touch()
    (tmp_path / "link.docx").symlink_to(file)
    assert refused(file, ["a.docx"], [file], force=True) is Code.REFUSED
    assert refused(tmp_path / "link.docx", ["a.docx"], [file], force=True) is Code.REFUSED
    assert refused(tmp_path, ["a.docx", "b.docx"], [file], force=True) is Code.REFUSED


def test_another_file_is_written_over_by_force_alone(tmp_path):
    (tmp_path / "out.docx").touch()
    assert refused(tmp_path / "out.docx", ["a.docx"], [], force=False) is Code.EXISTS
    assert targets(tmp_path / "out.docx", ["a.docx"], [], force=True)


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path):
    (tmp_path / "out").touch()
    assert refused(tmp_path / "out", ["a.docx", "b.docx"], [], force=True) is Code.EXISTS
    (tmp_path / "folder" / "a.docx").mkdir(parents=True)
    assert refused(tmp_path / "folder", ["a.docx"], [], force=True) is Code.EXISTS


def test_a_file_is_written_whole_with_usual_permissions(tmp_path):
    target = tmp_path / "new" / "out.docx"
    write_whole(target, b"data")
    assert target.read_bytes() == b"data"
    assert [file.name for file in target.parent.iterdir()] == ["out.docx"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ProblemError) as error:
        write_whole(tmp_path / "file" / "out.docx", b"data")
    assert error.value.problem.code is Code.REFUSED
