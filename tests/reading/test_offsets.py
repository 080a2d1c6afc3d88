"""Runs give the place of every character, from either end, in slices and through two changes."""

import pytest

from graph_service.reading.offsets import Composed, Offsets

RUNS, PLACES = [(0, 0), (3, 10), (4, 10), (5, 20)], [0, 1, 2, 10, 10, 20, 21, 22]


def test_runs_tell_every_place():
    offsets = Offsets(RUNS, 8)
    assert list(offsets) == PLACES
    assert [offsets[at - 8] for at in range(8)] == PLACES
    assert offsets[2:6] == PLACES[2:6]
    assert len(Offsets([], 0)) == 0


def test_a_place_beyond_the_end_is_none():
    with pytest.raises(IndexError):
        Offsets(RUNS, 8)[8]


def test_two_changes_one_after_the_other():
    composed = Composed(Offsets([(0, 2)], 4), Offsets(RUNS, 8))
    assert list(composed) == PLACES[2:6]
    assert composed[1:3] == PLACES[3:5]
