"""Cut results are whole rows of the uncut ones, in every format, wherever the blocks fall."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from graph_service.api.cutting import ROW_FORMATS, RowCutter

FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
TRICKY = ('a"}},{"b":{"type":"', "\\", 'x\\"},{', "line\r\nline", "</result>", '"', "},{}", "é\t,", "")


def rows(name: str, data: bytes) -> list[object]:
    """The rows of a result, read by a parser that is not ours."""
    text = data.decode()
    match name:
        case "json":
            return list(json.loads(text)["results"]["bindings"])
        case "xml":
            found = ET.fromstring(text).iter("{http://www.w3.org/2005/sparql-results#}result")  # noqa: S314 - made here
            return [ET.tostring(one) for one in found]
        case "csv":
            return list(csv.reader(io.StringIO(text, newline="")))[1:]
        case _:
            return text.split("\n")[1:-1]


def result(name: str, texts: list[str], query: str = "SELECT ?o ?none { ?s ?p ?o }") -> bytes:
    store = Store()
    about = NamedNode("http://example.org/p")
    store.extend(Quad(NamedNode(f"http://example.org/{i}"), about, Literal(text)) for i, text in enumerate(texts))
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    written = found.serialize(format=FORMATS[name])
    assert written is not None
    return written


def cut(name: str, data: bytes, limit: int, block: int) -> tuple[bytes, bool]:
    cutter = RowCutter(format=ROW_FORMATS[name], limit=limit)
    sent = b""
    for start in range(0, len(data), block):
        sent += cutter.feed(data[start : start + block])
        if cutter.is_cut:
            return sent, True
    return sent + cutter.rest(), False


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.sampled_from(TRICKY) | st.text(alphabet='"\\}{,:<>/\r\nab', max_size=12), max_size=12),
    limit=st.integers(1, 12),
    block=st.integers(1, 200),
)
def test_what_is_sent_is_the_beginning_of_the_rows(name: str, texts: list[str], limit: int, block: int) -> None:
    whole = result(name, texts)
    sent, was_cut = cut(name, whole, limit, block)
    assert was_cut == (len(texts) > limit)
    assert rows(name, sent) == rows(name, whole)[:limit]
    if not was_cut:
        assert sent == whole


@pytest.mark.parametrize("name", FORMATS)
def test_rows_without_a_value_are_counted(name: str) -> None:
    whole = result(name, ["a", "b", "c"], "SELECT ?none { ?s ?p ?o }")
    sent, was_cut = cut(name, whole, 2, 8192)
    assert was_cut
    assert len(rows(name, sent)) == 2


def test_a_cut_result_says_so_where_its_format_has_a_place() -> None:
    assert json.loads(cut("json", result("json", ["a", "b"]), 1, 64)[0])["truncated"] == {"rows": 1}
    assert b"more than these 1 rows" in cut("xml", result("xml", ["a", "b"]), 1, 64)[0]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("limit", [999, 1000, 1001, 1500, 1999, 2000, 2001])
def test_far_from_the_limit_blocks_pass_and_near_it_rows_are_exact(name: str, limit: int) -> None:
    texts = [f'row {i}, "quoted" \\ and more' for i in range(2000)]
    whole = result(name, texts)
    for block in (100, 1000, 8192):
        sent, was_cut = cut(name, whole, limit, block)
        assert was_cut == (limit < 2000)
        assert rows(name, sent) == rows(name, whole)[:limit]


def test_strings_that_look_like_rows_make_a_long_result_end_early_and_well_formed() -> None:
    whole = result("json", ["},{" * 3] * 2000)
    sent, was_cut = cut("json", whole, 1000, 8192)
    found = rows("json", sent)
    assert was_cut
    assert found == rows("json", whole)[: len(found)]
    assert 100 < len(found) <= 1000
