"""Editions in time: what "later" means where days are known, where only years are, and where only the order is."""

from datetime import date

import pytest

from graph_service.checking.span import Span, month_days, span_of_name
from graph_service.names.edition import Edition
from graph_service.names.marker import Marker
from tests.checking.composed import instrument


def span(earliest, latest, rank=None) -> Span:
    return Span(
        earliest=earliest and date.fromisoformat(earliest), latest=latest and date.fromisoformat(latest), rank=rank
    )


YEAR_2014 = span("2014-01-01", "2014-12-31")
YEAR_2015 = span("2015-01-01", "2015-12-31")
IN_2014 = span("2014-06-01", "2014-06-01")


@pytest.mark.parametrize("old, new, expected", [
    (YEAR_2014, YEAR_2015, True),
    (YEAR_2015, YEAR_2014, False),
    (YEAR_2014, IN_2014, False),
    (IN_2014, YEAR_2014, False),
    (span("2014-01-01", "2014-12-31", 1), span("2014-06-01", "2014-06-01", 2), True),
    (span(None, None, 0), span(None, None, 1), True),
    (span(None, None), YEAR_2014, False),
])  # fmt: skip
def test_before_is_said_only_of_what_is_surely_older(old, new, expected):
    assert old.before(new) is expected


def test_a_day_is_inclusive():
    assert span("2018-11-16", "2018-11-16").by(date(2018, 11, 16))
    assert not span("2018-11-16", "2018-11-16").after(date(2018, 11, 16))
    assert span("2018-11-16", "2018-11-16").after(date(2018, 11, 15))
    assert not span(None, None).by(date(2018, 11, 16))


@pytest.mark.parametrize("path, key, marker, days", [
    ("pp/res/999", "pp-18", Marker(place="Dubai", year=2018), ("2018-11-16", "2018-11-16")),
    ("council/res/999", "2017", Marker(year=2017), ("2017-05-25", "2017-05-25")),
    ("council/res/999", "2016", Marker(year=2016), ("2016-06-02", "2016-06-02")),
    ("council/res/999", "2012", Marker(year=2012), ("2012-01-01", "2012-12-31")),
    ("itu-t/rec/X.999", "2012-06", Marker(year=2012, month=6), ("2012-06-01", "2012-06-30")),
    ("itu-t/rec/X.999", "2012", Marker(year=2012), ("2012-01-01", "2012-12-31")),
    ("pp/res/999", "unresolved/Rome-2012", Marker(place="Rome", year=2012), ("2012-01-01", "2012-12-31")),
    ("itu-r/rec/M.999", "3", Marker(revision=3), (None, None)),
])  # fmt: skip
def test_an_edition_that_nobody_knows_has_the_days_of_its_name(path, key, marker, days, register):
    found = span_of_name(register, Edition(instrument=instrument(path), key=key), marker)
    assert (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat()) == days


def test_a_revision_is_a_rank(register):
    named = [Edition(instrument=instrument("itu-r/rec/M.999"), key=key) for key in ("3", "12")]
    older, newer = (span_of_name(register, one, Marker(revision=int(one.key))) for one in named)
    assert older.before(newer)


@pytest.mark.parametrize("year, month, last", [(2012, 2, 29), (2013, 2, 28), (2012, 12, 31)])
def test_the_days_of_a_month(year, month, last):
    assert month_days(year, month) == (date(year, month, 1), date(year, month, last))


def test_there_is_no_thirteenth_month():
    assert month_days(2012, 13) == (None, None)
