"""Records go into a store whole or not at all, are left alone when unchanged, and give the same store in any order."""

import dataclasses
import shutil
from datetime import UTC, datetime

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.graph.derived import derive_update
from graph_service.graph.engine import open_engine
from graph_service.graph.importing.endpoint_writing import EndpointWriting
from graph_service.graph.importing.importing import Refusal
from graph_service.graph.importing.statements import GRAPH
from graph_service.graph.reading_graph import run_quads
from graph_service.graph.validation import validate
from tests.graph.conftest import ONTOLOGY
from tests.graph.importing.composed import LINE, folder_of, record, tar_of, zip_of
from tests.graph.importing.conftest import lines_of

ID = "https://w3id.org/itu-xref/id/"
ONT = "https://w3id.org/itu-xref/ont#"
RENAMED = {**LINE, "itu-t-x-9001-12-2014.yaml": record("ITU-T X.9001 (12/2014)", stage="Published", title="Renamed")}
MORE = {**LINE, "itu-t-x-9001-02-2020.yaml": record("ITU-T X.9001 (02/2020)", at="2020-02-13", stage="Published")}
OTHER_NUMBER = {**LINE, "itu-t-x-9003-05-2005.yaml": record("ITU-T X.9004 (05/2005)", at="2005-05-14")}
OTHER_FILE = {("moved.yaml" if name == "itu-t-x-9003-05-2005.yaml" else name): data for name, data in LINE.items()}
FEWER_RELATIONS = {**LINE, "itu-t-x-9001-03-2010.yaml": record("ITU-T X.9001 (03/2010)", at="2010-03-29")}
NO_LONGER_JOINT = {**LINE, "itu-t-x-9002-y-9902-07-2016.yaml": record("ITU-T X.9002 (07/2016)", at="2016-07-29")}


def test_the_report_counts_records_instruments_and_editions(imported):
    _, report = imported
    assert (report.read, report.imported, report.unchanged, report.refused) == (12, 12, 0, ())
    assert (report.instruments, report.editions) == (9, 12)


def test_an_instrument_is_a_number_and_each_text_of_it_an_edition(imported):
    lines = set(lines_of(imported[0]))
    for edition in ("X.9001/2010-03", "X.9001/2010-03/amd-1", "X.9001/2014-12"):
        assert f"<{ID}itu-t/rec/{edition}> <{ONT}editionOf> <{ID}itu-t/rec/X.9001> ." in lines


def test_what_is_imported_keeps_the_rules_of_the_graph(imported, small):
    engine = open_engine(imported[0], read_only=True)
    try:
        report = validate(engine, ONTOLOGY / "shapes.ttl", small)
    finally:
        engine.close()
    ours = [result for result in report.results if "itu-t/" in result.node or "itu-r/" in result.node]
    assert not [result for result in ours if result.severity == "violation"]


def test_what_follows_is_what_the_update_derives(importer, tmp_path, store):
    whole = {name: data for name, data in LINE.items() if "amd" not in name}
    importer.run(folder_of(tmp_path / "records", whole), str(store))
    before = lines_of(store)
    engine = open_engine(store)
    engine.update(derive_update())
    engine.flush()
    engine.close()
    assert lines_of(store) == before
    assert any("followedBy" in line and "X.9001" in line for line in before)


def test_a_second_import_changes_nothing(store, importer, tmp_path):
    path = folder_of(tmp_path / "records")
    importer.run(path, str(store))
    before = lines_of(store)
    files = sorted((file.name, file.stat().st_mtime_ns) for file in store.iterdir())
    report = importer.run(path, str(store))
    assert (report.read, report.imported, report.unchanged) == (12, 0, 12)
    assert (report.instruments, report.editions) == (9, 12)
    assert lines_of(store) == before
    assert sorted((file.name, file.stat().st_mtime_ns) for file in store.iterdir()) == files


