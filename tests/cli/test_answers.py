"""Commands that ask a store: the answer on standard output, words on standard error, exit codes."""

import json

import pytest

TOLD = [
    (["cited-by", "pp/res/197"], 0, "PP Resolution 101 (Rev. Dubai, 2018)"),
    (["cited-by", "PP Res. 197"], 0, "PP Resolution 177 (Rev. Dubai, 2018)"),
    (["cited-by", "Rés. 71 (Rév. Dubaï, 2018)", "--clause", "recalls"], 0, "recalls"),
    (["chain", "pp/res/197/pp-18", "--depth", "2"], 0, "UNGA Resolution 70/1"),
    (["path", "pp/res/197", "unga/res/70-1"], 0, "70/1"),
    (["path", "unga/res/70-1", "pp/res/197"], 1, ""),
    (["impact", "pp/res/71", "--at", "pp-26"], 0, "PP Decision 11 (Rev. Dubai, 2018)"),
    (["why", "pp/res/197/pp-18"], 0, "pp18-final-acts.akn.xml"),
    (["query"], 0, "who-cites"),
    (["query", "who-cites", "instrument=pp/res/197"], 0, "recalls.2"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "shown"), TOLD, ids=lambda value: " ".join(value) if isinstance(value, list) else None
)
def test_a_question_is_answered(itugraph, store, arguments, code, shown):
    done = itugraph(*arguments, "--store", store)
    assert done.code == code, done.err
    assert shown in done.out


@pytest.mark.parametrize(
    "arguments",
    [["cited-by", "pp/res/197"], ["chain", "pp/res/197"], ["path", "pp/res/197", "pp/res/71"], ["impact", "pp/res/71"]],
)
def test_json_stands_alone_on_standard_output(itugraph, store, arguments):
    done = itugraph(*arguments, "--store", store, "--format", "json")
    assert json.loads(done.out)


def test_csv_has_a_header_and_a_row_a_citation(itugraph, store):
    lines = itugraph("cited-by", "pp/res/197", "--store", store, "--format", "csv").out.splitlines()
    assert lines[0].startswith("citing,clause,cited,text")
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["cited-by", "res/50"], 2, "wtdc/res/50"),
        (["cited-by", "no such thing"], 1, "nothing is called"),
        (["query", "no-such-query"], 1, "who-cites"),
        (["query", "who-cites"], 2, "instrument is missing"),
        (["query", "who-cites", "nonsense"], 2, "NAME=VALUE"),
        (["impact", "pp/res/71", "--at", "someday"], 2, "someday"),
        (["rules", "no-such-rule"], 1, "stale-at-adoption"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_wrong_question_is_told_in_one_sentence(itugraph, store, arguments, code, told):
    done = itugraph(*arguments, *(() if arguments[0] == "rules" else ("--store", store)))
    assert done.code == code
    assert not done.out
    assert told in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_store_that_is_not_there_is_told(itugraph, tmp_path):
    done = itugraph("cited-by", "pp/res/197", "--store", str(tmp_path / "none"))
    assert done.code == 2
    assert "build" in done.err


def test_the_graph_conforms(itugraph, store):
    done = itugraph("validate", "--store", store, "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["conforms"]


def test_an_ingested_text_makes_what_cites_the_older_edition_outdated(itugraph, tmp_path, store):
    import shutil

    copy = tmp_path / "store"
    shutil.copytree(store, copy)
    text = tmp_path / "res-197.txt"
    text.write_text(
        "RESOLUTION 197 (Rev. Bucharest, 2022)\nThe Plenipotentiary Conference (Bucharest, 2022),\nrecalling\n"
        "a)\tResolution 71 (Rev. Bucharest, 2022);\nresolves\n1\tto apply Resolution 139 (Rev. Bucharest, 2022).\n",
        encoding="utf-8",
    )
    assert itugraph("ingest", str(text), "--store", str(copy)).code == 0
    again = json.loads(itugraph("ingest", str(text), "--store", str(copy), "--format", "json").out)
    assert (again["imported"], again["unchanged"]) == (0, 1)
    cited = itugraph("cited-by", "pp/res/71/pp-22", "--store", str(copy))
    assert "PP Resolution 197 (Rev. Bucharest, 2022)" in cited.out


def test_an_empty_folder_becomes_a_whole_store_before_a_text_is_added(itugraph, tmp_path):
    text = tmp_path / "res-197.txt"
    text.write_text(
        "RESOLUTION 197 (Rev. Bucharest, 2022)\nrecalling\na)\tResolution 71 (Rev. Dubai, 2018).\n", encoding="utf-8"
    )
    (tmp_path / "store").mkdir()
    assert itugraph("ingest", str(text), "--store", str(tmp_path / "store")).code == 0
    assert "PP Resolution 177" in itugraph("cited-by", "pp/res/197", "--store", str(tmp_path / "store")).out


def test_the_folder_of_a_setting_holds_for_every_command(itugraph, tmp_path):
    done = itugraph("build", "--store", str(tmp_path / "store"), environment={"ITUGRAPH_SHARE": str(tmp_path / "none")})
    assert (done.code, str(tmp_path / "none") in done.err) == (2, True)


def test_a_proposal_is_refused_unless_it_is_called_one(itugraph, tmp_path):
    text = tmp_path / "draft.txt"
    text.write_text(
        "MOD\tXYZ/24A17/1\nRESOLUTION 77 (Rev. Kigali, 2022)\nresolves\n1\tto apply Resolution 71 (Rev. Dubai, 2018).\n",
        encoding="utf-8",
    )
    done = itugraph("ingest", str(text), "--store", str(tmp_path / "store"))
    assert done.code == 2
    assert "--proposal" in done.err
