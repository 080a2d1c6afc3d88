"""Whether an edition is still the newest one, and which conferences nothing is known of."""

from datetime import date

import pytest

from graph_service.analysing.currency import Later, later_than, silent_conferences
from graph_service.analysing.snapshot import Snapshot
from graph_service.checking.knowledge import Knowledge
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS
from graph_service.names.kind import Kind
from graph_service.register.register import Register

TODAY = date(2026, 11, 24)
RES_64 = Instrument(kind=Kind.RESOLUTION, body="PP", number="64")


@pytest.mark.parametrize(
    ("path", "day", "marker"),
    [
        ("pp/res/64/pp-14", date(2018, 11, 15), None),
        ("pp/res/64/pp-14", date(2018, 11, 16), "(Rev. Dubai, 2018)"),
        ("pp/res/64/pp-18", date(2018, 11, 16), None),
        ("cs/no/118", TODAY, None),
    ],
)
def test_an_edition_is_overtaken_from_the_day_of_the_later_one(
    composed: Snapshot, register: Register, path: str, day: date, marker: str | None
) -> None:
    found = later_than(composed, Knowledge(register), THINGS + path, day)
    assert (found.marker if found else None) == marker


def test_a_later_edition_that_nobody_attests_is_not_sure(composed: Snapshot, register: Register) -> None:
    found = later_than(composed, Knowledge(register), THINGS + "pp/res/197/pp-18", TODAY)
    assert found == Later(iri=THINGS + "pp/res/197/pp-22", marker="(Rev. Bucharest, 2022)", is_sure=False)


def test_the_conferences_whose_acts_are_not_known_are_named(register: Register) -> None:
    knowledge = Knowledge(register)
    before, after = date(2022, 10, 13), date(2022, 10, 14)
    assert silent_conferences(knowledge, RES_64, before) == ()
    silent = [one.id for one in silent_conferences(knowledge, RES_64, after)]
    known = knowledge.lists.line(RES_64) is not None
    assert silent == ([] if known else ["pp-22"])
