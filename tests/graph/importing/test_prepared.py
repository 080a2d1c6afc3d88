"""What records say of one another: texts that are only named, editions under other numbers, supplements."""

import pytest

from graph_service.graph.importing.naming import Namer
from graph_service.graph.importing.prepared import prepare, with_sector
from graph_service.graph.importing.record import RecordReader
from graph_service.names.iri import edition_path, instrument_path
from tests.graph.importing.composed import record


@pytest.fixture(scope="module")
def prepared(small, lexicons):
    namer = Namer(small, lexicons)

    def batch(*records: bytes):
        read = [RecordReader().read(data, f"{at}.yaml") for at, data in enumerate(records)]
        return prepare([(one, namer.name(one.docid, one.doctype)) for one in read], namer, small)

    return batch


def test_an_edition_that_only_another_record_names_is_mentioned(prepared):
    batch = prepared(record("ITU-T X.9001 (2003) Amd. 1 (10/2009)", at="2009-10-01", editions=("X.9001 (01/2003)",)))
    assert [edition_path(one.edition) for one in batch.mentioned] == ["itu-t/rec/X.9001/2003-01"]
    assert batch.mentioned[0].title == "The text called X.9001 (01/2003)"
    assert edition_path(batch.prepared[0].edition) == "itu-t/rec/X.9001/2003-01/amd-1"


def test_an_edition_that_has_a_record_is_not(prepared):
    one = record("ITU-T X.9001 (06/2012)", at="2012-06-15", editions=("X.9001 (12/2014)",))
    assert prepared(one, record("ITU-T X.9001 (12/2014)")).mentioned == ()


def test_an_edition_under_another_number_is_a_version_and_one_under_its_own_is_not(prepared):
    one = record("ITU-T X.9001 (06/2012)", at="2012-06-15", editions=("X.9001 (12/2014)", "X.9007 (01/2010)"))
    batch = prepared(one, record("ITU-T X.9001 (12/2014)"), record("ITU-T X.9007 (01/2010)", at="2010-01-13"))
    (first,) = [one for one in batch.prepared if one.settled.record.file == "0.yaml"]
    assert [edition_path(other) for other in first.versions] == ["itu-t/rec/X.9007/2010-01"]


def test_supplements_are_gathered_by_instrument(prepared):
    one = record(
        "ITU-T X.9001 (06/2012)", at="2012-06-15", supplements=("X Suppl. 901 (09/2011)", "X Suppl. 999 (09/2011)")
    )
    batch = prepared(one, record("ITU-T X Suppl. 901 (09/2011)", at="2011-09-02", doctype="recommendation-supplement"))
    named = {instrument_path(key): {instrument_path(one) for one in value} for key, value in batch.supplements.items()}
    assert named == {"itu-t/rec/X.9001": {"itu-t/suppl/X.901"}}


def test_revisions_of_one_year_have_days_that_do_not_overlap(prepared):
    page = "http://x/R-REP-SM.9501-{}-2011-PDF-E.pdf"
    batch = prepared(
        record("ITU-R SM.9501-4", at="2011-02", doctype="technical-report", page=page.format(4)),
        record("ITU-R SM.9501-5", at="2011-10", doctype="technical-report", page=page.format(5)),
    )
    first, second = batch.prepared
    assert (str(first.days.earliest), str(first.days.latest)) == ("2011-01-01", "2011-02-28")
    assert (second.days.earliest, str(second.days.latest)) == (None, "2011-10-31")


@pytest.mark.parametrize(
    ("docid", "beside", "whole"),
    [("G.1 (01/2000)", "ITU-T G.2 (01/2000)", "ITU-T G.1 (01/2000)"), ("ITU-R BO.1-0", "ITU-T G.2 (01/2000)", "ITU-R BO.1-0"),
     ("G.1", "Report ITU-R BO.1", "G.1")],
)  # fmt: skip
def test_a_relation_leaves_the_sector_away(docid, beside, whole):
    assert with_sector(docid, beside) == whole
