"""Programmes, plans, objectives, provisions: the facts that their pages show beside the citations, and their lists."""

from collections import defaultdict
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.graph import iris
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS
from graph_service.names.kind import Kind
from graph_service.register.values import Objective, Programme
from graph_service.web.links import Link, formats
from graph_service.web.titles import Title, objective_name, objective_of
from graph_service.web.visit import Visit

_SECTORS = {"ITU-D", "ITU-R", "ITU-T"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of facts: what it is about; words, a title with its language, things to follow."""

    label: str
    words: str = ""
    title: Title | None = None
    things: tuple[str, ...] = ()


def facts(visit: Visit, instrument: Instrument) -> tuple[Fact, ...]:
    """Return what the register says of a programme, an objective or a provision; nothing for another text."""
    register = visit.library.register
    match instrument.kind:
        case Kind.PROGRAMME:
            known = register.programme(instrument.number)
            return _of_programme(visit, known) if known else ()
        case Kind.OBJECTIVE:
            known_objective = objective_of(register, instrument)
            return _of_objective(visit, known_objective) if known_objective else ()
        case Kind.PROVISION:
            return (Fact(label=visit.ui.say("Part of"), things=(THINGS + instrument.body.lower(),)),)
    return ()


def programmes(visit: Visit) -> Response:
    """Return the list of programmes, agendas and plans by the line that they follow one another in, and objectives."""
    register = visit.library.register
    lines: dict[str, list[Programme]] = defaultdict(list)
    for one in register.programmes.values():
        lines[one.line].append(one)
    plans: dict[str, list[Objective]] = defaultdict(list)
    for objective in register.objectives:
        plans[objective.plan].append(objective)
    ordered = tuple((line, tuple(_in_order(visit, members))) for line, members in lines.items())
    return visit.page(
        "programmes.html",
        lines=ordered,
        plans=tuple(plans.items()),
        namer=objective_name,
        iri_of=objective_iri,
        plan_iri=lambda name: iris.plan(name).value,
    )


def plan(visit: Visit, name: str) -> Response:
    """Return the page of the objectives of one plan."""
    found = tuple(one for one in visit.library.register.objectives if iris.plan(one.plan) == iris.plan(name))
    links = formats(f"plan/{name}", Link(name="CSV", url=f"/lists/plan/{name}.csv"))
    printed = found[0].plan if found else name
    return visit.page(
        "plan.html", name=printed, objectives=found, links=links, namer=objective_name, iri_of=objective_iri
    )


def _of_programme(visit: Visit, known: Programme) -> tuple[Fact, ...]:
    ui, register = visit.ui, visit.library.register
    before = [one for one in register.successions if one.successor == known.id]
    after = [one for one in register.successions if one.predecessor == known.id]
    found = [
        Fact(label=ui.say("Applies from"), words=ui.day(known.applies_from) if known.applies_from else ""),
        Fact(label=ui.say("Applies until"), words=ui.day(known.applies_until) if known.applies_until else ""),
        Fact(label=ui.say("Defined by"), things=_thing(visit, known.defined_by)),
        Fact(label=ui.say("Followed"), things=tuple(f"{THINGS}programme/{one.predecessor}" for one in before)),
        Fact(label=ui.say("Followed by"), things=tuple(f"{THINGS}programme/{one.successor}" for one in after)),
        Fact(label=ui.say("Since"), words=", ".join(ui.day(one.since) for one in after if one.since)),
    ]
    return tuple(fact for fact in found if fact.words or fact.things)


def _of_objective(visit: Visit, known: Objective) -> tuple[Fact, ...]:
    ui = visit.ui
    sector = (f"{THINGS}sector/{known.sector.lower()}",) if known.sector in _SECTORS else ()
    return (
        Fact(label=ui.say("Name"), title=objective_name(known, ui.lang)),
        Fact(label=ui.say("Plan"), things=(iris.plan(known.plan).value,)),
        Fact(label=ui.say("Sector"), words="" if sector else known.sector, things=sector),
    )


def _thing(visit: Visit, path: str) -> tuple[str, ...]:
    iri = THINGS + path
    return (iri,) if iri in visit.snapshot.editions or iri in visit.snapshot.works else ()


def _in_order(visit: Visit, members: list[Programme]) -> list[Programme]:
    """The members of a line, each after the one that it follows."""
    follows = {one.successor: one.predecessor for one in visit.library.register.successions}

    def steps(slug: str) -> int:
        seen: set[str] = set()
        while slug in follows and slug not in seen:
            seen.add(slug)
            slug = follows[slug]
        return len(seen)

    return sorted(members, key=lambda one: (steps(one.id), one.id))


def objective_iri(objective: Objective) -> str:
    """Return the IRI of an objective."""
    named = Instrument(kind=Kind.OBJECTIVE, body=objective.sector, number=objective.code, numbering=objective.plan)
    return iris.named(named).value
