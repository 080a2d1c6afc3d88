"""The named queries: in the reader's words, answered as a table and a plot; what takes too long says so in time."""

import re
import time
from html import unescape

import httpx
import pytest

from graph_service.graph.queries import load_queries
from graph_service.share import share_folder
from tests.web.conftest import page_text

QUERIES = load_queries(share_folder() / "queries")
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_told_in_the_language_of_the_reader(client: httpx.Client, name: str) -> None:
    page = unescape(page_text(client.get(f"/queries/{name}?lang=fr")))
    query = QUERIES[name]
    assert query.summary not in page
    for about in (parameter.about for parameter in query.parameters):
        assert f">{about}<" not in page


def test_columns_have_names_in_the_language(client: httpx.Client) -> None:
    page = unescape(page_text(client.get("/queries/most-cited?body=PP&lang=es")))
    assert re.findall(r"<th scope=\"col\"[^>]*>([^<]+)", page) == ["instrumento", "textos", "citas"]


def test_a_plot_has_the_numbers_that_the_answer_is_ordered_by(client: httpx.Client) -> None:
    page = page_text(client.get("/queries/most-cited?body=PP"))
    assert "Plot: texts" in page
    numbers = [int(one) for one in re.findall(r'class="bar-number">(\d+)', page)]
    cells = re.findall(r'<tr><td>.*?</td><td class="num">\s*(\d+)', page, re.DOTALL)
    assert numbers == [int(cell) for cell in cells[: len(numbers)]] == sorted(numbers, reverse=True)
    widths = [float(one) for one in re.findall(r'<rect width="([\d.]+)"', page)]
    assert widths == pytest.approx([100 * number / numbers[0] for number in numbers], abs=0.1)


def test_a_row_of_a_plot_bears_all_its_names(client: httpx.Client) -> None:
    page = page_text(client.get("/queries/by-body"))
    names = re.findall(r'class="bar-name">([^<]+)', page)
    assert len(set(names)) == len(names) > 1


def test_a_query_that_takes_too_long_says_so_on_its_page(client: httpx.Client) -> None:
    began = time.monotonic()
    page = page_text(client.get("/editor", params={"query": SLOW, "lang": "es"}), 503)
    assert time.monotonic() - began < 30
    assert 'role="alert"' in page
    assert "Ha tardado demasiado" in unescape(page)
    assert "SELECT (COUNT" in page


def test_the_language_of_the_words_is_apart_from_that_of_the_page(client: httpx.Client) -> None:
    french = page_text(client.get("/queries/who-cites?instrument=pp/res/197&lang=fr"))
    english = page_text(client.get("/queries/who-cites?instrument=pp/res/197"))
    assert french.count("<tr><td>") == english.count("<tr><td>") > 0
    other = page_text(client.get("/queries/who-cites?instrument=pp/res/197&language=fr"))
    assert other.count("<tr><td>") == 0
    assert '<html lang="en"' in other
