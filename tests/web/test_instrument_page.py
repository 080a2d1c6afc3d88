"""The pages of texts: counts before rows, narrowed by edition, clause and body, stale ones marked, cited in six languages."""

import re
from html import unescape

import httpx
import pytest

from tests.web.conftest import page_text

ROW = re.compile(r"<tr>\s*<th scope=\"row\">.*?</tr>", re.DOTALL)


def rows(page: str) -> list[str]:
    return ROW.findall(page.partition('id="list"')[2])


def total(client: httpx.Client, path: str) -> int:
    found: int = client.get(f"/api/instruments/{path}", headers={"Accept": "application/json"}).json()["total"]
    return found


def test_the_page_shows_who_cites_it_as_the_interface_for_programs_does(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/pp/res/197"))
    assert len(rows(page)) == total(client, "pp/res/197/cited-by")
    assert "197 (Rev. Dubai, 2018) of this conference" in page


def test_a_list_is_narrowed_by_clause_and_by_edition(client: httpx.Client) -> None:
    whole = page_text(client.get("/doc/pp/res/71"))
    noted = page_text(client.get("/doc/pp/res/71?clause=notes"))
    older = page_text(client.get("/doc/pp/res/71?edition=pp-14"))
    assert 0 < len(rows(noted)) < len(rows(whole))
    assert all("noting" in row for row in rows(noted))
    assert rows(older)
    assert all("(Busan, 2014)" in row or "(Rev. Busan, 2014)" in row for row in rows(older))


def test_a_long_list_comes_in_pages(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/programme/2030-agenda"))
    assert len(rows(page)) == 50
    following = unescape(re.search(r'rel="next" href="([^"]+)"', page)[1])
    second = page_text(client.get(following))
    assert rows(second)
    assert set(rows(second)) & set(rows(page)) == set()
    assert 'rel="prev"' in second


def test_a_citation_of_an_older_edition_is_marked_with_the_newer_one(client: httpx.Client) -> None:
    row = rows(page_text(client.get("/doc/pp/res/71?edition=pp-14")))[0]
    assert "outdated" in row
    assert "(Rev. Bucharest, 2022)" in row


def test_an_edition_that_nobody_attests_is_no_current_one(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/pp/res/197"))
    stages = re.findall(r'<li class="stage stage-(\S+)">.*?<a [^>]*>([^<]+)</a>', page, re.DOTALL)
    assert ("unsure", "(Rev. Bucharest, 2022)") in stages
    assert ("current", "(Rev. Dubai, 2018)") in stages
    assert "Whether it has been revised since is not known for" in page


def test_a_text_that_was_abrogated_says_so(client: httpx.Client) -> None:
    links = re.findall(
        r'href="(/doc/pp/res/[^"]+)"', page_text(client.get("/doc/conf/pp-18")).partition("Abrogated</h2>")[2]
    )
    assert "Abrogated by" in page_text(client.get(links[0]))


def test_the_words_of_a_citation_are_offered_in_six_languages(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/pp/res/197/pp-18"))
    cited = dict(re.findall(r'<dd lang="(\w+)" dir="\w+" data-copy>([^<]+)', page))
    assert set(cited) == {"en", "fr", "es", "ru", "zh", "ar"}
    assert cited["fr"] == "Résolution 197 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("programme/connect-2020", "Followed by"),
        ("plan/2020-2023/objective/D.2", "Modern and secure telecommunication/ICT infrastructure"),
        ("cs/no/118", "Part of"),
        ("cs", "CS No. 118"),
    ],
)
def test_other_texts_show_what_the_register_says_of_them(client: httpx.Client, path: str, words: str) -> None:
    assert words in page_text(client.get(f"/doc/{path}"))


def test_the_counts_stand_above_the_line_of_editions(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/pp/res/71"))
    head = page.partition("<main")[2].partition("</header>")[0]
    cited = total(client, "pp/res/71/cited-by")
    assert f'#list">cited {cited} times</a>' in head
    assert "show=cites#list" in head


def test_a_title_of_an_older_edition_says_whose_it_is(client: httpx.Client) -> None:
    head = page_text(client.get("/doc/pp/res/71")).partition("<main")[2].partition("</header>")[0]
    assert "title of (Rev. Dubai, 2018)" in head
    assert "title of" not in page_text(client.get("/doc/pp/res/197")).partition("<main")[2].partition("</header>")[0]


def test_a_title_bears_its_own_language(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/pp/res/197?lang=ar"))
    assert re.search(r'<span class="title" lang="en" dir="auto">[^<]*Internet of Things', page)


def test_a_basic_text_counts_the_citations_of_its_provisions(client: httpx.Client) -> None:
    page = page_text(client.get("/doc/cs"))
    found = re.search(r'>CS No\. 118</a> <span class="count">(\d+)</span>', page)
    assert found
    assert int(found[1]) == total(client, "cs/no/118/cited-by")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "No. 118 of the Constitution"),
        ("fr", "numéro 118 de la Constitution"),
        ("es", "número 118 de la Constitución"),
        ("ru", "п. 118 Устава"),
        ("zh", "《组织法》第118款"),
        ("ar", "الرقم 118 من الدستور"),
    ],
)
def test_a_provision_is_cited_in_six_languages(client: httpx.Client, lang: str, words: str) -> None:
    assert re.search(rf'<dd lang="{lang}"[^>]*>{words}<', page_text(client.get("/doc/cs/no/118")))


def test_a_place_shows_who_met_there(client: httpx.Client) -> None:
    assert 'href="/doc/conf/pp-18"' in page_text(client.get("/doc/place/dubai"))
