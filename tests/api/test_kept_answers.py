"""What is kept of answers: the same question of the same version, within bounds, and nothing that varies."""

from pathlib import Path

import httpx
import pytest

from graph_service.api.frames import Head, Job
from graph_service.api.kept_answers import Gathering, KeptAnswer, KeptAnswers
from graph_service.graph.build import build
from graph_service.register.load import load_register
from graph_service.share import share_folder
from tests.api.conftest import TOKEN, serving, settings
from tests.graph.composed import TEXTS

ROOM = 40_000


def job(text: str, *, accept: str | None = None) -> Job:
    return Job(task="query", text=text, base="http://example.org/sparql", accept=accept)


def answer(size: int) -> KeptAnswer:
    return KeptAnswer(head=Head(content_type="text/csv"), blocks=(b"a" * (size // 2), b"b" * (size - size // 2)))


def test_the_same_job_of_the_same_version_is_found() -> None:
    kept, given = KeptAnswers(ROOM), answer(10)
    kept.keep("1", job("ASK {}"), given)
    assert kept.find("1", job("ASK {}")) is given
    assert kept.find("2", job("ASK {}")) is None
    assert kept.find("1", job("ASK {}", accept="text/csv")) is None
    kept.keep("2", job("ASK { }"), answer(10))
    assert kept.find("1", job("ASK {}")) is None


@pytest.mark.parametrize(
    "text",
    ["SELECT (RAND() AS ?r) {}", "select (now() as ?n) {}", "SELECT (StrUUID() AS ?u) {}", r"SELECT (R\u0041ND() AS ?r) {}",
     "SELECT (BNODE() AS ?b) {}"],
)  # fmt: skip
def test_what_differs_each_time_is_not_kept(text: str) -> None:
    kept = KeptAnswers(ROOM)
    kept.keep("1", job(text), answer(10))
    assert kept.find("1", job(text)) is None


def test_the_one_that_nobody_asks_for_goes_first() -> None:
    kept = KeptAnswers(ROOM)
    for name in "abc":
        kept.keep("1", job(name), answer(9_000))
    assert kept.find("1", job("a")) is not None
    for name in "de":
        kept.keep("1", job(name), answer(9_000))
    assert [name for name in "abcde" if kept.find("1", job(name))] == ["a", "d", "e"]


def test_a_long_answer_is_not_kept() -> None:
    kept = KeptAnswers(ROOM)
    kept.keep("1", job("long"), answer(kept.longest + 1))
    kept.keep("1", job("fits"), answer(kept.longest))
    assert kept.find("1", job("long")) is None
    assert kept.find("1", job("fits")) is not None


@pytest.mark.parametrize(("most", "expected"), [(6, (b"abc", b"def")), (5, None), (0, None)])
def test_blocks_are_gathered_up_to_a_bound(most: int, expected: tuple[bytes, ...] | None) -> None:
    gathering = Gathering(most)
    for block in (b"abc", b"def"):
        gathering.take(block)
    assert gathering.blocks() == expected


COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
ALL = {"query": "SELECT * { ?s ?p ?o }"}


def repeated(client: httpx.Client) -> float:
    lines = client.get("/metrics").text.splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("itugraph_queries_repeated_total ")))


def test_an_update_is_seen_by_who_asks_again(tmp_path: Path) -> None:
    share = share_folder()
    build(load_register(share / "data"), TEXTS, tmp_path / "store", ontology=share / "ontology")
    added = "INSERT DATA { <http://example.org/a> <http://example.org/b> <http://example.org/c> }"
    with (
        serving(settings(tmp_path / "store", update_token=TOKEN)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        first, again = (client.get("/sparql", params=COUNT) for _ in range(2))
        assert repeated(client) == 1
        assert again.content == first.content
        assert again.headers["content-type"] == first.headers["content-type"]
        client.post("/update", data={"update": added}, headers={"Authorization": f"Bearer {TOKEN}"}).raise_for_status()
        after = client.get("/sparql", params=COUNT)
    number = [int(one.json()["results"]["bindings"][0]["n"]["value"]) for one in (first, after)]
    assert number[1] == number[0] + 1


def test_a_streamed_answer_is_given_again_whole(client: httpx.Client) -> None:
    before = repeated(client)
    first, again = (
        client.get("/sparql", params=ALL, headers={"Accept": "text/tab-separated-values;q=0.1, */*"}) for _ in range(2)
    )
    assert repeated(client) == before + 1
    assert again.content == first.content
    assert int(again.headers["content-length"]) == len(first.content)
    head = client.head("/sparql", params=ALL, headers={"Accept": "text/tab-separated-values;q=0.1, */*"})
    assert head.headers["content-length"] == again.headers["content-length"]
    assert not head.content
