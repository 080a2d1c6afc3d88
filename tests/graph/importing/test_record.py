"""YAML becomes a record with what the graph takes of it, or a reason why it is none."""

import pytest
import yaml

from graph_service.graph.importing.record import Link, NotARecordError, RecordReader, is_date
from graph_service.graph.importing.yaml_text import NotYamlError
from tests.graph.importing.composed import LINE, record


def read(data: bytes):
    return RecordReader().read(data, "one.yaml")


def test_a_record_has_its_identifier_titles_date_and_relations():
    one = read(LINE["itu-t-x-9001-03-2010.yaml"])
    assert (one.file, one.docid, one.doctype, one.published) == (
        "one.yaml",
        "ITU-T X.9001 (03/2010)",
        "recommendation",
        "2010-03-29",
    )
    assert (one.stage, one.edition, one.groups) == ("Withdrawal", "1", ("ITU-T Study Group 17",))
    assert one.pages == ("https://www.itu.int/rec/T-REC-X.9001-201003-S",)
    assert one.links[0] == Link("hasEdition", "X.9001 (12/2014)", "The text called X.9001 (12/2014)")
    assert one.complements == ("X Suppl. 901 (09/2011)",)


def test_titles_are_one_a_language_the_main_one():
    value = yaml.safe_load(record("ITU-T X.9001 (12/2014)", title={"en": "Main", "fr": "Principal"}))
    value["title"].insert(0, {"language": "en", "content": "Short", "type": "abbrev"})
    value["title"].append({"content": "Without language", "type": "alternative"})
    assert read(yaml.safe_dump(value).encode()).titles == (("en", "Main"), ("fr", "Principal"))


def test_identifiers_of_other_publishers_are_kept_apart():
    assert read(LINE["itu-t-x-9001-12-2014.yaml"]).also == ("ISO/IEC 99001",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a mapping"),
        (b"- a\n", "not a mapping"),
        (b"title: none\n", "no docidentifier"),
        (b"docidentifier:\n- content: ISO 1\n  type: ISO\n", "no docidentifier"),
        (record("ITU-T X.9001 (12/2014)", at="2014-13-01"), "2014-13-01"),
        (record("ITU-T X.9001 (12/2014)", at="soon"), "soon"),
    ],
    ids=["empty", "a list", "no identifier", "another publisher", "no such month", "no date"],
)
def test_what_is_no_record_has_a_reason(data, reason):
    with pytest.raises(NotARecordError, match=reason):
        read(data)


@pytest.mark.parametrize("data", [b"a: [\n", b"\x00", b"a: \xff\n", b"a: 1\na: 2\n", b"a: !x 1\n", b"a: b: c\n"])
def test_what_is_no_yaml_has_a_reason(data):
    with pytest.raises(NotYamlError):
        read(data)


def test_relations_cut_out_are_read_as_the_whole_is():
    data = LINE["itu-t-x-9001-03-2010.yaml"]
    indented = data.replace(b"\nrelation:\n", b"\nrelation: # as they came\n")
    assert read(indented) == read(data)


def test_a_fault_among_the_relations_is_not_passed_over():
    broken = LINE["itu-t-x-9001-03-2010.yaml"].replace(b"- type: complementOf", b"- type: [complementOf")
    with pytest.raises(NotYamlError):
        read(broken)


def test_anchors_are_read_by_the_strict_parser():
    data = record("ITU-T X.9001 (12/2014)").replace(b"A composed title", b"&t A composed title")
    assert read(data).titles == (("en", "A composed title"),)


def test_an_address_that_is_none_is_left_out():
    assert read(record("ITU-T X.9001 (12/2014)", page="https://a b>")).pages == ()
    assert read(record("ITU-T X.9001 (12/2014)", page="javascript:x")).pages == ()


@pytest.mark.parametrize(
    ("printed", "is_one"),
    [("2014", True), ("2014-02", True), ("2014-02-28", True), ("2014-02-30", False), ("14", False), ("2014-2", False)],
)
def test_a_date_is_a_year_a_month_or_a_day_that_there_is(printed, is_one):
    assert is_date(printed) is is_one
