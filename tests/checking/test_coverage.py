"""Lists that are closed and lists that are not: only the former ground a claim that something does not exist."""

from datetime import date

import pytest

from graph_service.checking.coverage import Lists
from graph_service.checking.span import Span
from graph_service.register.fact import Status
from tests.checking.composed import instrument


@pytest.fixture(scope="module")
def lists(register):
    return Lists(register)


@pytest.mark.parametrize("body, year, expected", [
    ("PP", 2012, Status.ATTESTED),
    ("WTDC", 2016, Status.ATTESTED),
    ("WTDC", 2018, Status.INFERRED),
    ("WTDC", 2023, Status.INFERRED),
    ("WTSA", 2014, Status.INFERRED),
    ("PP", 2023, None),
    ("RA", 2016, None),
    ("WRC", 2016, Status.ATTESTED),
])  # fmt: skip
def test_how_surely_a_calendar_is_closed(body, year, expected, lists):
    assert lists.calendar(body, year) is expected


def test_only_a_closed_list_of_acts_is_closed(lists):
    assert lists.acts("pp-18", "resolution")
    assert not lists.acts("pp-22", "resolution")
    assert not lists.acts("ra-19", "resolution")


def test_a_line_is_closed_up_to_its_end(lists):
    assert lists.line(instrument("pp/res/2")) == (date.min, date(2022, 10, 14))
    assert lists.line(instrument("pp/res/71")) is None


def test_what_a_line_would_list(lists):
    day = Span(earliest=date(2006, 11, 24), latest=date(2006, 11, 24))
    assert lists.misses(instrument("pp/res/2"), day)
    assert not lists.misses(instrument("pp/res/2"), Span(earliest=date(2026, 11, 27), latest=date(2026, 11, 27)))
    assert not lists.misses(instrument("pp/res/71"), day)


def test_conferences_that_tell_nothing(lists, register):
    held = [register.conferences[key] for key in ("pp-14", "pp-18", "pp-22")]
    assert [one.id for one in lists.silent(instrument("pp/res/190"), held)] == ["pp-14", "pp-22"]
    assert lists.silent(instrument("pp/res/5"), held) == ()


def test_who_says_so_is_named(lists):
    assert lists.calendar_sources("PP")
    assert lists.sources(instrument("pp/res/899"), "pp-18") == ("pp18-final-acts.akn.xml",)


def test_no_list_of_a_sector_is_closed(lists):
    assert not lists.sector(instrument("itu-t/rec/X.999"), date(2020, 1, 1))
