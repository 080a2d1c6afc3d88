"""The days of approval: from the identifier, the name of the file, or not known."""

from datetime import date

import pytest

from graph_service.graph.importing.dating import days_of, days_of_key
from graph_service.graph.importing.naming import Namer
from graph_service.graph.importing.record import RecordReader
from tests.graph.importing.composed import LINE, record

DAYS = [
    (LINE["itu-t-x-9001-03-2010.yaml"], "2010-03-29", "2010-03-29"),
    (record("ITU-T X.9001 (06/2012)", at="2012-06"), "2012-06-01", "2012-06-30"),
    (record("ITU-T X.9001 (02/2012)", at="2013-01-05"), "2012-02-01", "2012-02-29"),
    (record("ITU-T X.9001 (02/2012)", at=""), "2012-02-01", "2012-02-29"),
    (LINE["itu-r-sm-9001-0.yaml"], "2003-05-01", "2003-05-31"),
    (LINE["itu-r-sm-9501-1.yaml"], "2011-01-01", "2011-12-31"),
    (record("ITU-R SM.9501-1", at="2011-04", doctype="technical-report", page="http://x/R-REP-SM.9501-1-2011-PDF-E.pdf"), "2011-01-01", "2011-04-30"),
    (record("ITU-R SM.9001-0", at="1995-05"), None, "1995-05-31"),
    (record("ITU-R SM.9001-0", at="1994"), None, "1994-12-31"),
    (record("ITU-R SM.9001-0", at=""), None, None),
]  # fmt: skip


@pytest.mark.parametrize(("data", "earliest", "latest"), DAYS)
def test_the_days_of_approval(data, earliest, latest, small, lexicons):
    one = RecordReader().read(data, "one.yaml")
    days = days_of(one, Namer(small, lexicons).name(one.docid, one.doctype))
    assert (days.earliest, days.latest) == (_day(earliest), _day(latest))


def _day(words):
    return date.fromisoformat(words) if words else None


@pytest.mark.parametrize(("key", "latest"), [("2012-02", "2012-02-29"), ("3", None), ("2012", None)])
def test_the_days_of_a_key(key, latest):
    assert days_of_key(key).latest == _day(latest)
