"""The JSON of a check, its rows and its SARIF, as other programs rely on them."""

import csv
import io
import json

import pytest

from graph_service.checking.finding import Severity
from graph_service.checking.output import COLUMNS, as_csv, as_json, rows
from graph_service.checking.registry import RULES
from graph_service.checking.report import fails
from graph_service.checking.rule import Setting
from graph_service.checking.sarif import as_sarif
from tests.checking.cases import Case, run
from tests.checking.reading import checked, document

DOCUMENT = {
    "doc",
    "file",
    "lang",
    "date",
    "date_from",
    "check_date",
    "check_date_from",
    "draft",
    "conference",
    "draft_reason",
    "counts",
    "findings",
    "notes",
}
FINDING = {
    "id",
    "rule",
    "also",
    "severity",
    "when",
    "text",
    "locator",
    "start",
    "end",
    "places",
    "message",
    "since",
    "newer",
    "latest",
    "fix",
    "apply",
    "certainty",
    "iri",
    "evidence",
}
WORDS = "la Résolution 139 (Rév. Busan, 2014) de la Conférence de plénipotentiaires,"


@pytest.fixture(scope="module")
def report(register, lexicons):
    words = document(register, "fr", Setting.DRAFT_WTDC_22.value, "recalls", WORDS)
    return checked(register, lexicons, words, lang="fr")


@pytest.fixture(scope="module")
def waived(register, lexicons):
    marker = {"place": "Dubai", "year": 2018, "revised": True}
    said = {
        "text": {"is": "pp/res/64", "by": "pp-18", "marker": marker},
        "cites": [
            {
                "words": "=Resolution 167 (Rev. Busan, 2014)",
                "names": "pp/res/167",
                "marker": {"place": "Busan", "year": 2014, "revised": True},
            }
        ],
        "waivers": [{"reason": "a vote", "by": "A. Editor"}],
    }
    return run(Case("waived", "waived", said), register, lexicons, RULES)


def test_a_document_has_the_fields_of_the_contract(report, register):
    told = json.loads(json.dumps(as_json([report], register)))
    assert told.keys() == {"documents", "register"}
    assert told["register"] == register.version
    (one,) = told["documents"]
    assert one.keys() == DOCUMENT
    assert one["counts"].keys() == {"read", "current", "unknown", "waived"}
    assert (one["draft"], one["conference"]) == (True, "wtdc-22")
    assert (one["date"], one["check_date"]) == ("2022-06-05", "2022-06-05")
    assert one["date_from"].startswith("veille de l'ouverture")


def test_a_finding_has_the_fields_of_the_contract(report, register):
    (finding,) = as_json([report], register)["documents"][0]["findings"]
    assert finding.keys() == FINDING
    line = document(register, "fr", Setting.DRAFT_WTDC_22.value, "recalls", WORDS).splitlines()[
        int(finding["locator"]) - 1
    ]
    assert line[finding["start"] : finding["end"]] == finding["text"]
    assert finding["newer"] == finding["latest"] | {"marker": "(Rév. Dubaï, 2018)"}
    assert finding["newer"]["iri"] == "https://w3id.org/itu-xref/id/pp/res/139/pp-18"
    assert finding["iri"] == "https://w3id.org/itu-xref/id/pp/res/139/pp-14"
    assert (finding["severity"], finding["when"], finding["since"], finding["apply"]) == (
        "error",
        "at-adoption",
        "2018-11-16",
        True,
    )
    assert finding["fix"] == "Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires"
    assert finding["places"] == [{key: finding[key] for key in ("locator", "start", "end", "text")}]
    assert finding["newer"]["source"] in finding["evidence"]


def test_waived_is_told_only_where_it_is(report, waived, register):
    assert "waived" not in as_json([report], register)["documents"][0]["findings"][0]
    (finding,) = as_json([waived], register)["documents"][0]["findings"]
    assert (finding["waived"], finding["apply"], waived.counts.waived) == ("a vote (A. Editor)", False, 1)


def test_what_is_waived_counts_for_no_exit_code(report, waived):
    assert fails([report], Severity.ERROR)
    assert not fails([waived], Severity.INFO)


def test_rows_have_the_columns(report):
    (row,) = rows([report])
    told = dict(zip(COLUMNS, row, strict=True))
    assert (told["rule"], told["latest"], told["apply"]) == ("stale-at-adoption", "(Rév. Dubaï, 2018)", "yes")


def test_a_table_opens_in_a_spreadsheet_without_running(waived):
    table = list(csv.DictReader(io.StringIO(as_csv([waived]))))
    assert table[0]["text"] == "'=Resolution 167 (Rev. Busan, 2014)"


def test_sarif_names_rules_places_and_waivers(report, waived):
    told = json.loads(json.dumps(as_sarif([report, waived], version="1.0")))
    (run_,) = told["runs"]
    assert {rule["id"] for rule in run_["tool"]["driver"]["rules"]} == {rule.id for rule in RULES}
    first, second = run_["results"]
    assert first["level"] == "error"
    region = first["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endColumn"] - region["startColumn"]) == (
        6,
        len("Résolution 139 (Rév. Busan, 2014) de la Conférence de plénipotentiaires"),
    )
    assert second["suppressions"][0]["justification"] == "a vote (A. Editor)"
    assert "suppressions" not in first
