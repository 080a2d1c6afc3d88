"""Waivers: read from a table or a comment, fitting by what they name, lapsing with the newest edition."""

import pytest

from graph_service.checking.finding import Finding, Newer, Place, Severity
from graph_service.checking.waivers import Waiver, fits, parse_waivers, read_waivers, waivers_in
from graph_service.errors import ProblemError
from graph_service.names.iri import THINGS
from tests.checking.composed import comment

NEWER = Newer(edition=None, iri=THINGS + "pp/res/71/pp-22", marker="(Rev. Bucharest, 2022)", source="x", since=None)
FINDING = Finding(
    rule="stale-at-adoption", severity=Severity.ERROR, message="", doc="text", also=("marker-form",), latest=NEWER,
    iri=THINGS + "pp/res/71/pp-14", places=(Place(locator="5", start=10, end=30, text="Resolution 71 (Rev. Busan, 2014)"),),
)  # fmt: skip


@pytest.mark.parametrize("said, expected", [
    ({}, True),
    ({"doc": "text"}, True),
    ({"doc": "other"}, False),
    ({"rule": "stale-at-adoption"}, True),
    ({"rule": "marker-form"}, True),
    ({"rule": "undated"}, False),
    ({"cited": "pp/res/71"}, True),
    ({"cited": THINGS + "pp/res/71/pp-14"}, True),
    ({"cited": "pp/res/7"}, False),
    ({"newer": "pp/res/71/pp-22"}, True),
    ({"newer": "(Rev. Bucharest, 2022)"}, True),
    ({"newer": "pp/res/71/pp-18"}, False),
    ({"quote": "resolution 71  (Rev."}, True),
    ({"quote": "Resolution 72"}, False),
    ({"at": ("5", 12, 14)}, True),
    ({"at": ("5", 30, 31)}, False),
    ({"at": ("6", 12, 14)}, False),
])  # fmt: skip
def test_a_waiver_fits_what_it_names(said, expected):
    assert fits(Waiver(reason="a vote", by="A. Editor", **said), FINDING) is expected


def test_a_table_of_waivers(tmp_path):
    table = tmp_path / "waivers.csv"
    table.write_text("doc,rule,reason,by,on\ntext,undated,kept on purpose,A. Editor,2022-06-01\n", "utf-8-sig")
    (waiver,) = read_waivers(table)
    assert waiver.told == "kept on purpose (A. Editor, 2022-06-01)"


@pytest.mark.parametrize("text, what", [
    ("doc,reason\ntext,x\n", "by"),
    ("doc,reason,by\ntext,,A. Editor\n", "reason must be given"),
    ("doc,reason,by\ntext,x,\n", "line 2"),
    ("doc,reason,by,colour\ntext,x,y,z\n", "colour"),
])  # fmt: skip
def test_a_waiver_without_reason_or_name_is_refused(text, what):
    with pytest.raises(ProblemError, match=what):
        parse_waivers(text)


def test_waivers_that_cannot_be_read_are_a_problem(tmp_path):
    with pytest.raises(ProblemError, match="cannot be read"):
        read_waivers(tmp_path / "none.csv")


@pytest.mark.parametrize("words, reason", [
    ("itugraph: keep", "keep"),
    ("Itugraph: keep - as the 2014 edition is meant", "as the 2014 edition is meant"),
    ("itugraph : keep.\nAgreed", "Agreed"),
])  # fmt: skip
def test_a_comment_is_a_waiver_by_its_author(words, reason):
    (waiver,) = waivers_in([comment(words, locator="5", start=10, end=20)], "text")
    assert (waiver.reason, waiver.by, waiver.at) == (reason, "A. Editor", ("5", 10, 20))
    assert fits(waiver, FINDING)


@pytest.mark.parametrize("words", ["please keep", "itugraph: keeper", "see itugraph: keep"])
def test_another_comment_is_none(words):
    assert waivers_in([comment(words)], "text") == ()
