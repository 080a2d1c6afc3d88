"""What a status lets a finding be."""

import pytest

from graph_service.checking.certainty import capped, greater, lesser, reaches, surest, weakest
from graph_service.checking.finding import Severity
from graph_service.register.fact import Status


@pytest.mark.parametrize(
    "status, expected",
    [
        (Status.ATTESTED, Severity.ERROR),
        (Status.INFERRED, Severity.WARNING),
        (Status.PROPOSED, Severity.INFO),
        (Status.UNVERIFIED, Severity.INFO),
    ],
)
def test_an_error_is_as_sure_as_its_ground(status, expected):
    assert capped(Severity.ERROR, status) is expected


def test_an_info_stays_one():
    assert capped(Severity.INFO, Status.ATTESTED) is Severity.INFO


def test_the_best_and_the_worst():
    assert surest([Status.UNVERIFIED, Status.INFERRED]) is Status.INFERRED
    assert surest([]) is Status.UNVERIFIED
    assert weakest(Status.ATTESTED, Status.INFERRED) is Status.INFERRED
    assert weakest() is Status.ATTESTED


def test_the_order_of_severities():
    assert lesser(Severity.ERROR, Severity.INFO) is Severity.INFO
    assert greater(Severity.WARNING, Severity.INFO) is Severity.WARNING
    assert reaches(Severity.ERROR, Severity.WARNING)
    assert not reaches(Severity.INFO, Severity.WARNING)
