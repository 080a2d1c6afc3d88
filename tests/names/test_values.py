"""Names are values: frozen, hashable, equal by what they say, and they print for people."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind

RESOLUTION = Instrument(kind=Kind.RESOLUTION, body="PP", number="197")
EDITION = Edition(instrument=RESOLUTION, key="pp-18")
CONFERENCE = Conference(
    id="pp-18",
    body="PP",
    year=2018,
    place="Dubai",
    opens=date(2018, 10, 29),
    closes=date(2018, 11, 16),
    status="attested",
)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (RESOLUTION, "PP Resolution 197"),
        (EDITION, "PP Resolution 197, pp-18"),
        (CONFERENCE, "PP (Dubai, 2018)"),
        (Instrument(kind=Kind.RESOLUTION, body="PP", number="2", numbering="pp-89"), "PP Resolution 2 [pp-89]"),
        (Instrument(kind=Kind.PROGRAMME, body="", number="connect-2030"), "Programme connect-2030"),
    ],
)
def test_values_print_for_people(value, printed):
    assert str(value) == printed


@pytest.mark.parametrize("value", [RESOLUTION, EDITION, CONFERENCE])
def test_values_are_frozen_and_hashable(value):
    assert hash(value) == hash(value)
    with pytest.raises(FrozenInstanceError):
        setattr(value, next(iter(value.__slots__)), "other")


def test_an_edition_without_conference_is_unresolved():
    assert EDITION.is_resolved
    assert not Edition(instrument=RESOLUTION, key="unresolved/Nairobi-1982").is_resolved


def test_each_kind_has_its_own_path_word():
    words = [kind.path_word for kind in Kind]
    assert len(set(words)) == len(words)
