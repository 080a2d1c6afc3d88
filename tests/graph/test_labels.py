"""The labels that people read in the graph."""

import pytest

from graph_service.graph.labels import edition_label, instrument_label
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from tests.graph.composed import DUBAI, resolution


@pytest.mark.parametrize(
    "instrument, label",
    [
        (resolution("PP", "197"), "PP Resolution 197"),
        (Instrument(kind=Kind.PROVISION, body="CS", number="No. 118"), "CS No. 118"),
        (Instrument(kind=Kind.OBJECTIVE, body="ITU-D", number="D.2", numbering="2020-2023"), "ITU-D D.2 [2020-2023]"),
        (Instrument(kind=Kind.PROGRAMME, body="", number="connect-2030"), "Connect 2030"),
        (Instrument(kind=Kind.RESOLUTION, body="PP", number="2", numbering="pp-89"), "PP Resolution 2 [pp-89]"),
    ],
)
def test_an_instrument_is_called(instrument: Instrument, label: str) -> None:
    assert instrument_label(instrument, "Connect 2030") == label


@pytest.mark.parametrize(
    "marker, label",
    [
        (DUBAI, "PP Resolution 197 (Rev. Dubai, 2018)"),
        (Marker(), "PP Resolution 197 (pp-18)"),
        (Marker(revision=2), "PP Resolution 197-2"),
    ],
)
def test_an_edition_is_called(marker: Marker, label: str) -> None:
    assert edition_label(resolution("PP", "197"), marker, "pp-18") == label
