"""Names of programmes, agendas and plans, and the objectives of plans, in any language."""

import re

from graph_service.citing.identifying.dates import read_date, read_period
from graph_service.citing.identifying.decided import Decided
from graph_service.citing.identifying.words import ScriptWords
from graph_service.citing.normalise import fold_words
from graph_service.errors import Code, problem
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register
from graph_service.register.values import Programme

_BRACKET = re.compile(r"^(?P<name>.+?)\s*\((?P<inside>[^()]+)\)$")
_SECTORS = {"D": "ITU-D", "R": "ITU-R", "T": "ITU-T", "I": "ITU"}
_PLAN = "strategic-plan"


def read_programme(text: str, words: ScriptWords, register: Register) -> Decided | None:
    """Return the programme that normalised text names, None for other words.

    Raise ambiguous-name for the strategic plan without its period.
    """
    bracket = _BRACKET.match(text)
    date = read_date(bracket["inside"], words) if bracket else None
    name = bracket["name"] if bracket and date else text
    article = words.noise.match(name)
    bare = name[article.end() :].lstrip() if article else name
    slug = programme_called(bare, words, register) or programme_called(name, words, register)
    programme = register.programme(slug) if slug else None
    return _programme(programme, date, register) if programme else None


def programme_called(name: str, words: ScriptWords, register: Register) -> str | None:
    """Return the id of the programme with a name, None for none. Raise ambiguous-name for a plan without period."""
    key = _key(name)
    for programme in register.programmes.values():
        if key in {_key(programme.name), programme.id}:
            return _newest(programme, register).id
    for one in register.names_of_kind("programme"):
        if key == _key(one.form):
            called = register.programme(one.subject.removeprefix("programme/"))
            return _newest(called, register).id if called else None
    return _by_pattern(name, words, register)


def _key(name: str) -> str:
    return " ".join(fold_words(name).casefold().replace("《", "").replace("》", "").split())


def _by_pattern(name: str, words: ScriptWords, register: Register) -> str | None:
    for reader in words.readers:
        match = reader.programmes.fullmatch(name)
        if match:
            at = next(int(group[2:]) for group, value in match.groupdict().items() if value is not None)
            called = register.programme(reader.programme_ids[at])
            return _newest(called, register).id if called else None
        for pattern in reader.plans:
            plan = pattern.fullmatch(name)
            if plan:
                return _plan(name, plan["period"], register)
    return None


def _plan(name: str, period: str | None, register: Register) -> str:
    plans = [one.id for one in register.programmes.values() if one.line == _PLAN]
    if period is None:
        raise problem(
            Code.AMBIGUOUS, f"{name!r} is the name of {len(plans)} plans", where=repr(name), hint="name its period too",
            choices=tuple(f"programme/{one}" for one in plans),
        )  # fmt: skip
    return f"{_PLAN}-" + re.sub(r"\s", "", period)


def _newest(programme: Programme, register: Register) -> Programme:
    """Of several programmes with one name the newest."""
    return next(iter(register.programmes_called(programme.name)), programme)


def _programme(programme: Programme, date: Marker | None, register: Register) -> Decided:
    if date:
        same = register.programmes_called(programme.name)
        programme = next((one for one in same if one.id.endswith(f"-{date.year}")), programme)
    return Decided(
        kind=Kind.PROGRAMME, body=programme.body, number=programme.name, slug=programme.id, marker=date or Marker(),
        changes={},
    )  # fmt: skip


def read_objective(text: str, words: ScriptWords) -> Decided | None:
    """Return the objective of a plan that normalised text names, None for other words."""
    for reader in words.readers:
        match = reader.objective.match(text)
        if match:
            rest = text[match.end() :].strip(" ,()")
            period = read_period(rest, words) if rest else None
            if rest and period is None:
                return None
            code = match["code"]
            return Decided(
                kind=Kind.OBJECTIVE, body=_SECTORS[code[0].upper()], number=f"{code[0].upper()}{code[-1]}",
                period=period, changes={},
            )  # fmt: skip
    return None
