"""What is taken overlaps what is asked for, wherever the stretches begin and end."""

import pytest

from graph_service.citing.taken import Taken


@pytest.mark.parametrize("taken, asked, free", [
    ([(3, 5)], (5, 8), True),
    ([(3, 5)], (4, 8), False),
    ([(3, 5)], (0, 3), True),
    ([(60, 70)], (69, 200), False),
    ([(60, 70)], (70, 200), True),
    ([(0, 1000)], (500, 501), False),
    ([(500, 501)], (0, 1000), False),
    ([], (0, 1000), True),
    ([(1, 2), (300, 310), (64, 128)], (128, 300), True),
])  # fmt: skip
def test_overlaps(taken, asked, free):
    known = Taken()
    for start, end in taken:
        known.add(start, end)
    assert known.is_free(*asked) is free
