"""A printed marker finds its edition through the register: place, year and body together."""

import pytest

from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.resolving import edition_for

RESOLUTION, RECOMMENDATION = Kind.RESOLUTION, Kind.RECOMMENDATION
CASES = [
    (RESOLUTION, "PP", "197", Marker(place="Dubai", year=2018, revised=True), "pp-18"),
    (RESOLUTION, "WTSA", "52", Marker(place="Dubai", year=2012), "wtsa-12"),
    (RESOLUTION, "WCIT", "1", Marker(place="Dubai", year=2012), "wcit-12"),
    (RESOLUTION, "PP", "1", Marker(place="Dubai", year=2012), "unresolved/Dubai-2012"),
    (RESOLUTION, "RA", "66", Marker(place="Geneva", year=2015), "ra-15"),
    (RESOLUTION, "WRC", "958", Marker(year=2015, conference_word="WRC"), "wrc-15"),
    (RESOLUTION, "WTSA", "98", Marker(place="Geneva", year=2022), "wtsa-20"),
    (RESOLUTION, "Council", "1333", Marker(year=2016, revised=True), "2016"),
    (RECOMMENDATION, "ITU-T", "Y.4000", Marker(year=2012, month=6), "2012-06"),
    (RECOMMENDATION, "ITU-R", "M.2083", Marker(revision=0), "0"),
    (RECOMMENDATION, "ITU-D", "22", Marker(place="Dubai", year=2014), "wtdc-14"),
    (RESOLUTION, "PP", "9", Marker(place="Lost City", year=2001), "unresolved/Lost-City-2001"),
]


@pytest.mark.parametrize(("kind", "body", "number", "marker", "key"), CASES)
def test_marker_names_the_edition(register, kind, body, number, marker, key):
    edition = edition_for(register, Instrument(kind=kind, body=body, number=number), marker)
    assert edition is not None
    assert edition.key == key


@pytest.mark.parametrize(
    ("kind", "body", "number", "marker"),
    [
        (RESOLUTION, "PP", "197", Marker()),
        (RESOLUTION, "UNGA", "71/205", Marker(year=2016)),
        (Kind.PROVISION, "CS", "No. 118", Marker(place="Dubai", year=2018)),
        (Kind.PROGRAMME, "", "geneva-plan-of-action", Marker(year=2003)),
    ],
)
def test_what_has_no_editions_names_none(register, kind, body, number, marker):
    assert edition_for(register, Instrument(kind=kind, body=body, number=number), marker) is None
