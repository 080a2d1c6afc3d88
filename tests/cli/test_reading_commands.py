"""Commands that read files: extract, identify, check; what cannot be read is told and the rest goes on."""

import json

import pytest

DRAFT = (
    "MOD\tXYZ/24A17/1\nRESOLUTION 77 (Kigali, 2022)\nThe World Telecommunication Development Conference (Kigali, 2022),\n"
    "recalling\na)\tResolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference;\n"
    "b)\tResolution 139 (Rev. Dubai, 2018) of the Plenipotentiary Conference,\n"
    "resolves\n1\tto contribute to the implementation of the Connect 2020 Agenda.\n"
)


@pytest.fixture
def draft(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_extract_prints_a_line_a_mention(itugraph, draft):
    rows = [json.loads(line) for line in itugraph("extract", str(draft)).out.splitlines()]
    assert [(row["locator"], row["body"], row["number"]) for row in rows] == [
        ("2", "WTDC", "77"), ("5", "PP", "71"), ("6", "PP", "139"), ("8", "ITU", "Connect 2020"),
    ]  # fmt: skip
    assert all(DRAFT.splitlines()[int(row["locator"]) - 1][row["start"] : row["end"]] == row["text"] for row in rows)


def test_check_tells_what_is_outdated_with_its_fix(itugraph, draft):
    done = itugraph("check", str(draft), "--format", "json")
    assert done.code == 1
    (document,) = json.loads(done.out)["documents"]
    found = {finding["rule"]: finding for finding in document["findings"] if finding["severity"] == "error"}
    assert found["stale-at-adoption"]["fix"] == "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"
    assert found["programme-superseded"]["fix"] == "Connect 2030 Agenda"
    assert found["marker-form"]["fix"] == "RESOLUTION 77 (Rev. Kigali, 2022)"
    assert document["date"] == "2022-06-05"


@pytest.mark.parametrize("form", ["table", "csv", "sarif", "html"])
def test_check_prints_in_every_format(itugraph, draft, form):
    done = itugraph("check", str(draft), "--format", form)
    assert done.code == 1
    assert "stale-at-adoption" in done.out or "later edition existed" in done.out


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1)])
def test_the_exit_code_follows_the_level(itugraph, draft, level, code):
    assert itugraph("check", str(draft), "--fail-on", level).code == code


@pytest.mark.parametrize("arguments", [
    ["check", ""], ["check", "draft.txt", " "], ["extract", ""], ["ingest", ""], ["check", "draft.txt", "--corrected", ""],
])  # fmt: skip
def test_an_empty_path_is_not_the_current_folder(itugraph, draft, arguments):
    done = itugraph(*arguments, cwd=draft.parent)
    assert (done.code, done.out) == (2, "")
    assert "the path is empty" in done.err
    assert len(done.err.splitlines()) == 1
    assert list(draft.parent.iterdir()) == [draft]


def test_a_right_text_has_exit_code_0(itugraph, tmp_path):
    file = tmp_path / "right.txt"
    file.write_text(
        "RESOLUTION 204 (Dubai, 2018)\nrecalling\na)\tResolution 71 (Rev. Dubai, 2018);\n", encoding="utf-8"
    )
    assert itugraph("check", str(file), "--at", "pp-18").code == 0


def test_a_waiver_beside_the_file_holds(itugraph, draft):
    (draft.parent / "waivers.csv").write_text(
        "doc,rule,cited,newer,quote,reason,by,on\ndraft,stale-at-adoption,pp/res/71,,,meant so,an editor,2022-06-01\n",
        encoding="utf-8",
    )
    (document,) = json.loads(itugraph("check", str(draft), "--format", "json").out)["documents"]
    waived = next(finding for finding in document["findings"] if finding["rule"] == "stale-at-adoption")
    assert "meant so" in waived["waived"]
    assert document["counts"]["waived"] == 1


