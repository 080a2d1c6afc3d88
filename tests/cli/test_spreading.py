"""Files read on many cores or on the workers of a scheduler give the same bytes; what is missing is one sentence."""

import shutil
import subprocess
import sys
import time

import pytest

from graph_service.cli.spreading import spread
from graph_service.errors import Code, ProblemError, problem
from tests.cli.dask import cluster, scheduler
from tests.conftest import ROOT

TEXT = (
    "RESOLUTION {number} (Rev. Bucharest, 2022)\nThe Plenipotentiary Conference (Bucharest, 2022),\nrecalling\n"
    "a)\tResolution 71 (Rev. Busan, 2014);\nb)\tResolution {cited} (Rev. Dubai, 2018),\n"
    "resolves\n1\tto apply Resolution 139 (Rev. Dubai, 2018).\n"
)


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("dask"), workers=2) as address:
        yield address


@pytest.fixture
def files(tmp_path):
    """Files of several formats, more than one process reads; one is broken, one is not there."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(196, 206):
        words = TEXT.format(number=number, cited=number - 60)
        (folder / f"res-{number}.txt").write_text(words, encoding="utf-8")
    page = "".join(f"<p>{line}</p>" for line in TEXT.format(number=206, cited=140).splitlines())
    (folder / "res-206.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a package")
    return [*map(str, sorted(folder.iterdir())), str(folder / "none.txt")]


@pytest.mark.parametrize(
    "command",
    [("extract",), ("extract", "--format", "csv", "--changes", "final"), ("check", "--format", "json"), ("check", "--format", "html", "--draft", "pp-22")],
    ids=" ".join,
)  # fmt: skip
def test_where_files_are_read_makes_no_difference(itugraph, workers, files, command):
    there, here = itugraph(*command, *files, "--workers", workers), itugraph(*command, *files)
    assert (there.code, there.out, there.err) == (here.code, here.out, here.err)
    assert there.code == 2
    assert there.out


def test_one_file_after_the_other_gives_the_same_as_many_at_once(itugraph, files):
    alone = [itugraph("extract", file) for file in files[:3]]
    assert itugraph("extract", *files).out.startswith("".join(done.out for done in alone))
    assert all(done.out for done in alone[1:])


def test_a_store_is_the_same_wherever_its_texts_were_read(itugraph, workers, files, store, tmp_path):
    held, some = [], [*files[:3], files[-1]]
    for name, more in (("there", ("--workers", workers)), ("here", ())):
        copy = str(shutil.copytree(store, tmp_path / name))
        done = itugraph("ingest", *some, "--store", copy, *more)
        assert done.code == 1, done.err
        assert done.err.count("\n") == 2
        held.append((done.out, done.err, itugraph("export", "--no-runs", "--store", copy).out))
    assert held[0] == held[1]


@pytest.mark.parametrize(
    "address, said",
    [
        ("tcp://127.0.0.1:9", "tcp://127.0.0.1:9: no scheduler can be reached there"),
        ("tcp://127.0.0.1:nonsense", "is no address of a scheduler; write it as tcp://host:8786"),
        ("http://127.0.0.1:9", "is no address of a scheduler; write it as tcp://host:8786"),
        ("", "is no address of a scheduler; write it as tcp://host:8786"),
    ],
)
def test_a_scheduler_that_is_not_there_is_one_sentence(itugraph, files, address, said):
    done = itugraph("extract", files[-2], "--workers", address)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_scheduler_without_workers_is_one_sentence(itugraph, files, tmp_path):
    with scheduler(tmp_path) as address:
        done = itugraph("check", files[-2], "--workers", address)
    assert done.code == 2
    assert "has no workers" in done.err
    assert done.err.count("\n") == 1


def test_workers_with_another_register_are_refused(itugraph, files, tmp_path, monkeypatch):
    share = tmp_path / "share"
    for name in ("data", "ontology", "queries"):
        shutil.copytree(ROOT / name, share / name)
    with (share / "data" / "places.csv").open("a", encoding="utf-8", newline="\n") as table:
        table.write("\n")
    monkeypatch.setenv("ITUGRAPH_SHARE", str(share))
    with cluster(tmp_path, workers=1) as address:
        done = itugraph("extract", files[-2], "--workers", address)
    assert done.code == 2
    assert "install the same version" in done.err
    assert done.err.count("\n") == 1


def test_without_dask_one_is_told_to_install_it(files):
    words = "import sys; sys.modules['distributed'] = None; from graph_service.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", words, "extract", files[-2], "--workers", "tcp://127.0.0.1:9"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install distributed" in done.stderr
    assert done.stderr.count("\n") == 1


def slowest_first(number: int) -> int:
    if number == 99:
        raise problem(Code.BAD_DATA, "it is no good", where="a task", hint="leave it out")
    time.sleep((20 - number) / 500)
    return number * number


@pytest.mark.parametrize("count", [0, 3, 20])
def test_answers_come_in_the_order_of_the_tasks(count):
    assert list(spread(slowest_first, range(count))) == [number * number for number in range(count)]


def test_a_problem_in_another_process_is_the_same_problem_here():
    with pytest.raises(ProblemError) as raised:
        list(spread(slowest_first, [*range(12), 99]))
    assert (raised.value.problem.code, raised.value.problem.hint) == (Code.BAD_DATA, "leave it out")
