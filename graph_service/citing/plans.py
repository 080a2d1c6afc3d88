"""Programmes and strategic plans that a text names: which plan a name means, by its period, its edition or its day."""

import re
from datetime import date

from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Context, Memory
from graph_service.names.edition import Edition
from graph_service.names.iri import edition_path
from graph_service.register.fact import Evidence, Grade, Status
from graph_service.register.register import Register
from graph_service.register.values import Programme

PLAN_LINE = "strategic-plan"


def programme_of(one: Reference, context: Context) -> Programme | None:
    """Return the programme that a reference names; None for a plan without a printed period."""
    if one.programme != PLAN_LINE:
        programme = context.register.programme(str(one.programme))
        return _of_its_time(programme, context) if programme else None
    if not one.number:
        return None
    known = context.register.programme(f"{PLAN_LINE}-{one.number}")
    return known or _unknown_plan(one.number)


def _unknown_plan(period: str) -> Programme:
    """A plan whose period is printed and that no row knows."""
    return Programme(
        id=f"{PLAN_LINE}-{period}", name=f"Strategic Plan {period}", line=PLAN_LINE, body="ITU", is_cited=True,
        applies_from=None, applies_until=None, defined_by="",
        evidence=Evidence(source="unverified", grade=Grade.NONE, status=Status.UNVERIFIED),
    )  # fmt: skip


def _of_its_time(programme: Programme, context: Context) -> Programme:
    """Of several programmes with one name the newest that the document can know: two Buenos Aires Action Plans."""
    same = context.register.programmes_called(programme.name)
    year = context.head.dated.year if context.head.dated else None
    known = [one for one in same if year is None or _year_of(one) <= year]
    return next(iter(known or same), programme)


def _year_of(programme: Programme) -> int:
    digits = re.findall(r"\d{4}", programme.id)
    return int(digits[-1]) if digits else 0


def plan_of(edition: Edition | None, register: Register) -> Programme | None:
    """Return the strategic plan that an edition sets, None where it sets none."""
    if edition is None:
        return None
    path = edition_path(edition)
    plans = (one for one in register.programmes.values() if one.line == PLAN_LINE)
    return next((plan for plan in plans if plan.defined_by == path), None)


def plan_period(memory: Memory | None, context: Context) -> str | None:
    """Return the period that the document names, else that of a plan that an edition it cites sets, else its date's."""
    named = (memory.periods if memory else []) or list(context.periods)
    if named:
        return named[-1] if memory and memory.periods else named[0]
    if memory and memory.plan_set:
        return memory.plan_set
    plan = _plan_at(context.head.dated, context.register)
    return plan.id.removeprefix(f"{PLAN_LINE}-") if plan else None


def remember_plan(edition: Edition | None, memory: Memory, register: Register) -> None:
    """Take up the period of the plan that a cited edition sets; each edition is looked at once."""
    if edition is None or edition in memory.editions:
        return
    memory.editions.add(edition)
    plan = plan_of(edition, register)
    if plan:
        memory.plan_set = plan.id.removeprefix(f"{PLAN_LINE}-")


def _plan_at(day: date | None, register: Register) -> Programme | None:
    for one in register.programmes.values():
        bounds = one.applies_from, one.applies_until
        if one.line == PLAN_LINE and day and bounds[0] and bounds[1] and bounds[0] <= day <= bounds[1]:
            return one
    return None
