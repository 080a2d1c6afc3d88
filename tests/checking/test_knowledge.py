"""Editions in time, from the register and from ingested texts; ends, and what stands on a day."""

from datetime import date

import pytest

from graph_service.checking.knowledge import Knowledge
from graph_service.checking.span import Span
from graph_service.names.edition import Edition
from graph_service.names.marker import Marker
from graph_service.register.fact import Status
from tests.checking.composed import fact, instrument


@pytest.fixture(scope="module")
def knowledge(register):
    return Knowledge(register)


def edition(path: str, key: str) -> Edition:
    return Edition(instrument=instrument(path), key=key)


def keys(facts) -> list[str]:
    return [one.edition.key for one in facts]


def test_later_editions_up_to_a_day(knowledge):
    cited = edition("pp/res/71", "pp-14")
    assert keys(knowledge.later(cited, Marker(), date(2018, 11, 16))) == ["pp-18"]
    assert keys(knowledge.later(cited, Marker(), date(2018, 11, 15))) == []
    assert keys(knowledge.later(cited, Marker(), date(2026, 1, 1))) == ["pp-18", "pp-22"]


def test_later_than_an_edition_that_is_not_known(knowledge):
    cited = edition("wtdc/res/30", "wtdc-10")
    assert keys(knowledge.later(cited, Marker(place="Hyderabad", year=2010), date(2018, 1, 1))) == [
        "wtdc-14",
        "wtdc-17",
    ]


def test_earlier_editions(knowledge):
    assert keys(knowledge.earlier(edition("pp/res/71", "pp-06"), Marker())) == ["pp-98", "pp-02"]


def test_the_newest_is_the_newest_of_the_surest(register):
    known = [
        fact(register, "wtdc/res/999/wtdc-14 adopted 2014-04-10"),
        fact(register, "wtdc/res/999/wtdc-17 revised 2017-10-20 unverified"),
    ]
    knowledge = Knowledge(register, known)
    assert knowledge.newest(instrument("wtdc/res/999"), date(2020, 1, 1)).edition.key == "wtdc-14"
    assert knowledge.newest(instrument("wtdc/res/998"), date(2020, 1, 1)) is None


def test_an_ingested_text_makes_an_edition(register):
    knowledge = Knowledge(register, [fact(register, "pp/res/71/pp-26 revised 2026-11-27")])
    assert keys(knowledge.later(edition("pp/res/71", "pp-22"), Marker(), date(2026, 12, 1))) == ["pp-26"]


def test_an_ingested_text_attests_what_was_only_told_of(register):
    assert register.fact(edition("wtdc/res/30", "wtdc-22")).evidence.status is Status.UNVERIFIED
    knowledge = Knowledge(register, [fact(register, "wtdc/res/30/wtdc-22 revised 2022-06-16")])
    assert knowledge.fact(edition("wtdc/res/30", "wtdc-22")).evidence.status is Status.ATTESTED


def test_what_is_attested_stays_and_keeps_its_titles(register):
    knowledge = Knowledge(register, [fact(register, "pp/res/2/pp-18 revised 2018-11-16")])
    kept = knowledge.fact(edition("pp/res/2", "pp-18"))
    assert kept.evidence.source != "a test"
    assert kept.title("en")


def test_an_amendment_is_no_edition_of_the_text(register):
    known = [
        fact(register, "itu-t/rec/X.999/2010-05 adopted 2010-05-01"),
        fact(register, "itu-t/rec/X.999/2010-05/amd-1 adopted 2012-05-01"),
    ]
    assert keys(Knowledge(register, known).texts(instrument("itu-t/rec/X.999"))) == ["2010-05"]


def test_an_abrogation_ends_an_instrument(knowledge):
    ends = knowledge.removals(instrument("pp/res/185"), date(2018, 11, 16))
    assert ends[0].since == date(2018, 11, 16)
    assert ends[0].status is Status.ATTESTED
    assert knowledge.removals(instrument("pp/res/185"), date(2018, 11, 15)) == ()


def test_an_end_without_a_day(knowledge):
    assert knowledge.removals(instrument("wtdc/res/49"), date(2026, 1, 1)) == ()
    assert knowledge.undated_removal(instrument("wtdc/res/49")).since is None
    assert knowledge.undated_removal(instrument("pp/res/71")) is None


def test_what_stands_on_a_day(knowledge):
    cited = edition("pp/res/71", "pp-18")
    assert knowledge.in_force(cited.instrument, cited, date(2020, 1, 1))
    assert not knowledge.in_force(cited.instrument, cited, date(2023, 1, 1))
    gone = edition("pp/res/185", "pp-14")
    assert not knowledge.in_force(gone.instrument, gone, date(2020, 1, 1))


def test_conferences_since_an_edition(knowledge):
    day = Span(earliest=date(2014, 11, 7), latest=date(2014, 11, 7))
    assert [one.id for one in knowledge.conferences_between("PP", day, date(2022, 10, 13))] == ["pp-18"]
    assert knowledge.conferences_between("PP", Span(earliest=None, latest=None), date(2022, 1, 1)) == ()


def test_the_conference_of_an_edition(knowledge):
    assert knowledge.conference_of(edition("council/res/1333", "2016")).id == "council-2016"
    assert knowledge.conference_of(None) is None
