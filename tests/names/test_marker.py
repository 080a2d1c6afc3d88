"""Markers as values: how English texts print them, and when one says nothing."""

import pytest

from graph_service.names.marker import Marker

PRINTED = [
    (Marker(place="Dubai", year=2018, revised=True), "(Rev. Dubai, 2018)"),
    (Marker(place="Busan", year=2014, revised=False), "(Busan, 2014)"),
    (Marker(year=2015, revised=True, conference_word="WRC"), "(Rev.WRC-15)"),
    (Marker(year=2012, month=6), "(06/2012)"),
    (Marker(year=2016, revised=True), "(Rev. 2016)"),
    (Marker(revision=1), "-1"),
    (Marker(), ""),
]


@pytest.mark.parametrize(("marker", "printed"), PRINTED)
def test_marker_prints_as_english_texts_do(marker, printed):
    assert str(marker) == printed


@pytest.mark.parametrize("marker", [Marker(), Marker(revised=False), Marker(month=6)])
def test_marker_without_place_year_and_revision_is_empty(marker):
    assert marker.is_empty