@pytest.mark.parametrize(
    "later", [RENAMED, MORE, OTHER_NUMBER, OTHER_FILE, FEWER_RELATIONS, NO_LONGER_JOINT],
    ids=["title", "new edition", "other number", "other file", "fewer relations", "no longer joint"],
)  # fmt: skip
def test_a_changed_record_gives_what_it_would_have_given_at_first(later, plain, store, importer, tmp_path):
    importer.run(folder_of(tmp_path / "records"), str(store))
    report = importer.run(folder_of(tmp_path / "records", later), str(store))
    assert report.imported == 1
    fresh = shutil.copytree(plain, tmp_path / "fresh")
    importer.run(folder_of(tmp_path / "records", later), str(fresh))
    assert lines_of(store) == lines_of(fresh)


def test_a_part_of_the_records_leaves_the_others_as_they_are(store, importer, tmp_path):
    importer.run(folder_of(tmp_path / "records"), str(store))
    name = "itu-t-x-9001-12-2014.yaml"
    importer.run(folder_of(tmp_path / "part", {name: RENAMED[name]}), str(store))
    lines = lines_of(store)
    assert any("X.9001/2014-12> " in line and '"Renamed"@en' in line for line in lines)
    assert any("X.9003/2005-05> " in line for line in lines)
    assert f"<{ID}itu-t/rec/X.9001/2010-03> <{ONT}followedBy> <{ID}itu-t/rec/X.9001/2014-12> ." in lines


def test_records_that_come_in_parts_newest_first_are_as_if_they_came_at_once(imported, store, importer, tmp_path):
    first = {
        name: data for name, data in LINE.items() if name.endswith(("2014.yaml", "2016.yaml", "2011.yaml", "-1.yaml"))
    }
    for part in (first, {name: data for name, data in LINE.items() if name not in first}):
        importer.run(folder_of(tmp_path / "records", part), str(store))
    assert _without_origin(lines_of(store)) == _without_origin(lines_of(imported[0]))


@pytest.mark.parametrize("pack", [tar_of, zip_of])
def test_an_archive_holds_the_same_as_a_folder(pack, imported, store, importer, tmp_path):
    report = importer.run(pack(tmp_path / "records.archive"), str(store))
    assert (report.read, report.imported) == (12, 12)
    assert _without_origin(lines_of(store)) == _without_origin(lines_of(imported[0]))


def _without_origin(lines: list[str]) -> list[str]:
    return [line for line in lines if "ont#file>" not in line and "ont#sha256>" not in line]


def test_what_cannot_be_read_is_listed_and_the_rest_taken(store, importer, tmp_path):
    bad = {"a.yaml": b"title: [\n", "b.yaml": b"title: none\n", "c.yaml": record("ITU-T no number at all")}
    report = importer.run(folder_of(tmp_path / "records", {**LINE, **bad}), str(store))
    assert (report.read, report.imported) == (15, 12)
    assert [refusal.file for refusal in report.refused] == ["a.yaml", "b.yaml", "c.yaml"]
    assert all(isinstance(refusal, Refusal) and refusal.reason for refusal in report.refused)
    again = importer.run(tmp_path / "records", str(store))
    assert (again.imported, again.unchanged, again.refused) == (0, 12, report.refused)


def test_two_records_of_one_text_are_told_apart_or_one_is_refused(store, importer, tmp_path):
    twice = {"a.yaml": record("ITU-T X.9001 (12/2014)"), "b.yaml": record("ITU-T X.9001 (12/2014)", title="Another")}
    report = importer.run(folder_of(tmp_path / "records", twice), str(store))
    assert report.imported == 1
    assert [(one.file, "a.yaml" in one.reason) for one in report.refused] == [("b.yaml", True)]


