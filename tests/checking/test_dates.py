"""The two dates of every judgement, and where they come from."""

from datetime import date

import pytest

from graph_service.checking.dates import Origin, conference_called, dates_of, day_of
from graph_service.errors import ProblemError
from graph_service.reading.document import Head

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("words, day", [
    ("2022-06-05", date(2022, 6, 5)),
    ("pp-18", date(2018, 11, 16)),
    ("PP-18", date(2018, 11, 16)),
    ("wtdc 22", date(2022, 6, 16)),
    ("before:wtdc-22", date(2022, 6, 5)),
    ("Before:PP-18", date(2018, 10, 28)),
])  # fmt: skip
def test_a_day_is_a_date_or_a_conference_or_before_one(words, day, register):
    assert day_of(words, register) == day


@pytest.mark.parametrize(
    "words", ["2022-13-05", "2022", "wtdc-99", "before:", "before:2022-06-05", "council-1996", "wtpf-26"]
)
def test_what_is_no_day_is_refused(words, register):
    with pytest.raises(ProblemError, match="before:wtdc-22"):
        day_of(words, register)


def test_a_conference_is_called_in_any_case(register):
    assert conference_called(" WTSA_20 ", register).id == "wtsa-20"


def test_an_adopted_text_has_the_closing_day_of_its_conference(register):
    dates = dates_of(Head(conference="pp-18", dated=date(2018, 1, 1)), register, today=TODAY)
    assert (dates.text, dates.text_from) == (date(2018, 11, 16), Origin(key="closing", words="pp-18"))
    assert (dates.check, dates.check_from) == (TODAY, Origin(key="today"))
    assert not dates.is_draft


def test_a_check_date_does_not_move_the_text(register):
    dates = dates_of(Head(conference="pp-18"), register, today=TODAY, at="2020-01-01")
    assert (dates.text, dates.check, dates.check_from.key) == (date(2018, 11, 16), date(2020, 1, 1), "at")


def test_a_text_approved_on_a_day_has_that_day(register):
    dates = dates_of(Head(dated=date(2019, 5, 6), dated_from="(2019-05-06)"), register, today=TODAY)
    assert (dates.text, dates.text_from.key) == (date(2019, 5, 6), "printed")


def test_a_session_without_days_has_the_end_of_its_year(register):
    dates = dates_of(Head(conference="council-2012"), register, today=TODAY)
    assert (dates.text, dates.text_from.key) == (date(2012, 12, 31), "year")


def test_a_text_without_any_date_has_that_of_the_check(register):
    dates = dates_of(Head(), register, today=TODAY)
    assert (dates.text, dates.text_from.key) == (TODAY, "check")


def test_a_draft_has_the_eve_of_the_opening_for_both(register):
    dates = dates_of(Head(conference="wtdc-22", is_draft=True, draft_reason="IAP/24A13/1"), register, today=TODAY)
    assert dates.text == dates.check == date(2022, 6, 5)
    assert dates.text_from == dates.check_from == Origin(key="eve", words="wtdc-22")
    assert dates.draft_reason == "IAP/24A13/1"


def test_a_draft_before_the_conference_has_today(register):
    dates = dates_of(Head(conference="wtdc-22", is_draft=True), register, today=date(2022, 3, 1))
    assert (dates.text, dates.text_from.key) == (date(2022, 3, 1), "today")


def test_a_draft_looked_at_on_a_day_has_that_day_for_both(register):
    dates = dates_of(Head(conference="wtdc-22", is_draft=True), register, today=TODAY, at="2026-11-24")
    assert dates.text == dates.check == TODAY


def test_a_draft_to_nobody_has_today_and_says_so(register):
    dates = dates_of(Head(is_draft=True), register, today=TODAY)
    assert (dates.text, dates.text_from.key) == (TODAY, "today-no-conference")


def test_a_draft_to_a_conference_without_days_has_today(register):
    dates = dates_of(Head(is_draft=True, conference="wtpf-26"), register, today=TODAY)
    assert (dates.text, dates.text_from.key) == (TODAY, "today-no-days")


def test_a_text_is_made_a_draft_by_asking(register):
    dates = dates_of(Head(conference="pp-18"), register, today=TODAY, draft="pp-22")
    assert (dates.text, dates.conference, dates.is_draft, dates.draft_reason) == (
        date(2022, 9, 25),
        "pp-22",
        True,
        "--draft",
    )
