"""The tables become a register, and bad tables are told in one sentence that names the row."""

import shutil
from pathlib import Path

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.load import load_register

DATA = Path(__file__).parent.parent.parent / "data"
EDITION = "editions/PP,resolution,197,,pp-18"


@pytest.fixture
def data(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def change(data, table, old, new):
    path = data / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def correct(data, row):
    with (data / "corrections.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")


def test_a_line_is_in_order_of_time(register):
    line = register.line(Instrument(kind=Kind.RESOLUTION, body="PP", number="71"))
    assert [fact.edition.key for fact in line] == ["pp-98", "pp-02", "pp-06", "pp-10", "pp-14", "pp-18", "pp-22"]


def test_cities_are_known_in_six_languages(register):
    assert {register.place_named(form) for form in ("Genève", "Ginebra", "Женева", "日内瓦", "جنيف")} == {"Geneva"}


def test_version_follows_the_data(data, register):
    before = load_register(data).version
    change(data, "titles", "World telecommunication", "World Telecommunication")
    assert before == register.version
    assert load_register(data).version != before


def test_a_correction_wins_over_its_source(data):
    correct(data, f'"{EDITION}",revised,true,false,misread,a page,an editor,2026-11-25')
    found = load_register(data)
    line = found.line(Instrument(kind=Kind.RESOLUTION, body="PP", number="197"))
    fact = next(fact for fact in line if fact.edition.key == "pp-18")
    assert fact.marker.revised is False
    assert "correction" in fact.evidence.source


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f'"{EDITION}",revised,false,true,misread,a page,an editor,2026-11-25', "the correction expects 'false'"),
        ('"editions/PP,resolution,9999,,pp-18",revised,true,false,misread,a page,an editor,2026-11-25', "no such row"),
        (f'"{EDITION}",revised,true,false,,a page,an editor,2026-11-25', "reason is empty"),
    ],
)
def test_a_correction_that_does_not_fit_fails(data, row, told):
    correct(data, row)
    with pytest.raises(ProblemError, match=told):
        load_register(data)


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        ("editions", ",pp-18,pp-18,", ",pp-18,pp-99,", "pp-99"),
        ("conferences", "2018-10-29", "2018-13-29", "not a day"),
        ("conferences", "2018-10-29", "2019-10-29", "closes before it opens"),
        ("editions", "official text,attested", "splendid,attested", "not usable"),
        ("bodies", "WTDC,conference", "PP,conference", "comes twice"),
    ],
)
def test_a_bad_row_is_told_with_its_place(data, table, old, new, told):
    change(data, table, old, new)
    with pytest.raises(ProblemError, match=told) as failed:
        load_register(data)
    assert failed.value.problem.code is Code.BAD_DATA
    assert f"data/{table}.csv" in failed.value.problem.where


def test_a_missing_table_is_told(data):
    (data / "bodies.csv").unlink()
    with pytest.raises(ProblemError, match="cannot be read"):
        load_register(data)


def test_two_sources_of_equal_grade_that_disagree_leave_neither(data):
    lines = (data / "editions.csv").read_text(encoding="utf-8").splitlines()
    row = next(line for line in lines if line.startswith("PP,resolution,197,,pp-18"))
    other = row.replace(",true,", ",false,", 1).replace("pp18-final-acts.akn.xml", "another official text")
    (data / "editions.csv").write_text("\n".join([*lines, other]) + "\n", encoding="utf-8")
    found = load_register(data)
    assert found.conflicts == (EDITION,)
    line = found.line(Instrument(kind=Kind.RESOLUTION, body="PP", number="197"))
    assert "pp-18" not in {fact.edition.key for fact in line}
