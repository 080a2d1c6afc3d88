"""``/api/instruments`` and ``/api/path``: the answers as JSON, with their pages and problems."""

import httpx
import pytest

from tests.api.conftest import problem

ID = "https://w3id.org/itu-xref/id/"
ITEM = {"citing", "cited", "clause", "part", "text", "lang", "locator", "source"}


def test_who_cites_an_instrument_is_told_with_clause_edition_and_words(client: httpx.Client) -> None:
    found = client.get("/api/instruments/pp/res/64/cited-by").json()
    assert found["total"] == len(found["items"]) == 5
    assert all(set(item) == ITEM for item in found["items"])
    first = next(item for item in found["items"] if item["citing"]["iri"] == ID + "pp/res/197/pp-18")
    assert first["cited"] == {"iri": ID + "pp/res/64/pp-14", "label": "PP Resolution 64 (Rev. Busan, 2014)"}
    assert (first["clause"], first["part"]) == ("recalls", "recalls.1")
    assert (first["text"], first["lang"]) == ("Resolution 64 (Rev. Busan, 2014)", "en")
    assert (first["locator"], first["source"]) == ("rec_3", "composed-acts.akn.xml")


FILTERS = [
    ("pp/res/64/cited-by", {}, 5),
    ("pp/res/64/pp-14/cited-by", {}, 5),
    ("pp/res/64/pp-18/cited-by", {}, 0),
    ("pp/res/64/cited-by", {"edition": "pp-14"}, 5),
    ("pp/res/64/cited-by", {"edition": "pp/res/64/pp-18"}, 0),
    ("pp/res/64/cited-by", {"edition": "Resolution 64 (Rev. Busan, 2014)"}, 5),
    ("pp/res/64/cited-by", {"clause": "recalls"}, 4),
    ("pp/res/64/cited-by", {"clause": "body"}, 1),
    ("pp/res/64/cited-by", {"lang": "fr"}, 2),
    ("pp/res/197/cites", {}, 11),
    ("pp/res/197/cites", {"clause": "resolves"}, 2),
    ("pp/res/197/cites", {"edition": "pp-14"}, 0),
    ("pp/res/197/impact", {"at": "2019-01-01"}, 1),
    ("pp/res/64/impact", {"at": "pp-18"}, 5),
]  # fmt: skip


@pytest.mark.parametrize(("path", "params", "total"), FILTERS)
def test_citations_are_filtered(client: httpx.Client, path: str, params: dict[str, str], total: int) -> None:
    found = client.get(f"/api/instruments/{path}", params=params).json()
    assert found["total"] == total, [(item["clause"], item["lang"], item["text"]) for item in found["items"]]


NAMES = [
    "pp/res/197",
    "PP/Res/197",
    "PP Res. 197",
    "Rés. 197 (Rév. Dubaï, 2018)",
    ID + "pp/res/197",
    "Резолюция 197 (Пересм. Дубай, 2018 г.)",
]


@pytest.mark.parametrize("name", NAMES)
def test_an_instrument_is_found_by_whatever_it_is_called(client: httpx.Client, name: str) -> None:
    found = client.get(f"/api/instruments/{name}").json()
    assert found["iri"] == ID + "pp/res/197"
    assert [one["iri"] for one in found["editions"]][:2] == [ID + "pp/res/197/pp-14", ID + "pp/res/197/pp-18"]


def test_the_list_is_filtered_and_paged(client: httpx.Client) -> None:
    path = "/api/instruments?body=pp&kind=resolution&year=2018&limit=7"
    seen: list[str] = []
    total = client.get(path).json()["total"]
    while path:
        found = client.get(path).json()
        seen += [item["iri"] for item in found["items"]]
        assert len(found["items"]) <= 7
        path = found["next"]
    assert len(seen) == len(set(seen)) == total > 50
    assert all(iri.startswith(ID + "pp/res/") for iri in seen)


def test_editions_are_told_oldest_first(client: httpx.Client) -> None:
    found = client.get("/api/instruments/pp/res/197/editions").json()["items"]
    first, second = found[0], found[1]
    assert (first["marker"], first["revised"], first["attested"]) == ("(Busan, 2014)", False, True)
    assert (second["marker"], second["revised"]) == ("(Rev. Dubai, 2018)", True)
    assert second["conference"]["iri"] == ID + "conf/pp-18"
    assert first["earliest"] <= first["latest"] < second["earliest"]


def test_a_chain_has_nodes_with_their_depth_and_the_citations_between_them(client: httpx.Client) -> None:
    found = client.get("/api/instruments/pp/res/64/chain", params={"depth": 2}).json()
    depths = {node["iri"]: node["depth"] for node in found["nodes"]}
    assert found["root"]["iri"] == ID + "pp/res/64"
    assert depths[ID + "pp/res/64"] == 0
    assert depths[ID + "pp/res/197"] == 1
    assert depths[ID + "wtsa/res/99"] == 2
    assert all(set(edge) == ITEM for edge in found["edges"])
    back = client.get("/api/instruments/wtsa/res/99/chain", params={"direction": "cited-by", "depth": 1}).json()
    assert {node["iri"] for node in back["nodes"]} == {ID + "wtsa/res/99", ID + "pp/res/197"}


def test_a_path_is_told_step_by_step(client: httpx.Client) -> None:
    found = client.get("/api/path", params={"from": "pp/res/64", "to": "wtsa/res/99/wtsa-12"}).json()
    assert set(found) == {"from", "to", "paths"}
    (way,) = found["paths"]
    assert [step["cited"]["iri"] for step in way] == [ID + "pp/res/197/pp-18", ID + "wtsa/res/99/wtsa-12"]
    assert [step["clause"] for step in way] == ["recalls", "resolves"]
    none = client.get("/api/path", params={"from": "wtsa/res/99", "to": "pp/res/64"}).json()
    assert none["paths"] == []


PROBLEMS = [
    ("/api/instruments/nothing/here", 404, "not-found"),
    ("/api/instruments/no such thing", 404, "not-found"),
    ("/api/instruments/res/50/cited-by", 300, "ambiguous-name"),
    ("/api/instruments/pp/res/197/cited-by?edition=nothing", 404, "not-found"),
    ("/api/instruments/pp/res/197/cited-by?limit=0", 422, "invalid-parameter"),
    ("/api/instruments/pp/res/197/cited-by?offset=-1", 422, "invalid-parameter"),
    ("/api/instruments/pp/res/197/chain?direction=sideways", 422, "invalid-parameter"),
    ("/api/instruments/pp/res/197/chain?depth=0", 422, "invalid-parameter"),
    ("/api/instruments/pp/res/197/impact?at=yesterday", 400, "bad-request"),
    ("/api/instruments?kind=novel", 422, "invalid-parameter"),
    ("/api/instruments?body=none", 422, "invalid-parameter"),
    ("/api/instruments?lang=xx", 422, "invalid-parameter"),
    ("/api/instruments/pp/res/197/cited-by?lang=xx", 422, "invalid-parameter"),
    ("/api/instruments?year=soon", 422, "invalid-parameter"),
    ("/api/path?from=pp/res/197", 422, "invalid-parameter"),
    ("/api/path?from=pp/res/197&to=nothing", 404, "not-found"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "word"), PROBLEMS)
def test_a_wrong_question_is_a_problem(client: httpx.Client, path: str, status: int, word: str) -> None:
    problem(client.get(path), status, word)
