"""What touches a stretch is found wherever it begins and ends, once, in the order in which it was taken up."""

import random

import pytest

from graph_service.citing.stretches import Stretches


@pytest.mark.parametrize("seed", range(5))
def test_what_touches_is_what_a_look_at_all_finds(seed):
    chance = random.Random(seed)
    things = [
        (start, start + chance.randint(0, 200), at) for at in range(80) if (start := chance.randint(0, 2000)) >= 0
    ]
    known = Stretches(things)
    for _ in range(50):
        start = chance.randint(0, 2000)
        end = start + chance.randint(0, 300)
        assert known.touching(start, end) == [at for first, last, at in things if first < end and start < last]


def test_nothing_touches_where_nothing_is():
    assert Stretches().touching(0, 100) == []