def test_a_record_that_breaks_later_stays_as_it_was(store, importer, tmp_path):
    importer.run(folder_of(tmp_path / "records"), str(store))
    before = lines_of(store)
    report = importer.run(folder_of(tmp_path / "records", {**LINE, "itu-r-sm-9001-0.yaml": b"\x01"}), str(store))
    assert [refusal.file for refusal in report.refused] == ["itu-r-sm-9001-0.yaml"]
    assert lines_of(store) == before


@pytest.mark.parametrize("data", [b"", b"no archive", None], ids=["empty", "text", "cut short"])
def test_an_archive_that_is_none_or_cut_short_changes_nothing(data, store, importer, tmp_path):
    file = tmp_path / "records.tar.xz"
    file.write_bytes(tar_of(tmp_path / "whole.tar.xz").read_bytes()[:-200] if data is None else data)
    before = lines_of(store)
    with pytest.raises(ProblemError) as raised:
        importer.run(file, str(store))
    assert raised.value.problem.code is Code.UNREADABLE_FILE
    assert lines_of(store) == before


def test_a_folder_without_records_is_said_so(store, importer, tmp_path):
    with pytest.raises(ProblemError, match="no records"):
        importer.run(folder_of(tmp_path / "records", {}), str(store))


def test_a_store_that_another_process_writes_is_left_alone(store, importer, tmp_path):
    engine = open_engine(store)
    try:
        with pytest.raises(ProblemError) as raised:
            importer.run(folder_of(tmp_path / "records"), str(store))
    finally:
        engine.close()
    assert raised.value.problem.code is Code.STORE_UNAVAILABLE


def test_an_endpoint_holds_the_same_as_a_folder(imported, endpoint, importer, tmp_path):
    first = folder_of(tmp_path / "records", {**RENAMED, "itu-t-x-9003-05-2005.yaml": LINE["itu-r-91-hdb.yaml"]})
    importer.run(first, endpoint)
    report = importer.run(folder_of(tmp_path / "records"), endpoint)
    assert (report.imported, report.unchanged) == (2, 10)
    assert _without_origin(lines_of(endpoint)) == _without_origin(lines_of(imported[0]))


def test_an_import_into_an_endpoint_that_breaks_off_goes_on(imported, endpoint, importer, tmp_path, monkeypatch):
    path = folder_of(tmp_path / "records")
    with monkeypatch.context() as patched:
        patched.setattr(EndpointWriting, "_common", _break_off)
        with pytest.raises(KeyboardInterrupt):
            importer.run(path, endpoint)
    report = importer.run(path, endpoint)
    assert (report.imported, report.unchanged) == (0, 12)
    assert _without_origin(lines_of(endpoint)) == _without_origin(lines_of(imported[0]))


def _break_off(_self, _origin):
    raise KeyboardInterrupt


def test_runs_are_added_only_where_something_changes(store, importer, tmp_path):
    path, run = folder_of(tmp_path / "records"), list(run_quads("one", datetime(2026, 1, 1, tzinfo=UTC), "r"))
    importer.run(path, str(store), run)
    importer.run(path, str(store), list(run_quads("two", datetime(2026, 1, 2, tzinfo=UTC), "r")))
    engine = open_engine(store, read_only=True)
    try:
        graphs = {str(quad.graph_name) for quad in engine.dump()}
    finally:
        engine.close()
    assert [graph for graph in graphs if "/run/" in graph] == [str(run[0].graph_name)]


def test_one_process_gives_the_same_as_two(imported, store, importer, tmp_path):
    alone = dataclasses.replace(importer, workers=1)
    alone.run(folder_of(tmp_path / "records"), str(store))
    assert lines_of(store) == lines_of(imported[0])


def test_each_statement_of_the_source_stands_once(imported):
    lines = lines_of(imported[0])
    said = {line.removesuffix(f" {GRAPH} .") for line in lines if line.endswith(f" {GRAPH} .")}
    standing = [line.removesuffix(" .") for line in lines if line.count("<") and line.removesuffix(" .") in said]
    assert len(standing) == len(set(standing))
    assert said - set(standing) == set()
