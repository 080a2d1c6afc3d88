"""Dates of every style, and what else brackets hold."""

import pytest

from graph_service.citing.identify import Identifier
from graph_service.citing.identifying.dates import read_date, read_inside
from graph_service.citing.identifying.words import script_in


@pytest.fixture(scope="module")
def identifier(register, lexicons):
    return Identifier(register, lexicons)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("2016", 2016, None, None), ("04/2016", 2016, 4, None), ("4/2016", 2016, 4, None), ("2016/04", 2016, 4, None),
        ("2016-04", 2016, 4, None), ("04.2016", 2016, 4, None), ("04-2016", 2016, 4, None), ("IV.2016", 2016, 4, None),
        ("IV/2016", 2016, 4, None), ("04/16", 2016, 4, None), ("03/99", 1999, 3, None), ("88/11", 1988, 11, None),
        ("2016-04-15", 2016, 4, 15), ("15/04/2016", 2016, 4, 15), ("15.04.2016", 2016, 4, 15), ("15.XI.2015", 2015, 11, 15),
        ("April 2016", 2016, 4, None), ("Apr. 2016", 2016, 4, None), ("15 April 2016", 2016, 4, 15),
        ("April 15, 2016", 2016, 4, 15), ("avril 2016", 2016, 4, None), ("15 avril 2016", 2016, 4, 15),
        ("août 2016", 2016, 8, None), ("déc. 2016", 2016, 12, None), ("abril de 2016", 2016, 4, None),
        ("15 de noviembre de 2015", 2015, 11, 15), ("апрель 2016 г.", 2016, 4, None), ("15 апреля 2016 года", 2016, 4, 15),
        ("2016 г.", 2016, None, None), ("2016年", 2016, None, None), ("2016年4月", 2016, 4, None),
        ("2016年4月15日", 2016, 4, 15), ("أبريل 2016".replace("أ", "ا"), 2016, 4, None), ("15 نوفمبر 2015", 2015, 11, 15),
    ],
)  # fmt: skip
def test_a_date_is_read(text, year, month, day, identifier):
    date = read_date(text, identifier.scripts[script_in(text, identifier.scripts)])
    assert date is not None
    assert (date.year, date.month, date.day, date.revised, date.place) == (year, month, day, False, None)


@pytest.mark.parametrize(
    "text", ["13/2016", "2016-13", "32.04.2016", "May", "May May 2016", "15 April", "1616", "2016 2017", "G.711"]
)
def test_what_is_no_date_is_none(text, identifier):
    assert read_date(text, identifier.scripts["LATIN"]) is None


def test_in_arabic_the_year_stands_first(identifier):
    date = read_date("05/06", identifier.scripts["ARABIC"])
    assert (date.year, date.month) == (2005, 6)
    date = read_date("05/06", identifier.scripts["LATIN"])
    assert (date.year, date.month) == (2006, 5)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("E", "language", "en"), ("F", "language", "fr"), ("S", "language", "es"), ("R", "language", "ru"),
        ("C", "language", "zh"), ("A", "language", "ar"), ("V2", "version", 2), ("v.1", "version", 1),
        ("version 3", "version", 3), ("2018-2021", "period", "2018-2021"), ("study period 2017-2020", "period", "2017-2020"),
    ],
)  # fmt: skip
def test_brackets_hold_more_than_dates(text, field, value, identifier):
    assert getattr(read_inside(text, identifier.scripts["LATIN"]), field) == value


def test_the_marker_is_read_in_the_language_that_knows_its_words(identifier):
    marker = read_inside("Rév. Genève, 2022", identifier.scripts["LATIN"]).marker
    assert (marker.place, marker.year, marker.revised) == ("Geneva", 2022, True)
    marker = read_inside("Rév.CMR-19", identifier.scripts["LATIN"]).marker
    assert (marker.place, marker.year, marker.revised, marker.conference_word) == (None, 2019, True, "WRC")
