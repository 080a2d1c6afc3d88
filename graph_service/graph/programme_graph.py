"""Programmes, plans and their objectives, and what followed what: programmes, renamed bodies, merged texts."""

import re
from collections.abc import Iterator
from datetime import date

from pyoxigraph import NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.conference_graph import name_quads
from graph_service.graph.instrument_graph import named_edition_quads, sector_of
from graph_service.graph.statement import Pair, about, attested, day, text
from graph_service.graph.vocabulary import (
    ALT_LABEL,
    APPLIES_FROM,
    BODY,
    CONCEPT,
    CONCEPT_SCHEME,
    DEFINED_BY,
    IN_SCHEME,
    INSTRUMENT_CLASS,
    KIND,
    LABEL,
    LINE,
    NOTATION,
    NOTE,
    NUMBER,
    NUMBERING,
    OBJECTIVE_CLASS,
    PLAN_CLASS,
    PREDECESSOR,
    PREDECESSOR_NAME,
    PREF_LABEL,
    PROGRAMME_CLASS,
    SECTOR,
    SINCE,
    SINCE_CONFERENCE,
    SINCE_WORDS,
    SUCCEEDED_BY,
    SUCCESSION_CLASS,
    SUCCESSOR,
    SUCCESSOR_NAME,
    SUPERSEDES,
    SUPPRESSED_AT,
    TYPE,
    UNTIL,
)
from graph_service.names.edition import Edition
from graph_service.names.iri import NotAPathError, parse
from graph_service.register.fact import Status
from graph_service.register.register import Register
from graph_service.register.values import Objective, Programme, Replacement, Succession

_ABBREVIATION = re.compile(r"\((?P<id>[A-Z][A-Za-z-]*)\)\s*$")
_REPLACES = {"merged", "suppressed"}


def programme_quads(register: Register) -> Iterator[Quad]:
    """Yield programmes, successions, objectives and replacements of the register."""
    for programme in register.programmes.values():
        yield from _programme(programme, register)
    for succession in register.successions:
        yield from _succession(succession, register)
    for one in register.objectives:
        yield from _objective(one, register)
    for replacement in register.replacements:
        yield from _replacement(replacement, register)


def _programme(programme: Programme, register: Register) -> Iterator[Quad]:
    graph, node = iris.source_graph(programme.evidence.source), iris.programme(programme.id)
    names = tuple(name for name in register.names_of_kind("programme") if name.subject == f"programme/{programme.id}")
    has_english = any(name.lang == "en" and name.use == "official" for name in names)
    yield from about(
        graph, node, (TYPE, INSTRUMENT_CLASS), (TYPE, PROGRAMME_CLASS), (NUMBER, text(programme.id)),
        (ALT_LABEL if has_english else LABEL, text(programme.name, "en")), (LINE, text(programme.line)),
        (BODY, iris.body(programme.body)), (APPLIES_FROM, day(programme.applies_from)),
        (UNTIL, day(programme.applies_until)), (DEFINED_BY, text(programme.defined_by)),
        *attested(programme.evidence, f"programmes/{programme.id}"),
    )  # fmt: skip
    yield from name_quads(node, names)


def _succession(succession: Succession, register: Register) -> Iterator[Quad]:
    graph, node = iris.source_graph(succession.evidence.source), iris.thing(f"succession/{succession.id}")
    before, after = iris.programme(succession.predecessor), iris.programme(succession.successor)
    yield from about(
        graph, node, (TYPE, SUCCESSION_CLASS), (KIND, text(succession.kind)), (PREDECESSOR, before),
        (SUCCESSOR, after), *_since(succession, register), (APPLIES_FROM, day(succession.applies_from)),
        (UNTIL, day(_until(succession, register))), (DEFINED_BY, text(succession.defined_by)),
        (NOTE, text(succession.note)), *attested(succession.evidence, f"successions/{succession.id}"),
    )  # fmt: skip
    if succession.evidence.status is not Status.UNVERIFIED:
        yield from about(graph, before, (SUCCEEDED_BY, after))


