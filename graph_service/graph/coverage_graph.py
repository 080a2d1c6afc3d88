"""Which lists are complete, which texts a list holds in force, and what was corrected by hand, as quads."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.instrument_graph import instrument_quads
from graph_service.graph.statement import about, attested, text
from graph_service.graph.vocabulary import (
    AS_OF,
    ASPECT,
    CLOSED,
    CONTRIBUTOR,
    CORRECTED_FIELD,
    CORRECTION_CLASS,
    COVERAGE_CLASS,
    COVERAGE_OF,
    CREATED,
    FROM_CONFERENCE,
    IN_FORCE_AS_OF,
    IN_FORCE_LIST_CLASS,
    KIND,
    LABEL,
    LISTS,
    NOTE,
    NOW,
    REASON,
    ROW,
    SOURCE,
    TYPE,
    UP_TO_CONFERENCE,
    WAS,
)
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.corrections import Correction
from graph_service.register.register import Register
from graph_service.register.values import Coverage, InForce


def coverage_quads(register: Register) -> Iterator[Quad]:
    """Yield coverage, lists in force and corrections of the register."""
    for coverage in register.coverage:
        yield from _coverage(coverage, register)
    for entry in register.in_force:
        yield from _in_force(entry, register)
    for position, correction in enumerate(register.corrections, start=1):
        yield from _correction(position, correction)


def _coverage(row: Coverage, register: Register) -> Iterator[Quad]:
    graph = iris.source_graph(row.evidence.source)
    name = "/".join([row.subject, row.aspect, row.kind or "any", row.until])
    node = iris.thing(f"coverage/{name}")
    yield from about(
        graph, node, (TYPE, COVERAGE_CLASS), (LABEL, text(f"{row.subject}: {row.aspect}", "en")),
        (COVERAGE_OF, _subject(row.subject)), (ASPECT, text(row.aspect)), (KIND, text(row.kind)),
        (FROM_CONFERENCE, _conference(row.since, register)), (UP_TO_CONFERENCE, _conference(row.until, register)),
        (CLOSED, text(row.closed)), (NOTE, text(row.note)),
        *attested(row.evidence, f"coverage/{row.subject},{row.aspect},{row.kind},{row.until}"),
    )  # fmt: skip


def _subject(words: str) -> NamedNode | None:
    kind, _, name = words.partition("/")
    match kind:
        case "body":
            return iris.body(name)
        case "conference":
            return None if name == "all" else iris.conference(name)
        case _:
            return iris.thing(words)


def _conference(conference_id: str, register: Register) -> NamedNode | None:
    return iris.conference(conference_id) if conference_id in register.conferences else None


def _in_force(row: InForce, register: Register) -> Iterator[Quad]:
    graph = iris.source_graph(row.evidence.source)
    instrument = Instrument(kind=Kind(row.kind), body=row.body, number=row.number)
    node, listed = iris.named(instrument), iris.thing(f"in-force/{row.body.lower()}/{row.kind}/{row.as_of}")
    held = _conference(row.as_of, register)
    yield from instrument_quads(graph, instrument, register)
    yield from about(graph, node, (IN_FORCE_AS_OF, held))
    yield from about(
        graph, listed, (TYPE, IN_FORCE_LIST_CLASS), (KIND, text(row.kind)), (AS_OF, held), (LISTS, node),
        (LABEL, text(f"{row.body} {row.kind}s in force after {row.as_of}", "en")), *attested(row.evidence),
    )  # fmt: skip


def _correction(position: int, correction: Correction) -> Iterator[Quad]:
    node = iris.thing(f"correction/{position}")
    yield from about(
        iris.CORRECTIONS_GRAPH, node, (TYPE, CORRECTION_CLASS), (ROW, text(correction.row)),
        (CORRECTED_FIELD, text(correction.field)), (WAS, text(correction.was)), (NOW, text(correction.now)),
        (REASON, text(correction.reason)), (SOURCE, iris.source(correction.source)),
        (CONTRIBUTOR, text(correction.by)), (CREATED, text(correction.on)),
    )  # fmt: skip
