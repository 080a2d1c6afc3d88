"""``/api/queries``, ``/api/stale``, ``/api/identify``: questions with parameters, answers as tables."""

import csv
import io

import httpx
import pytest

from tests.api.conftest import problem

ID = "https://w3id.org/itu-xref/id/"


def test_every_named_query_answers_its_example_with_its_columns(client: httpx.Client) -> None:
    queries = client.get("/api/queries").json()
    assert len(queries) > 10
    for query in queries:
        assert query["summary"]
        params = {one["name"]: one["example"] for one in query["parameters"] if not one["is_optional"]}
        answer = client.get(f"/api/queries/{query['name']}", params=params)
        assert answer.status_code == 200, (query["name"], answer.text)
        assert answer.json()["head"]["vars"] == [column["name"] for column in query["columns"]]


@pytest.mark.parametrize("name", ["pp/res/64", "PP Res. 64", ID + "pp/res/64"])
def test_a_parameter_takes_whatever_a_thing_is_called(client: httpx.Client, name: str) -> None:
    found = client.get("/api/queries/who-cites", params={"instrument": name}).json()["results"]["bindings"]
    assert {row["citing"]["value"] for row in found} >= {ID + "pp/res/197/pp-18"}


def test_an_answer_comes_in_the_format_that_is_accepted(client: httpx.Client) -> None:
    answer = client.get("/api/queries/who-cites", params={"instrument": "pp/res/64"}, headers={"accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert next(csv.reader(io.StringIO(answer.text)))[0] == "citing"


def test_the_stale_list_tells_what_should_stand_there(client: httpx.Client) -> None:
    found = client.get("/api/stale", params={"at": "2026-11-24"}).json()
    assert found["total"] == len(found["items"]) > 2
    by_text = {(item["citing"]["iri"], item["rule"]): item for item in found["items"]}
    item = by_text[ID + "pp/res/64/pp-18", "programme-superseded"]
    assert item["citing"]["label"] == "PP Resolution 64 (Rev. Dubai, 2018)"
    assert item["text"] == "Connect 2020"
    assert item["fix"] == "Connect 2030"
    assert item["newer"]["iri"] == ID + "programme/connect-2030"


@pytest.mark.parametrize(
    ("params", "rules"),
    [
        ({"rule": "programme-superseded"}, {"programme-superseded"}),
        ({"body": "PP", "rule": "overtaken-since"}, {"overtaken-since"}),
        ({"body": "WTSA"}, set()),
    ],
)
def test_the_stale_list_is_filtered(client: httpx.Client, params: dict[str, str], rules: set[str]) -> None:
    found = client.get("/api/stale", params={"at": "2026-11-24", **params}).json()
    assert {item["rule"] for item in found["items"]} == rules


def test_the_stale_list_tells_what_has_changed_between_two_days(client: httpx.Client) -> None:
    def found(**params: str) -> list[dict[str, str]]:
        items: list[dict[str, str]] = client.get("/api/stale", params={"limit": "1000", **params}).json()["items"]
        return items

    whole, changed = found(at="pp-22"), found(at="pp-22", after="wtdc-22")
    assert {one["since"] for one in changed} == {"2022-10-14"}
    assert changed == [one for one in whole if one["since"] > "2022-06-16"]
    assert found(at="pp-22", after="pp-22") == []


def test_the_stale_list_is_a_table_too(client: httpx.Client) -> None:
    whole = client.get("/api/stale", params={"at": "2026-11-24"}).json()["total"]
    for answer in (
        client.get("/api/stale", params={"at": "2026-11-24", "format": "csv"}),
        client.get("/api/stale", params={"at": "2026-11-24"}, headers={"accept": "text/csv"}),
    ):
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert len(rows) == whole
        assert all(row["citing"].startswith(ID) for row in rows)


def test_an_identifier_is_read_as_the_command_reads_it(client: httpx.Client) -> None:
    found = client.get("/api/identify", params={"q": "ITU-T G.989.2 (2013) Amd. 1 (04/2016)"}).json()
    assert (found["kind"], found["number"], found["series"]) == ("recommendation", "G.989.2", "G")
    assert found["amendment"] == {"number": "1", "year": 2016, "month": 4}


PROBLEMS = [
    ("/api/queries/none", 404, "not-found"),
    ("/api/queries/who-cites", 400, "bad-request"),
    ("/api/queries/who-cites?instrument=nothing", 404, "not-found"),
    ("/api/queries/who-cites?instrument=pp/res/64&other=1", 400, "bad-request"),
    ("/api/stale?rule=none", 400, "bad-request"),
    ("/api/stale?at=yesterday", 400, "bad-request"),
    ("/api/stale?after=yesterday", 400, "bad-request"),
    ("/api/stale?format=docx", 400, "bad-request"),
    ("/api/stale?body=none", 422, "invalid-parameter"),
    ("/api/stale?lang=xx", 422, "invalid-parameter"),
    ("/api/identify", 422, "invalid-parameter"),
    ("/api/identify?q=nothing%20at%20all", 400, "not-an-identifier"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "word"), PROBLEMS)
def test_a_wrong_question_is_a_problem(client: httpx.Client, path: str, status: int, word: str) -> None:
    problem(client.get(path), status, word)
