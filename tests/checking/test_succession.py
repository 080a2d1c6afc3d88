"""Programmes and plans: what followed one by a day, and who sets a plan."""

from datetime import date

import pytest

from graph_service.checking.succession import Programmes
from tests.checking.composed import instrument


@pytest.fixture(scope="module")
def programmes(register):
    return Programmes(register)


@pytest.mark.parametrize("slug, day, followed", [
    ("connect-2020", "2018-11-15", []),
    ("connect-2020", "2018-11-16", ["connect-2030"]),
    ("strategic-plan-2016-2019", "2019-12-31", []),
    ("strategic-plan-2016-2019", "2020-01-01", ["strategic-plan-2020-2023"]),
    ("strategic-plan-2016-2019", "2024-01-01", ["strategic-plan-2020-2023", "strategic-plan-2024-2027"]),
    ("vienna-programme", "2024-12-30", []),
    ("vienna-programme", "2024-12-31", ["awaza-programme"]),
    ("buenos-aires-declaration-2017", "2026-01-01", []),
    ("itr-melbourne-1988", "2026-01-01", []),
    ("no-such-programme", "2026-01-01", []),
])  # fmt: skip
def test_what_followed_a_programme(slug, day, followed, programmes):
    assert [step.programme for step in programmes.followed(slug, date.fromisoformat(day))] == followed


def test_the_line_of_a_programme(programmes):
    assert programmes.precedes("connect-2020", "connect-2030")
    assert programmes.same_line("connect-2030", "connect-2020")
    assert not programmes.same_line("connect-2030", "2030-agenda")


def test_an_objective_belongs_to_the_plan_of_its_period(programmes):
    assert programmes.programme_of(instrument("plan/2016-2019/objective/D.2")).id == "strategic-plan-2016-2019"
    assert programmes.programme_of(instrument("sector/itu-d/objective/D.2")) is None
    assert programmes.programme_of(instrument("pp/res/71")) is None


def test_who_sets_a_plan(programmes):
    assert programmes.is_plan("strategic-plan-2016-2019")
    assert not programmes.is_plan("connect-2030")
    assert programmes.is_set_by("strategic-plan-2016-2019", instrument("pp/res/71"))
    assert programmes.sets_plans(instrument("pp/res/71"))
    assert not programmes.sets_plans(instrument("pp/res/72"))
