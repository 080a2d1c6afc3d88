"""Each record is one edition: months come from the other records, and no two records share a key."""

import pytest

from graph_service.graph.importing.naming import Namer
from graph_service.graph.importing.record import RecordReader
from graph_service.graph.importing.settling import Settler, is_whole
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import edition_path
from graph_service.names.kind import Kind
from tests.graph.importing.composed import record

X = Instrument(kind=Kind.RECOMMENDATION, body="ITU-T", number="X.9001")


@pytest.fixture(scope="module")
def settle(register, lexicons):
    namer = Namer(register, lexicons)

    def paths(*records: bytes, known: tuple[Edition, ...] = ()):
        read = [RecordReader().read(data, f"{at}.yaml") for at, data in enumerate(records)]
        settled, refused = Settler(register, known).settle([(one, namer.name(one.docid, one.doctype)) for one in read])
        return {one.record.file: one for one in settled}, [record.file for record, _ in refused]

    return paths


def key_of(settle, *records, at=0, known=()):
    settled, _ = settle(*records, known=known)
    return edition_path(settled[f"{at}.yaml"].edition)


AMENDMENT = record("ITU-T X.9001 (2012) Amd. 1 (01/2014)", at="2014-01-13", edition="3.1")


def test_an_amendment_stands_below_the_month_of_its_base(settle):
    assert (
        key_of(settle, AMENDMENT, record("ITU-T X.9001 (06/2012)", at="2012-06-15")) == "itu-t/rec/X.9001/2012-06/amd-1"
    )


def test_of_two_bases_in_a_year_the_count_decides_else_the_date(settle):
    early, late = (
        record("ITU-T X.9001 (02/2012)", at="2012-02-13", edition="3"),
        record("ITU-T X.9001 (10/2012)", at="2012-10-29", edition="4"),
    )
    assert key_of(settle, AMENDMENT, early, late) == "itu-t/rec/X.9001/2012-02/amd-1"
    uncounted = record("ITU-T X.9001 (2012) Amd. 1 (06/2012)", at="2012-06-15")
    assert key_of(settle, uncounted, early, late) == "itu-t/rec/X.9001/2012-02/amd-1"


def test_a_base_that_only_the_store_has_is_found(settle):
    assert key_of(settle, AMENDMENT, known=(Edition(instrument=X, key="2012-06"),)) == "itu-t/rec/X.9001/2012-06/amd-1"


def test_a_base_that_nobody_has_leaves_the_year(settle):
    settled, _ = settle(AMENDMENT)
    assert settled["0.yaml"].edition.key == "2012/amd-1"
    assert settled["0.yaml"].whole is None


def test_a_corrigendum_to_an_amendment_stands_below_it(settle):
    base, cor = (
        record("ITU-T X.9001 (06/2012)", at="2012-06-15"),
        record("ITU-T X.9001 (2012) Amd. 1 Cor. 1 (02/2015)", at="2015-02-13"),
    )
    settled, _ = settle(AMENDMENT, base, cor)
    assert settled["2.yaml"].edition.key == "2012-06/amd-1/cor-1"
    assert settled["2.yaml"].whole == settled["0.yaml"].edition


def test_a_bare_year_takes_the_month_of_its_record(settle):
    assert key_of(settle, record("ITU-T X.9001 (2012)", at="2012-06-15")) == "itu-t/rec/X.9001/2012-06"


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (record("ITU-R SM.9001", at="2011-03", page="https://x/R-REC-SM.9001-2-199209-S!!PDF-E.pdf"), "itu-r/rec/SM.9001/2"),
        (record("ITU-R SM.9001", at="2011-03"), "itu-r/rec/SM.9001/0"),
        (record("ITU-R 901/5:", at="2011-03", doctype="question"), "itu-r/q/901/5/0"),
        (record("ITU-R 91.HDB", at="2009-06", doctype="handbook"), "itu-r/hdb/91/2009-06"),
        (record("ITU-R 91", at="2009-06", doctype="handbook", page="http://x/R-HDB-91-2005-PDF-E.pdf"), "itu-r/hdb/91/2005"),
        (record("ITU-R SM", at="1994-01"), "itu-r/rec/SM/1994-01"),
        (record("ITU-R R.66-1", at="2019-11", doctype="resolution"), "ra/res/66/ra-19"),
        (record("ITU-R R.9066", at="2015-11", doctype="resolution", page="http://x/R-RES-R.9066-2015-PDF-E.pdf"), "ra/res/9066/ra-15"),
        (record("ITU-R R.9066", at="1911-11", doctype="resolution"), "ra/res/9066/unresolved/1911"),
    ],
)  # fmt: skip
def test_where_no_edition_is_printed_the_record_tells_it(data, path, settle):
    assert key_of(settle, data) == path


def test_a_draft_without_revision_gives_way_to_the_text_with_it(settle):
    draft, text = record("ITU-R SM.9001", at="2011-03"), record("ITU-R SM.9001-0", at="2011-06")
    settled, refused = settle(draft, text)
    assert [edition_path(settled[f"{at}.yaml"].edition) for at in (0, 1)] == [
        "itu-r/rec/SM.9001/2011-03",
        "itu-r/rec/SM.9001/0",
    ]
    assert not refused


def test_a_joint_text_is_known_by_each_number_unless_that_has_a_record(settle):
    joint, own = record("ITU-T X.9002/Y.9902 (07/2016)"), record("ITU-T Y.9902 (07/2016)")
    assert [edition_path(twin) for twin in settle(joint)[0]["0.yaml"].twins] == ["itu-t/rec/Y.9902/2016-07"]
    assert settle(joint, own)[0]["0.yaml"].twins == ()


def test_the_same_identifier_twice_is_refused_once(settle):
    one = record("ITU-T X.9001 (06/2012)", at="2012-06-15")
    assert settle(one, one)[1] == ["1.yaml"]


@pytest.mark.parametrize(
    ("key", "whole"),
    [("2012-06", True), ("0", True), ("ra-19", True), ("unresolved/Geneva-1911", True), ("2012-06/amd-1", False),
     ("annex-C-2017-12", False), ("app-I-2000-05", False), ("suppl-3-2004-05", False)],
)  # fmt: skip
def test_a_text_of_its_own_is_told_from_an_amendment_or_part_by_its_key(key, whole):
    assert is_whole(key) is whole
