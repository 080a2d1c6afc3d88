"""Texts belong to series, supplements supplement series, and what a record names beyond its series is kept."""

import doctest

import pytest

from graph_service.graph.importing import series
from graph_service.graph.importing.series import beyond_series, series_node, series_of
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind


def named(kind, number, body="ITU-T"):
    return Instrument(kind=kind, body=body, number=number)


@pytest.mark.parametrize(
    ("instrument", "path"),
    [
        (named(Kind.RECOMMENDATION, "G.989.2"), "itu-t/series/G"),
        (named(Kind.RECOMMENDATION, "BO.600", "ITU-R"), "itu-r/series/BO"),
        (named(Kind.SUPPLEMENT, "G.39"), "itu-t/series/G"),
        (named(Kind.SUPPLEMENT, "E-100.1"), "itu-t/series/E-100"),
        (named(Kind.QUESTION, "229/5", "ITU-R"), None),
        (named(Kind.RESOLUTION, "66", "RA"), None),
        (named(Kind.RECOMMENDATION, "EMC-3"), None),
    ],
)
def test_the_series_of_a_text(instrument, path):
    found = series_of(instrument)
    assert (found and series_node(found).value.removeprefix("https://w3id.org/itu-xref/id/")) == path


def test_a_supplement_to_the_whole_series_is_not_said_of_each_text_of_it():
    one = named(Kind.RECOMMENDATION, "E.100")
    supplements = [
        named(Kind.SUPPLEMENT, "E.5"),
        named(Kind.SUPPLEMENT, "E-100.1"),
        named(Kind.RECOMMENDATION, "E.3050"),
    ]
    assert beyond_series(one, supplements) == sorted(supplements[1:])


def test_the_examples_of_the_module_hold():
    assert doctest.testmod(series).failed == 0
