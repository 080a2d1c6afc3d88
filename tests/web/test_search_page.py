"""The search understands identifiers in every form and titles in every language; it suggests while one types."""

import re

import httpx
import pytest

from tests.web.conftest import page_text

RESULT = re.compile(r'<h3><a href="([^"]+)">')


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("PP Res. 197", "/doc/pp/res/197"),
        ("pp/res/197", "/doc/pp/res/197"),
        ("https://w3id.org/itu-xref/id/pp/res/197", "/doc/pp/res/197"),
        ("Rés. 71 (Rév. Dubaï, 2018)", "/doc/pp/res/71/pp-18"),
        ("第197号决议", "/doc/pp/res/197"),
        ("CS 118", "/doc/cs/no/118"),
        ("Connect 2030", "/doc/programme/connect-2030"),
        ("smart sustainable cities", "/doc/pp/res/197"),
    ],
)
def test_what_is_meant_comes_first(client: httpx.Client, words: str, first: str) -> None:
    found = RESULT.findall(page_text(client.get("/search", params={"q": words})))
    assert found[0] == first


def test_a_number_of_several_bodies_is_a_choice(client: httpx.Client) -> None:
    page = page_text(client.get("/search", params={"q": "Res. 50"}))
    assert "Which one?" in page
    assert {"/doc/ra/res/50", "/doc/wtdc/res/50", "/doc/wtsa/res/50"} <= set(RESULT.findall(page))


def test_nothing_found_says_what_to_try(client: httpx.Client) -> None:
    page = page_text(client.get("/search", params={"q": "zzzzqqq <b>"}))
    assert "Nothing was found" in page
    assert "<b>" not in page


@pytest.mark.parametrize("words", ["", "a", "%", '"', "SELECT", "x" * 5000, "\x00", "🙂", "(", "Res."])
def test_no_words_are_too_strange(client: httpx.Client, words: str) -> None:
    assert client.get("/search", params={"q": words}).status_code == 200
    assert client.get("/suggest", params={"q": words}).status_code == 200


def test_suggestions_have_names_titles_and_addresses_in_the_language(client: httpx.Client) -> None:
    found = client.get("/suggest", params={"q": "Res. 197", "lang": "fr"}).json()
    assert found[0] == {
        "name": "PP, Résolution 197",
        "title": "Facilitating the Internet of Things and smart sustainable cities and communities",
        "url": "/doc/pp/res/197?lang=fr",
    }
