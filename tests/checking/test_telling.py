"""Findings and dates are told in each language, and a language has the sentences of English and no others."""

from datetime import date
from string import Formatter

import pytest

from graph_service.checking.dates import Origin
from graph_service.checking.outcome import Outcome
from graph_service.checking.registry import RULES
from graph_service.checking.telling import languages, load_messages, teller
from graph_service.errors import ProblemError
from graph_service.names.iri import parse_instrument
from tests.checking.composed import fact

ENGLISH = load_messages("en")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_there_are_messages_for_each_language(register):
    assert set(languages()) == {language.lang for language in register.languages}


@pytest.mark.parametrize("lang", languages())
def test_a_language_has_the_sentences_of_english(lang):
    messages = load_messages(lang)
    assert messages.messages.keys() == ENGLISH.messages.keys()
    assert messages.dates.keys() == ENGLISH.dates.keys()
    assert messages.titles.keys() == ENGLISH.titles.keys() == {rule.id for rule in RULES}


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("key", ENGLISH.messages)
def test_a_sentence_has_only_the_fields_of_english(lang, key):
    assert fields(load_messages(lang).messages[key]) <= fields(ENGLISH.messages[key]) | {"cited"}


@pytest.mark.parametrize(
    "lang, expected",
    [
        ("en", "(Rev. Dubai, 2018)"),
        ("fr", "(Rév. Dubaï, 2018)"),
        ("es", "(Rev. Dubái, 2018)"),
        ("ru", "(Пересм. Дубай, 2018 г.)"),
        ("zh", "（2018年，迪拜，修订版）"),
        ("ar", "(المراجَع في دبي، 2018)"),
    ],
)
def test_an_edition_is_told_as_the_language_prints_it(lang, expected, register, lexicons):
    edition = fact(register, "pp/res/71/pp-18 revised 2018-11-16")
    assert expected in teller(lang, lexicons, register).told(
        "stale-at-adoption", Outcome(words={"newer": edition}), "x"
    )


def test_days_bodies_and_conferences_have_names(register, lexicons):
    words = {
        "body": "body/PP",
        "place": "place/Busan",
        "year": "2012",
        "conferences": ("conference/pp-14", "conference/pp-18"),
    }
    told = teller("fr", lexicons, register).told("wrong-conference", Outcome(words=words), "x")
    assert (
        told
        == "Conférence de plénipotentiaires ne s'est pas réunie à Busan en 2012; peut-être: Conférence de plénipotentiaires (Busan, 2014), Conférence de plénipotentiaires (Dubaï, 2018)."
    )


def test_an_instrument_is_told_with_its_body(register, lexicons):
    outcome = Outcome(
        variant="merged", words={"date": date(2016, 11, 3), "into": (parse_instrument("wtsa/res/18"),), "way": ()}
    )
    told = teller("en", lexicons, register).told("instrument-suppressed", outcome, "Resolution 57")
    assert "3 November 2016" in told
    assert "Resolution 18 (World Telecommunication Standardization Assembly)" in told


def test_a_long_list_is_cut_in_its_middle(register, lexicons):
    outcome = Outcome(words={"conferences": tuple(f"conference/council-{year}" for year in range(2004, 2018))})
    assert "…" in teller("en", lexicons, register).told("currency-unknown", outcome, "x")


def test_a_language_without_messages_is_told_in_english():
    assert load_messages("de").lang == "en"


def test_the_origin_of_a_date_is_told(register, lexicons):
    speaks = teller("en", lexicons, register)
    assert (
        speaks.origin(Origin(key="eve", words="wtdc-22"))
        == "eve of the opening of World Telecommunication Development Conference (Kigali, 2022), to which the draft is addressed"
    )
    assert speaks.origin(Origin(key="today")) == "today"


def test_messages_that_cannot_be_read_are_a_problem(tmp_path):
    (tmp_path / "en.yaml").write_text("messages: {}\n", "utf-8")
    with pytest.raises(ProblemError, match="same keys"):
        load_messages("en", tmp_path)
