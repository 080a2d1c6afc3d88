"""Lists as CSV, drawings and graphs as files, feeds: well-formed, complete, harmless."""

import csv
import io

import httpx
import networkx as nx
import pytest
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}"


def table(client: httpx.Client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_who_cites_a_text_is_one_row_a_citation(client: httpx.Client) -> None:
    rows = table(client, "/lists/cited-by/pp/res/197.csv")
    counted = client.get("/api/instruments/pp/res/197/cited-by", headers={"Accept": "application/json"}).json()["total"]
    assert len(rows) == counted
    assert {row["clause"] for row in rows} == {"recalls", "recognizes"}
    assert all(row["cited"].endswith("/pp/res/197/pp-18") for row in rows)


@pytest.mark.parametrize(
    ("path", "column", "value"),
    [
        ("/lists/cites/pp/res/197/pp-18.csv", "cited_label", "PP Resolution 71 (Rev. Dubai, 2018)"),
        ("/lists/clause/welcomes.csv", "clause", "welcomes"),
        ("/lists/texts.csv?body=PP&kind=decision", "label", "PP Decision 5"),
        ("/lists/conference/pp-18.csv", "label", "PP Resolution 197 (Rev. Dubai, 2018)"),
        ("/lists/plan/2020-2023.csv", "code", "D.2"),
        ("/lists/stale.csv?rule=stale-at-adoption", "rule", "stale-at-adoption"),
    ],
)
def test_a_list_has_its_rows(client: httpx.Client, path: str, column: str, value: str) -> None:
    assert value in {row[column] for row in table(client, path)}


def test_no_cell_is_a_formula(client: httpx.Client) -> None:
    for path in ("/lists/stale.csv", "/lists/texts.csv"):
        assert not [cell for row in table(client, path) for cell in row.values() if cell and cell[0] in "=+-@"]


def test_a_filter_of_the_page_holds_for_its_table(client: httpx.Client) -> None:
    errors = table(client, "/lists/stale.csv?severity=error")
    assert errors
    assert {row["severity"] for row in errors} == {"error"}
    assert len(errors) < len(table(client, "/lists/stale.csv"))


def test_a_feed_tells_editions_and_citations_with_the_newest_first(client: httpx.Client) -> None:
    answer = client.get("/feed/pp/res/197?lang=fr")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    updated = [one.text or "" for one in feed.iterfind(f"{ATOM}entry/{ATOM}updated")]
    assert updated == sorted(updated, reverse=True)
    ids = [one.text for one in feed.iterfind(f"{ATOM}entry/{ATOM}id")]
    assert "https://w3id.org/itu-xref/id/pp/res/197/pp-18" in ids
    assert len(ids) == len(set(ids))
    assert all(link.get("href", "").startswith("http://127.0.0.1") for link in feed.iter(f"{ATOM}link"))


def test_a_drawing_stands_alone_as_svg(client: httpx.Client) -> None:
    answer = client.get("/graph.svg?of=pp/res/197")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    drawing = etree.fromstring(answer.content)
    assert drawing.tag == f"{SVG}svg"
    assert "PP 197" in [text.text for text in drawing.iter(f"{SVG}text")]
    assert not list(drawing.iter(f"{SVG}a", f"{SVG}script"))


def test_a_graph_is_read_back_from_graphml(client: httpx.Client) -> None:
    answer = client.get("/graph.graphml?of=pp/res/197")
    graph = nx.parse_graphml(answer.text)
    centre = "https://w3id.org/itu-xref/id/pp/res/197/pp-18"
    assert graph.nodes[centre]["depth"] == 0
    words = [data["words"] for _, _, data in graph.in_edges(centre, data=True) if data["relation"] == "cites"]
    assert "Resolution 197 (Rev. Dubai, 2018) of this conference" in words
