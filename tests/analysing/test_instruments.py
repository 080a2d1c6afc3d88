"""Instruments, their lines of editions, the edition in force on a day."""

from datetime import date

import pytest

from graph_service.analysing.answer import Window
from graph_service.analysing.instruments import InstrumentFilter, edition_at, editions, instrument, instruments
from graph_service.analysing.snapshot import Snapshot
from graph_service.errors import Code, ProblemError
from graph_service.names.kind import Kind

ID = "https://w3id.org/itu-xref/id/"


def test_an_instrument_has_its_line_of_editions_with_their_titles(composed: Snapshot) -> None:
    found = instrument(composed, ID + "pp/res/197/pp-18", "fr")
    assert (found.iri, found.label) == (ID + "pp/res/197", "PP Resolution 197")
    assert (found.body, found.kind, found.number) == ("PP", "resolution", "197")
    assert [one.iri for one in found.editions][:2] == [ID + "pp/res/197/pp-14", ID + "pp/res/197/pp-18"]
    assert found.editions[1].title == "Un titre composé"
    assert found.cites == 11


def test_an_edition_that_nobody_attests_says_so(composed: Snapshot) -> None:
    (found,) = [one for one in instrument(composed, ID + "wtdc/res/5").editions if "unresolved" in one.iri]
    assert not found.attested
    assert found.cited_by == 1


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2014, 11, 6), None),
        (date(2014, 11, 7), "pp-14"),
        (date(2018, 11, 15), "pp-14"),
        (date(2018, 11, 16), "pp-18"),
    ],
)
def test_the_edition_in_force_is_the_newest_adopted_by_then(composed: Snapshot, day: date, key: str | None) -> None:
    found = edition_at(composed, ID + "pp/res/197", day)
    assert (found.edition.key if found and found.edition else None) == key


def test_the_list_is_in_the_order_of_numbers_and_filtered(composed: Snapshot) -> None:
    wanted = InstrumentFilter(body="wtsa", kind=Kind.RESOLUTION)
    found = instruments(composed, wanted, Window(limit=1000)).items
    numbers = [int(item.number) for item in found if item.number.isdecimal()]
    assert len(numbers) > 20
    assert numbers == sorted(numbers)
    assert {item.body for item in found} == {"WTSA"}
    none = instruments(composed, InstrumentFilter(body="WTSA", year=1850), Window())
    assert none.total == 0


def test_editions_of_nothing_are_a_problem(composed: Snapshot) -> None:
    with pytest.raises(ProblemError) as caught:
        editions(composed, ID + "nothing", Window())
    assert caught.value.problem.code is Code.NOT_FOUND
