"""A set of texts is checked as one: each at its dates, each with the waivers of its file, all seeing each other."""

from datetime import date

import pytest

from graph_service.checking.knowledge import Knowledge
from graph_service.checking.run import Options, run
from graph_service.checking.waivers import Waiver
from graph_service.errors import ProblemError
from tests.checking.composed import text

DUBAI = {"place": "Dubai", "year": 2018, "revised": True}
BUSAN = {"place": "Busan", "year": 2014, "revised": True}


@pytest.fixture
def texts(register):
    citing = {"draft": "pp-18", "is": "pp/res/64", "marker": DUBAI, "doc": "a", "file": "a.docx"}
    revising = {"draft": "pp-18", "is": "pp/res/167", "marker": DUBAI, "doc": "b", "file": "b.docx"}
    cites = [{"words": "Resolution 167 (Rev. Busan, 2014)", "names": "pp/res/167", "marker": BUSAN}]
    return [text(register, citing, cites), text(register, revising, ())]


def test_the_texts_of_a_set_see_each_other(texts, register, lexicons):
    reports = run(texts, Knowledge(register), lexicons, Options(today=date(2026, 11, 24)))
    assert [(one.doc, [finding.rule for finding in one.findings]) for one in reports] == [
        ("a", ["revised-at-same-conference"]),
        ("b", []),
    ]


def test_a_waiver_goes_with_its_file(texts, register, lexicons):
    waivers = {"a.docx": [Waiver(reason="a vote", by="A. Editor")]}
    reports = run(texts, Knowledge(register), lexicons, Options(today=date(2026, 11, 24)), waivers)
    assert [finding.waived for finding in reports[0].findings] == ["a vote (A. Editor)"]


def test_a_day_that_is_none_is_refused(texts, register, lexicons):
    with pytest.raises(ProblemError):
        run(texts, Knowledge(register), lexicons, Options(today=date(2026, 11, 24), at="some day"))
