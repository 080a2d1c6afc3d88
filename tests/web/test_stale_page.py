"""The dashboard: filters that agree with one another, columns over time, each finding with its evidence."""

import csv
import re
from collections import Counter
from html import unescape

import httpx
import pytest

from tests.web.conftest import page_text

ROW = re.compile(r"<tr>\s*<th scope=\"row\">.*?</tr>", re.DOTALL)


def rows(page: str) -> list[str]:
    return ROW.findall(page)


def table(client: httpx.Client, query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(client.get(f"/lists/stale.csv?{query}").text.splitlines()))


@pytest.mark.parametrize(("name", "column"), [("severity", "severity"), ("rule", "rule")])
def test_a_choice_leaves_the_rows_that_have_it(client: httpx.Client, name: str, column: str) -> None:
    counts = Counter(row[column] for row in table(client))
    for value, count in counts.items():
        page = page_text(client.get(f"/stale?{name}={value}"))
        assert len(rows(page)) == min(count, 50)
        assert len(table(client, f"{name}={value}")) == count
        assert f'<option value="{value}" selected>' in page


def test_the_language_of_the_citing_text_is_a_filter(client: httpx.Client) -> None:
    whole = table(client)
    assert len(table(client, "language=en")) == len(whole) > 0
    assert table(client, "language=fr") == []
    page = page_text(client.get("/stale?language=fr"))
    assert rows(page) == []
    assert "None is known for this choice" in page


def test_a_column_over_time_leads_to_the_references_of_its_day(client: httpx.Client) -> None:
    page = page_text(client.get("/stale"))
    columns = re.findall(r'<a href="([^"]*since=([\d-]+)[^"]*)" class="column[^>]*aria-label="[^"]*: (\d+)"', page)
    assert len(columns) > 1
    assert sum(int(count) for *_, count in columns) == sum(bool(row["since"]) for row in table(client))
    link, day, count = min(columns, key=lambda one: int(one[2]))
    shown = rows(page_text(client.get(unescape(link))))
    assert len(shown) == int(count)
    assert all(f'datetime="{day}"' in row for row in shown)


def test_a_finding_leads_to_the_edition_and_the_source_that_attest_it(client: httpx.Client) -> None:
    row = next(row for row in rows(page_text(client.get("/stale?severity=error"))) if "Evidence:" in row)
    evidence = re.findall(r'href="([^"]+)"', row.partition("Evidence:")[2])
    assert re.fullmatch(r"/doc/\w+/res/\d+/[\w-]+", evidence[0])
    assert evidence[1].startswith("/doc/source/")
    for link in evidence:
        page_text(client.get(unescape(link)))


def test_the_list_is_as_of_the_day_or_conference_asked_for(client: httpx.Client) -> None:
    early = page_text(client.get("/stale?at=pp-18"))
    assert "as of 16 November 2018" in early
    assert len(table(client, "at=pp-18")) < len(table(client))
