"""The files of one check see each other."""

import pytest

from graph_service.checking.dossier import dossier_of, own_edition
from tests.checking.composed import instrument, text

KIGALI = {"place": "Kigali", "year": 2022, "revised": True}


@pytest.fixture(scope="module")
def dossier(register):
    revising = {"draft": "wtdc-22", "is": "wtdc/res/37", "marker": KIGALI, "doc": "a", "file": "a.docx"}
    return dossier_of([text(register, revising, ()), text(register, {"doc": "b"}, ())], register)


def test_another_file_that_would_revise_a_text(dossier):
    assert dossier.revising(instrument("wtdc/res/37"), "wtdc-22", but="c").file == "a.docx"


def test_not_the_file_itself_nor_another_conference_nor_another_text(dossier):
    assert dossier.revising(instrument("wtdc/res/37"), "wtdc-22", but="a") is None
    assert dossier.revising(instrument("wtdc/res/37"), "pp-22", but="c") is None
    assert dossier.revising(instrument("wtdc/res/37"), None, but="c") is None
    assert dossier.revising(instrument("wtdc/res/38"), "wtdc-22", but="c") is None


def test_a_text_that_does_not_say_what_it_is_makes_no_edition(dossier):
    assert len(dossier.members) == 1


OLD = {"place": "Buenos Aires", "year": 2017, "revised": True}


@pytest.mark.parametrize("said, made", [
    ({"operation": "MOD", "draft": "wtdc-22", "marker": KIGALI}, ("wtdc-22", False)),
    ({"operation": "MOD", "draft": "wtdc-22", "marker": OLD}, ("wtdc-22", False)),
    ({"operation": "SUP", "draft": "wtdc-22", "marker": OLD}, ("wtdc-17", True)),
    ({"operation": "SUP", "draft": None, "marker": OLD}, ("wtdc-17", True)),
    ({"operation": "NOC", "draft": "wtdc-22", "marker": OLD}, None),
])  # fmt: skip
def test_what_a_proposal_would_make_of_a_text(said, made, register):
    proposal = text(register, {"is": "wtdc/res/37", "doc": "a", **said}, ())
    beside = text(register, {"is": "wtdc/res/85", "draft": "wtdc-22", "marker": KIGALI, "doc": "b"}, ())
    member = dossier_of([proposal, beside], register).revising(instrument("wtdc/res/37"), "wtdc-22", but="b")
    assert (member and (member.edition.key, member.suppresses)) == made


def test_two_conferences_leave_it_open(register):
    said = {"is": "wtdc/res/37", "doc": "a", "operation": "SUP", "draft": None, "marker": OLD}
    others = [{"is": "pp/res/71", "draft": "pp-22", "doc": "b"}, {"is": "wtdc/res/85", "draft": "wtdc-22", "doc": "c"}]
    dossier = dossier_of([text(register, one, ()) for one in (said, *others)], register)
    assert dossier.revising(instrument("wtdc/res/37"), "wtdc-22", but="c") is None


@pytest.mark.parametrize("said, key", [
    ({"is": "wtdc/res/37", "draft": "wtdc-22", "marker": KIGALI}, "wtdc-22"),
    ({"is": "wtdc/res/37", "by": "wtdc-22"}, "wtdc-22"),
    ({"is": "wtdc/res/37"}, None),
    ({"by": "wtdc-22"}, None),
])  # fmt: skip
def test_the_edition_that_a_text_is(said, key, register):
    edition = own_edition(text(register, said, ()), register)
    assert (edition and edition.key) == key
