"""The interface's languages are complete: every message of templates and pages, in every plural form, nothing left over."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from graph_service.checking.registry import RULES
from graph_service.graph.queries import load_queries
from graph_service.register.register import Register
from graph_service.share import share_folder
from graph_service.web.catalogues import DOMAINS, LOCALE, SOURCE_LANGUAGE, load_catalogues
from graph_service.web.query_page import spoken

WEB = Path(LOCALE).parent
METHODS = [("**.py", "python"), *((f"templates/**.{end}", "jinja2") for end in ("html", "atom", "svg"))]
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "count": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s")
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100, 101, 102, 103, 111, 1000)

Message = str | tuple[str, ...]


def messages() -> set[Message]:
    found = extract_from_dir(str(WEB), method_map=METHODS, keywords=KEYWORDS)
    return {message if isinstance(message, str) else tuple(message) for _, _, message, _, _ in found}


def words_of_rules() -> set[Message]:
    return {words for rule in RULES for words in (rule.what, rule.why, rule.guidance, rule.severities.note) if words}


def words_of_queries() -> set[Message]:
    return {words for query in load_queries(share_folder() / "queries").values() for words in spoken(query)}


WANTED = {"messages": messages, "rules": words_of_rules, "queries": words_of_queries}


def catalogue(lang: str, domain: str = "messages") -> Catalog:
    with (LOCALE / lang / "LC_MESSAGES" / f"{domain}.po").open("rb") as stream:
        return read_po(stream, locale=lang, domain=domain)


LANGUAGES = sorted(folder.name for folder in LOCALE.iterdir())


def test_every_language_of_the_register_has_its_catalogue(register: Register) -> None:
    known = {language.lang for language in register.languages}
    assert set(load_catalogues()) == known == {SOURCE_LANGUAGE, *LANGUAGES}


def ids(lang: str, domain: str) -> set[Message]:
    found = (one.id for one in catalogue(lang, domain) if one.id)
    return {tuple(one) if isinstance(one, list | tuple) else one for one in found}


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(lang: str, domain: str) -> None:
    wanted = WANTED[domain]()
    assert wanted - ids(lang, domain) == set()
    assert ids(lang, domain) - wanted == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_rules_and_queries_are_spoken_as_those_of_pages_are(lang: str) -> None:
    spoken_here = load_catalogues()[lang]
    for words in words_of_rules() | {query.summary for query in load_queries(share_folder() / "queries").values()}:
        assert spoken_here.gettext(str(words)) != words


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_is_translated_in_every_plural_form_with_its_placeholders(lang: str, domain: str) -> None:
    forms = get_plural(lang).num_plurals
    for message in catalogue(lang, domain):
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        if isinstance(message.id, str):
            assert message.string, message.id
            assert sorted(PLACEHOLDER.findall(message.string)) == sorted(PLACEHOLDER.findall(message.id)), message.id
        else:
            assert len(message.string) == forms, message.id
            assert all(message.string), message.id
            assert {found for form in message.string for found in PLACEHOLDER.findall(form)} <= {"%(num)s"}, message.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_of_a_number_names_it_where_several_numbers_share_the_form(lang: str) -> None:
    spoken = load_catalogues()[lang]
    shared = [number for number in NUMBERS if number > 2]
    for message in messages():
        if isinstance(message, tuple):
            for number in shared:
                assert "%(num)s" in spoken.ngettext(message[0], message[1], number), (message, number)


def test_arabic_has_its_six_forms_in_order() -> None:
    spoken = load_catalogues()["ar"]
    said = [spoken.ngettext("%(num)s text", "%(num)s texts", number) for number in (0, 1, 2, 3, 11, 100)]
    assert len(set(said)) == 6
    assert "نصاً" in said[4]
    assert "نصوص" in said[3]