def _since(row: Succession | Replacement, register: Register) -> tuple[Pair, ...]:
    held = register.conference(row.since_words)
    return (
        (SINCE, day(row.since)),
        (SINCE_CONFERENCE, iris.conference(held.id) if held else None),
        (SINCE_WORDS, text(row.since_words)),
    )


def _until(succession: Succession, register: Register) -> date | None:
    successor = register.programme(succession.successor)
    return successor.applies_until if successor else None


def _objective(one: Objective, register: Register) -> Iterator[Quad]:
    graph, node, scheme = iris.source_graph(one.evidence.source), iris.objective(one), iris.plan(one.plan)
    yield from about(
        graph, scheme, (TYPE, PLAN_CLASS), (TYPE, CONCEPT_SCHEME), (LABEL, text(f"Objectives, {one.plan}", "en")),
        (PREF_LABEL, text(f"Objectives, {one.plan}", "en")),
    )  # fmt: skip
    yield from about(
        graph, node, (TYPE, OBJECTIVE_CLASS), (TYPE, CONCEPT), (IN_SCHEME, scheme), (NOTATION, text(one.code)),
        (NUMBER, text(one.code)), (NUMBERING, text(one.plan)),
        (LABEL, text(f"{one.sector} {one.code} [{one.plan}]", "en")),
        (PREF_LABEL, text(one.name, "en")), (PREF_LABEL, text(one.name_fr, "fr")),
        (SECTOR, sector_of(one.sector, register)), *attested(one.evidence, f"objectives/{one.id}"),
    )  # fmt: skip


def _replacement(row: Replacement, register: Register) -> Iterator[Quad]:
    graph, node = iris.source_graph(row.evidence.source), iris.thing(f"succession/{row.id}")
    before = _thing(row.from_edition) or _body(row.from_name, register)
    after = _thing(row.to_edition) or _body(row.to_name, register)
    yield from about(
        graph, node, (TYPE, SUCCESSION_CLASS), (KIND, text(row.kind)), (PREDECESSOR, before), (SUCCESSOR, after),
        (PREDECESSOR_NAME, text(row.from_name)), (SUCCESSOR_NAME, text(row.to_name)), *_since(row, register),
        (NOTE, text(row.note)), *attested(row.evidence, f"replacements/{row.id}"),
    )  # fmt: skip
    if row.kind in _REPLACES:
        yield from _texts(graph, row, register)


def _texts(graph: NamedNode, row: Replacement, register: Register) -> Iterator[Quad]:
    """The texts that a suppression or merger names; only an attested one changes what stands."""
    before, after = _edition(row.from_edition), _edition(row.to_edition)
    for edition in (before, after):
        if edition:
            yield from named_edition_quads(graph, edition, register)
    if row.evidence.status is not Status.ATTESTED or before is None:
        return
    held = register.conference(row.since_words)
    ended = (SUPPRESSED_AT, iris.conference(held.id) if held else None)
    yield from about(graph, iris.named(before), ended)
    yield from about(graph, iris.named(before.instrument), ended)
    if after:
        yield from about(graph, iris.named(before), (SUCCEEDED_BY, iris.named(after)))
        yield from about(graph, iris.named(after), (SUPERSEDES, iris.named(before)))


def _edition(path: str) -> Edition | None:
    """The edition of a path; what is none stays words."""
    try:
        found = parse(path) if path else None
    except NotAPathError:
        return None
    return found if isinstance(found, Edition) else None


def _thing(path: str) -> NamedNode | None:
    edition = _edition(path)
    return iris.named(edition) if edition else None


def _body(name: str, register: Register) -> NamedNode | None:
    """The body whose abbreviation a name ends with, as in "Radiocommunication Assembly (RA)"."""
    found = _ABBREVIATION.search(name)
    return iris.body(found["id"]) if found and found["id"] in register.bodies else None
