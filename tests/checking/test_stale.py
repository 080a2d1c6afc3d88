"""The stale list and the impact of a revision, over stored texts."""

from datetime import date

import pytest

from graph_service.checking.impact import impact
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.stale import is_in_force, label_of, stale
from tests.checking.composed import instrument, text

BUSAN = {"place": "Busan", "year": 2014, "revised": True}
DUBAI = {"place": "Dubai", "year": 2018, "revised": True}
CITES = [
    {"words": "Resolution 71 (Rev. Busan, 2014)", "names": "pp/res/71", "marker": BUSAN},
    {"words": "Resolution 139 (Rev. Dubai, 2018)", "names": "pp/res/139", "marker": DUBAI, "locator": "2"},
]


@pytest.fixture(scope="module")
def knowledge(register):
    return Knowledge(register)


@pytest.fixture(scope="module")
def texts(register):
    adopted = {"is": "pp/res/64", "by": "pp-18", "marker": DUBAI, "doc": "res-64"}
    older = {"is": "pp/res/64", "by": "pp-14", "marker": BUSAN, "doc": "res-64-old"}
    draft = {"draft": "wtdc-22", "is": "wtdc/res/85", "doc": "draft"}
    itself = {"is": "pp/res/71", "by": "pp-18", "marker": DUBAI, "doc": "res-71"}
    return [text(register, said, CITES) for said in (adopted, older, draft, itself)]


def rules(items) -> list[tuple[str, str]]:
    return [(item.finding.doc, item.finding.rule) for item in items]


def test_what_is_stale_at_a_day(texts, knowledge, lexicons):
    items = stale(texts[:1], knowledge, at=date(2018, 11, 16), lexicons=lexicons)
    assert rules(items) == [("res-64", "revised-at-same-conference")]
    assert items[0].citing_iri == "https://w3id.org/itu-xref/id/pp/res/64/pp-18"
    assert items[0].label == "PP Resolution 64 (Rev. Dubai, 2018)"


def test_drafts_are_left_out(texts, knowledge, lexicons):
    assert stale(texts[2:3], knowledge, at=date(2026, 1, 1), lexicons=lexicons) == ()


def test_texts_that_no_longer_stand_can_be_left_out(texts, knowledge, lexicons):
    day = date(2019, 1, 1)
    assert {item.finding.doc for item in stale(texts[:2], knowledge, at=day, lexicons=lexicons)} == {
        "res-64",
        "res-64-old",
    }
    assert {
        item.finding.doc for item in stale(texts[:2], knowledge, at=day, lexicons=lexicons, in_force_only=True)
    } == {"res-64"}


def test_a_text_that_does_not_say_what_it_is_stands(register, knowledge):
    report = text(register, {"doc": "report"}, CITES)
    assert is_in_force(report, knowledge, date(2026, 1, 1))
    assert label_of(report, knowledge) == "report"


def test_what_a_revision_would_overtake(texts, knowledge):
    found = impact(texts, knowledge, instrument=instrument("pp/res/139"), at=date(2019, 1, 1))
    assert [(one.label, one.mention.locator, one.already) for one in found] == [
        ("PP Resolution 64 (Rev. Dubai, 2018)", "2", False),
        ("PP Resolution 71 (Rev. Dubai, 2018)", "2", False),
    ]


def test_what_was_overtaken_before_is_told_apart(texts, knowledge):
    found = impact(texts, knowledge, instrument=instrument("pp/res/71"), at=date(2019, 1, 1))
    assert [(one.label, one.already) for one in found] == [("PP Resolution 64 (Rev. Dubai, 2018)", True)]
