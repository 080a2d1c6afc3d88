"""What the checker says of real texts: the seed proposal as text and as Word, and the 64 texts of PP-18."""

from collections import Counter
from datetime import date

import pytest

from graph_service.checking.finding import Severity
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.run import Options, run
from graph_service.citing.extract import citing_text
from graph_service.reading.read import read_documents
from tests.evaluate.sets import SHARED

TODAY = date(2026, 11, 24)
SEEDS = ("seeds/wtdc22-iap24a13-res85-fr.txt", "seeds/wtdc22-iap24a13-res85-fr.docx")
SLIPS = {
    ("res-34", "rec_5", "revised-at-same-conference"),
    ("res-64", "rec_3", "stale-at-adoption"),
    ("res-64", "rec_5", "revised-at-same-conference"),
    ("res-64", "rec_6", "revised-at-same-conference"),
    ("res-64", "rec_18", "revised-at-same-conference"),
    ("res-64", "rec_21", "stale-at-adoption"),
    ("res-102", "rec_42", "stale-at-adoption"),
    ("res-130", "para_1__point_i", "stale-at-adoption"),
    ("res-169", "para_6", "revised-at-same-conference"),
}
COUPLED = ("res-169", "rec_2", "revised-at-same-conference")
READ_AND_RIGHT = {
    ("res-71", "rec_4", "instrument-suppressed"),
    ("res-208", "rec_1", "instrument-suppressed"),
    ("res-197", "formula_1", "marker-form"),
}
DELIBERATE = [
    ("res-125", "rec_1"),
    ("res-125", "rec_2"),
    ("res-2", "para_2"),
    ("res-34", "rec_10"),
    ("res-200", "rec_7"),
]


def reports(path, register, lexicons, **options):
    documents = read_documents(SHARED / path, name=path.rpartition("/")[2], register=register, lexicons=lexicons)
    texts = [citing_text(document, register, lexicons, source="test") for document in documents]
    return run(texts, Knowledge(register), lexicons, Options(today=TODAY, **options))


def places(found, level=Severity.ERROR):
    return {
        (one.doc, one.places[0].locator, one.rule)
        for report in found
        for one in report.findings
        if one.severity is level
    }


@pytest.fixture(scope="module")
def pp18(register, lexicons):
    return reports("corpus/pp18-final-acts.akn.xml", register, lexicons, at="pp-18")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_seed_has_three_errors_and_what_is_of_the_future(seed, register, lexicons):
    (report,) = reports(seed, register, lexicons)
    errors = [
        (one.rule, one.fix.text.replace("\u00a0", " "), one.fix.apply)
        for one in report.findings
        if one.severity is Severity.ERROR
    ]
    assert report.dates.text == report.dates.check == date(2022, 6, 5)
    assert [rule for rule, _, _ in errors] == ["marker-form", "marker-form", "programme-superseded"]
    assert errors[0][1] == "RÉSOLUTION 85 (Rév. Kigali, 2022)"
    assert "98 (Rév. Genève, 2022)" in errors[1][1]
    assert errors[2][1:] == ("Programme Connect 2030", True)
    others = Counter((one.rule, one.severity.value) for one in report.findings if one.severity is not Severity.ERROR)
    assert others["future-edition", "info"] == 2
    assert {severity for _, severity in others} == {"info"}


def test_text_and_word_give_the_same_findings(register, lexicons):
    text, word = (reports(seed, register, lexicons)[0].findings for seed in SEEDS)
    assert [(one.rule, one.iri, one.severity) for one in text] == [(one.rule, one.iri, one.severity) for one in word]


def test_the_seed_today_tells_what_was_overtaken_since(register, lexicons):
    (report,) = reports(SEEDS[0], register, lexicons, at="2026-11-24")
    assert {"pp/res/200/pp-22", "ra/res/66/ra-23"} <= {
        one.latest.iri.partition("/id/")[2] for one in report.findings if one.latest
    }


def test_the_errors_of_pp_18_are_the_slips_and_those_that_were_read_by_hand(pp18):
    assert places(pp18) == SLIPS | {COUPLED} | READ_AND_RIGHT


def test_slips_are_written_and_the_one_that_is_coupled_is_offered(pp18):
    fixes = {
        (one.doc, one.places[0].locator): one.fix.apply
        for report in pp18
        for one in report.findings
        if one.fix and one.severity is Severity.ERROR
    }
    assert all(fixes[doc, locator] for doc, locator, _ in SLIPS)
    assert fixes[COUPLED[:2]] is False


@pytest.mark.parametrize("doc, locator", DELIBERATE)
def test_old_editions_are_named_on_purpose(doc, locator, pp18):
    rules = {
        one.rule for report in pp18 if report.doc == doc for one in report.findings if one.places[0].locator == locator
    }
    assert "historical" in rules
    assert not rules & {
        "stale-at-adoption",
        "revised-at-same-conference",
        "programme-superseded",
        "instrument-suppressed",
    }


def test_no_right_citation_gets_a_warning(pp18):
    assert places(pp18, Severity.WARNING) == set()