BAD = [
    ("none.txt", None, "none.txt"),
    ("empty.txt", b"", "empty"),
    ("binary.bin", bytes(range(256)) * 4, "binary.bin"),
    ("broken.xml", b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><act>", "broken.xml"),
]


@pytest.mark.parametrize("command", ["extract", "check"])
@pytest.mark.parametrize(("name", "data", "told"), BAD, ids=[name for name, _, _ in BAD])
def test_a_file_that_cannot_be_read_is_one_sentence(itugraph, tmp_path, command, name, data, told):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    done = itugraph(command, str(file))
    assert done.code == 2
    assert told in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_an_unreadable_file_does_not_hide_the_others(itugraph, draft):
    (draft.parent / "broken.docx").write_bytes(b"PK\x03\x04 not a package")
    done = itugraph("check", str(draft), str(draft.parent / "broken.docx"), "--format", "json")
    assert done.code == 2
    assert len(json.loads(done.out)["documents"]) == 1


WRONG = [
    (["check", "draft.txt", "--at", ""], "--at: it is empty"),
    (["check", "draft.txt", "--draft", " "], "--draft: it is empty"),
    (["check", "draft.txt", "--at", "pp-99"], "pp-99"),
    (["check", "draft.txt", "--lang", "xx"], "use one of ar, en, es, fr, ru, zh"),
    (["check", "draft.txt", "--accept"], "--corrected"),
    (["check", "draft.txt", "--force"], "--corrected"),
    (["check", "draft.txt", "--date", "2022-06-05"], "--corrected"),
    (
        ["check", "draft.txt", "--waivers", "none.csv"],
        "none.csv: the waivers cannot be read (No such file or directory)",
    ),
    (["check", "-"], "standard input is not read"),
    (["check", "inside/none.txt"], "inside/none.txt: there is no such file"),
    (["check", "draft.txt", "--store", ""], "name a folder or an http(s) URL"),
    (["check", "draft.txt", "--store", "draft.txt"], "draft.txt: it is a file"),
    (["build", "--store", "draft.txt"], "draft.txt: it is a file"),
    (["build", "--store", "ftp://host/store"], "ftp://host/store"),
    (["export", "--out", ""], "the path is empty"),
    (["backup", ""], "the path is empty"),
    (["serve", "--store", "http://127.0.0.1:9/", "--host", "no.such.host.invalid"], "no.such.host.invalid:8000"),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_a_wrong_argument_is_one_sentence_and_nothing_is_done(itugraph, draft, arguments, told):
    done = itugraph(*arguments, cwd=draft.parent)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert list(draft.parent.iterdir()) == [draft]


def test_the_language_of_an_environment_without_messages_is_english(itugraph, draft):
    plain = itugraph("check", str(draft), "--format", "json", environment={"LANG": "sw_KE.UTF-8"})
    assert (
        json.loads(plain.out)["documents"]
        == json.loads(itugraph("check", str(draft), "--format", "json", "--lang", "en").out)["documents"]
    )


def test_a_folder_without_texts_is_told(itugraph, tmp_path):
    done = itugraph("extract", str(tmp_path))
    assert done.code == 2
    assert "no text" in done.err


def test_identify_reads_arguments_and_lines(itugraph):
    done = itugraph("identify", "ITU-R BO.600-1")
    assert json.loads(done.out)["canonical"] == "ITU-R BO.600-1"
    lines = itugraph("identify", stdin="Res. 197 (Rev. Dubai, 2018)\nnonsense\n")
    first, second = map(json.loads, lines.out.splitlines())
    assert first["iri"].endswith("pp/res/197/pp-18")
    assert "error" in second
    assert lines.code == 1


def test_help_lists_every_command_and_starts_fast(itugraph):
    from graph_service.cli.main import COMMANDS

    done = itugraph("--help")
    assert all(name in done.out for name in COMMANDS)


def test_rules_explain_one(itugraph):
    assert "later edition" in itugraph("rules", "stale-at-adoption").out.lower()
