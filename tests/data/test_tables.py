"""The data keep their own rules: every row has a source, names lead to rows that exist, time runs forward."""

import csv
from pathlib import Path

import pytest

from graph_service.names.iri import NotAPathError, parse
from graph_service.register.fact import Grade, Status

DATA = Path(__file__).parent.parent.parent / "data"
TABLES = sorted(file for file in DATA.glob("*.csv") if file.stem != "corrections")
LANGUAGES = {"en", "fr", "es", "ru", "zh", "ar"}


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES, ids=lambda file: file.stem)
def test_every_row_has_source_grade_and_status(table):
    for row in rows(table.stem):
        assert row["source"], row
        assert row["grade"] in {grade.value for grade in Grade}, row
        assert row["status"] in {status.value for status in Status}, row


@pytest.mark.parametrize("table", TABLES, ids=lambda file: file.stem)
def test_what_has_no_source_is_not_attested(table):
    wrong = [row for row in rows(table.stem) if row["source"] == "unverified" and row["status"] == "attested"]
    assert not wrong


@pytest.mark.parametrize("table", TABLES, ids=lambda file: file.stem)
def test_no_row_comes_twice(table):
    found = [tuple(row.values()) for row in rows(table.stem)]
    assert len(set(found)) == len(found)


def test_names_lead_to_rows(register):
    known = {f"body/{body}" for body in register.bodies} | {f"programme/{one}" for one in register.programmes}
    known |= {f"place/{one.place}" for one in register.conferences.values() if one.place}
    assert {name.subject for name in register.names} <= known
    assert {name.lang for name in register.names} <= LANGUAGES


def test_every_city_of_a_conference_has_a_name_in_every_language(register):
    cities = {one.place for one in register.conferences.values() if one.place}
    missing = [(city, lang) for city in cities for lang in LANGUAGES if not register.city(city, lang)]
    assert not missing


def test_conferences_do_not_end_before_they_begin(register):
    for one in register.conferences.values():
        assert not (one.opens and one.closes) or one.opens <= one.closes, one


def test_successions_lead_to_programmes_and_never_in_a_circle(register):
    after = {}
    for one in register.successions:
        assert {one.predecessor, one.successor} <= set(register.programmes), one.id
        after.setdefault(one.predecessor, set()).add(one.successor)
    for start in after:
        seen, todo = set(), [start]
        while todo:
            for following in after.get(todo.pop(), ()):
                assert following != start
                if following not in seen:
                    seen.add(following)
                    todo.append(following)


@pytest.mark.parametrize("column", ["from_edition", "to_edition"])
def test_replacements_name_paths(column):
    for row in rows("replacements"):
        for path in filter(None, [row[column]]):
            try:
                parse(path)
            except NotAPathError:
                pytest.fail(f"{row['id']}: {path}")


def test_editions_are_in_the_conference_of_their_key(register):
    wrong = [
        fact.row
        for fact in register.facts
        if fact.conference and fact.edition.key in register.conferences and fact.conference != fact.edition.key
    ]
    assert not wrong


def test_bodies_of_editions_are_known(register):
    assert {fact.edition.instrument.body for fact in register.facts} <= set(register.bodies)


def test_clauses_have_labels_in_six_languages(register):
    for clause in register.clauses:
        assert {lang for lang, _ in clause.labels} == LANGUAGES, clause.id
