"""Identifiers of records name instruments and editions: read here at once, or by `citing.identify`, and alike."""

import pickle
import re

import pytest

from graph_service.graph.importing import naming
from graph_service.graph.importing.naming import Namer, UnnamedError
from graph_service.names.iri import instrument_path


@pytest.fixture(scope="module")
def namer(register, lexicons):
    return Namer(register, lexicons)


NAMES = [
    ("ITU-T G.989.2 (12/2014)", "recommendation", "itu-t/rec/G.989.2", "2014-12", "(12/2014)"),
    ("ITU-T G.989.2 (2014) Amd. 1 (04/2016)", "recommendation-amendment", "itu-t/rec/G.989.2", "2014/amd-1", "(2014) Amd. 1 (04/2016)"),
    ("ITU-T A.11 (2012) Err. 1 (02/2020)", "recommendation", "itu-t/rec/A.11", "2012/err-1", "(2012) Err. 1 (02/2020)"),
    ("ITU-T H.262 (1995) Technical Cor. 1 (11/1996)", "recommendation-corrigendum", "itu-t/rec/H.262", "1995/cor-1", "(1995) Cor. 1 (11/1996)"),
    ("ITU-T E.250 bis (12/1972)", "recommendation", "itu-t/rec/E.250bis", "1972-12", "(12/1972)"),
    ("ITU-T G Suppl. 39 (10/2025)", "recommendation-supplement", "itu-t/suppl/G.39", "2025-10", "ITU-T G Suppl. 39 (10/2025)"),
    ("ITU-R BO.600-1", "recommendation", "itu-r/rec/BO.600", "1", "-1"),
    ("ITU-R BO.1227-1", "technical-report", "itu-r/rep/BO.1227", "1", "-1"),
    ("Report ITU-R BO.1227-1", "technical-report", "itu-r/rep/BO.1227", "1", "-1"),
    ("ITU-R 229-5/5:", "question", "itu-r/q/229/5", "5", None),
    ("ITU-R R.66-1", "resolution", "ra/res/66", "ra-19", None),
    ("ITU-R 01.HDB", "handbook", "itu-r/hdb/01", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("docid", "doctype", "instrument", "key", "detail"), NAMES, ids=[row[0] for row in NAMES])
def test_an_identifier_names_an_instrument_and_an_edition(docid, doctype, instrument, key, detail, namer):
    name = namer.name(docid, doctype)
    assert (instrument_path(name.instrument), name.key) == (instrument, key)
    assert detail is None or name.detail == detail


FAST = [
    ("ITU-T X.9001 (12/2014)", "recommendation"),
    ("ITU-T X.9001.12 (02/1999)", "recommendation"),
    ("ITU-T D.103/E.231 (10/1984)", "recommendation"),
    ("ITU-T E.190/F.43/D.12 (10/1984)", "recommendation"),
    ("ITU-T F.400/X.400 (1996) Amd. 1 (09/1998)", "recommendation-amendment"),
    ("ITU-T G.650.2 (2005) Err. 1 (10/2005)", "recommendation"),
    ("ITU-T A.12 (2008) Cor. 1 (06/2015)", "recommendation-corrigendum"),
    ("ITU-R SM.9001-0", "recommendation"),
    ("ITU-R SM.9501-12", "technical-report"),
]


@pytest.mark.parametrize(("docid", "doctype"), FAST)
def test_what_is_read_at_once_is_read_as_by_identify(docid, doctype, namer):
    at_once = naming._standardization(docid) or naming._radio(docid, doctype)
    assert at_once is not None
    assert at_once == namer._identified(docid, doctype)


def test_a_joint_text_has_its_other_numbers_and_a_range_has_none(namer):
    assert namer.name("ITU-T D.103/E.231 (10/1984)", "recommendation").also == ("E.231",)
    assert namer.name("ITU-T Q.120-Q.139 (11/1988)", "recommendation").also == ()


@pytest.mark.parametrize("docid", ["", "ITU-T", "no number at all", "ISO/IEC 13818-1"])
def test_what_names_no_numbered_text_of_the_union_is_said_so(docid, namer):
    with pytest.raises(UnnamedError):
        namer.name(docid, "recommendation")


def test_a_key_can_stand_in_an_iri(namer):
    key = namer.name("ITU-T G.729 Annex C+ (02/2000)", "recommendation-annex").key
    assert key != namer.name("ITU-T G.729 Annex C (02/2000)", "recommendation-annex").key
    assert key is not None
    assert re.fullmatch(r"[A-Za-z0-9./-]+", key)


@pytest.mark.parametrize(("doctype", "kind"), [("recommendation", "rec"), ("technical-report", "rep")])
def test_the_record_says_whether_a_radio_text_is_a_report(doctype, kind, namer):
    assert instrument_path(namer.name("ITU-R BT.2137", doctype).instrument) == f"itu-r/{kind}/BT.2137"


def test_a_name_travels_between_processes(namer):
    for docid, doctype, *_ in NAMES:
        name = namer.name(docid, doctype)
        assert pickle.loads(pickle.dumps(name)) == name  # noqa: S301 - what was pickled here
