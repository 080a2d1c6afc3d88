"""The reader and a judge for this room's tests, made once."""

import pytest

from tests.correcting.composed import Bench


@pytest.fixture(scope="session")
def bench(register, lexicons):
    return Bench(register, lexicons)
