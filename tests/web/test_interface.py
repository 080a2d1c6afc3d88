"""The interface chooses its language, keeps it in links, and writes numbers and days as the language does."""

from datetime import date
from gettext import NullTranslations

import pytest

from graph_service.names.iri import THINGS
from graph_service.web.assets import Assets
from graph_service.web.interface import Address, Interface, choose_language, interface

OFFERED = ("en", "fr", "es", "ru", "zh", "ar")


@pytest.mark.parametrize(
    ("asked", "accepted", "expected"),
    [
        ("ar", "fr", "ar"),
        (None, "fr-CH, en;q=0.8", "fr"),
        (None, "de, zh-CN;q=0.5", "zh"),
        (None, "de", "en"),
        (None, "", "en"),
        ("xx", "ru", "ru"),
        (None, "es;q=0, ru;q=0.1", "ru"),
        (None, "*;q=0.5", "en"),
        (None, "fr;q=nonsense, es", "es"),
    ],
)
def test_the_language_is_the_asked_one_else_the_best_accepted(asked: str | None, accepted: str, expected: str) -> None:
    assert choose_language(asked, accepted, OFFERED) == expected


def made(lang: str | None, accepted: str = "", *query: tuple[str, str]) -> Interface:
    address = Address(path="/stale", query=query)
    catalogues = dict.fromkeys(OFFERED, NullTranslations())
    return interface(asked=lang, accepted=accepted, address=address, catalogues=catalogues, assets=Assets())


def test_links_repeat_a_language_that_was_chosen() -> None:
    assert made("fr").url("/path", from_="a/b", to=None) == "/path?from=a%2Fb&lang=fr"
    assert made(None, "fr").url("/path", from_="a") == "/path?from=a"
    assert made("ar").thing(THINGS + "pp/res/197") == "/doc/pp/res/197?lang=ar"
    assert made("ar").thing("https://example.org/x") == "https://example.org/x"


def test_a_page_links_to_itself_with_a_part_of_its_query_changed() -> None:
    ui = made("es", "", ("body", "PP"), ("offset", "50"))
    assert ui.here(offset=None, rule="undated") == "/stale?body=PP&rule=undated&lang=es"
    assert ui.in_language("zh") == "/stale?body=PP&offset=50&lang=zh"


@pytest.mark.parametrize(
    ("lang", "day", "number", "direction"),
    [
        ("en", "16 November 2018", "1,234", "ltr"),
        ("fr", "16 novembre 2018", "1\u202f234", "ltr"),
        ("zh", "2018年11月16日", "1,234", "ltr"),
        ("ar", "16 نوفمبر 2018", "1,234", "rtl"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(lang: str, day: str, number: str, direction: str) -> None:
    ui = made(lang)
    assert (ui.day(date(2018, 11, 16)), ui.number(1234), ui.direction) == (day, number, direction)
    assert ui.day_of(None) == ""


def test_a_section_is_lit_on_its_own_pages_only() -> None:
    assert made("en").is_in("/stale")
    assert not made("en").is_in("/st")
