"""Forms of identifiers as people write them, in six languages: what each names, and that its canonical form holds."""

import csv
from pathlib import Path

import pytest

from graph_service.citing.identify import identified, identify
from graph_service.citing.identifying.identification import Change, Identification
from graph_service.errors import Code, ProblemError
from graph_service.names.iri import THINGS, parse

with Path(__file__).with_name("identify_forms.csv").open(encoding="utf-8", newline="") as file:
    FORMS = tuple(csv.DictReader(file))

EDITION = ("place", "year", "month", "day", "revised", "revision")
TEXTS = ("kind", "body", "sector", "series", "number", "part", "language", "canonical")


def printed(value):
    return {None: "", True: "yes", False: "no"}.get(value) if value is None or isinstance(value, bool) else str(value)


def as_form(found: Identification) -> dict[str, str]:
    """An identification in the columns of the table."""
    row = found.row()
    edition = row["edition"] or dict.fromkeys(EDITION)
    changes = []
    for change, one in found.changes.items():
        date = f"{one.year}" + (f"-{one.month:02d}" if one.month else "") if one.year else ""
        changes.append(" ".join(word for word in (change.value, one.number or "", date) if word))
    return {
        **{name: printed(row[name]) for name in TEXTS},
        **{name: printed(edition[name]) for name in EDITION},
        "changes": "; ".join(changes),
        "also": "; ".join(found.also),
        "iri": found.iri.removeprefix(THINGS),
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["input"])
def test_a_form_names_its_parts(form, register, lexicons):
    found = identified(form["input"], register, lexicons)
    assert as_form(found) == {name: form[name] for name in form if name != "input"}


@pytest.mark.parametrize("canonical", sorted({form["canonical"] for form in FORMS}))
def test_a_canonical_form_reads_back_to_itself(canonical, register, lexicons):
    assert identified(canonical, register, lexicons).canonical == canonical


def test_the_forms_are_of_six_languages_and_many():
    scripts = {name: sum(any(first <= sign <= last for sign in form["input"]) for form in FORMS) for name, first, last in (
        ("Cyrillic", "А", "я"), ("Arabic", "ء", "ي"), ("Han", "一", "龥"), ("accented", "à", "ÿ"))}  # fmt: skip
    assert len(FORMS) >= 200
    assert min(scripts.values()) >= 25, scripts


def test_every_way_to_write_one_text_has_one_canonical_form():
    names = {}
    for form in FORMS:
        names.setdefault(tuple(value for name, value in form.items() if name not in {"input", "canonical"}), set()).add(
            form["canonical"]
        )
    assert [found for found in names.values() if len(found) > 1] == []


def test_two_texts_never_share_a_canonical_form():
    texts = {}
    for form in FORMS:
        texts.setdefault(form["canonical"], set()).add(tuple(value for name, value in form.items() if name != "input"))
    assert [(name, found) for name, found in texts.items() if len(found) > 1] == []


def test_every_iri_parses(register, lexicons):
    for form in FORMS:
        thing = identified(form["input"], register, lexicons).thing
        assert parse(form["iri"]) == thing, form["input"]


def test_the_row_has_its_fields_in_order(register, lexicons):
    row = identified("ITU-T G.989.2 (2013) Amd. 1 (04/2016)", register, lexicons).row()
    assert list(row) == [
        "input", "kind", "body", "sector", "series", "number", "edition", "part", "supplement", "amendment",
        "corrigendum", "erratum", "addendum", "annex", "appendix", "language", "also", "canonical", "iri", "known",
    ]  # fmt: skip
    assert row["amendment"] == {"number": "1", "year": 2016, "month": 4}
    assert row["edition"] == {
        "place": None,
        "year": 2013,
        "month": None,
        "day": None,
        "revised": False,
        "revision": None,
    }
    assert row["annex"] is None
    assert row["also"] == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("PP Res. 197", True), ("Res. 197 (Rev. Dubai, 2018)", True), ("PP Resolution 9999", False),
        ("Resolution 2 (Dubai, 1891) of the Plenipotentiary Conference", False), ("CS 118", True), ("CS 99999", False),
        ("CV Art. 17", True), ("RR App. 30B", False), ("Connect 2030", True), ("Objective D.2 (2020-2023)", True),
        ("Objective D.9 (2020-2023)", False), ("ITU-T G.711", False),
        ("Annex 2 to Decision 5 (Rev. Dubai, 2018)", True),
    ],
)  # fmt: skip
def test_known_says_whether_the_register_has_it(text, known, register, lexicons):
    assert identified(text, register, lexicons).known is known


def test_a_problem_is_returned_and_not_raised(register, lexicons):
    found = identify("nothing of the kind", register, lexicons)
    assert isinstance(found, ProblemError)
    assert found.problem.code is Code.NOT_AN_IDENTIFIER


def test_a_number_of_a_report_and_of_a_recommendation_are_told_apart(register, lexicons):
    report = identified("ITU-R M.2009-0", register, lexicons)
    recommendation = identified("ITU-R M.2009-1", register, lexicons)
    named = identified("Recommendation ITU-R M.2009-0", register, lexicons)
    assert [one.kind.value for one in (report, recommendation, named)] == ["report", "recommendation", "recommendation"]
    assert len({one.canonical for one in (report, recommendation, named)}) == 3


def test_changes_are_printed_in_one_order(register, lexicons):
    found = identified("Corrigendum 2 to Amendment 1 to ITU-T G.992.1", register, lexicons)
    assert found.canonical == "ITU-T G.992.1 Amd. 1 Cor. 2"
    assert set(found.changes) == {Change.AMENDMENT, Change.CORRIGENDUM}
