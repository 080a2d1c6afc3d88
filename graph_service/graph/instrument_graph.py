"""What a graph says of an instrument or edition by naming it: kind, number, body, Sector, key and label."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.labels import edition_label, instrument_label
from graph_service.graph.statement import about, text, whole
from graph_service.graph.vocabulary import (
    BODY,
    EDITION_OF,
    IN_SCHEME,
    INSTRUMENT_CLASS,
    KEY,
    LABEL,
    MARKER,
    MARKER_CONFERENCE,
    NUMBER,
    NUMBERING,
    OBJECTIVE_CLASS,
    PART_CLASS,
    PART_OF,
    PROGRAMME_CLASS,
    PROVISION_CLASS,
    SECTOR,
    TYPE,
    YEAR,
    itu,
)
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register


def instrument_quads(graph: NamedNode, instrument: Instrument, register: Register) -> Iterator[Quad]:
    """Yield the node of an instrument, provision, programme or objective."""
    node = iris.named(instrument)
    number = (NUMBER, text(instrument.number))
    numbering = (NUMBERING, text(instrument.numbering))
    label = (LABEL, text(instrument_label(instrument, _programme_name(instrument, register)), "en"))
    match instrument.kind:
        case Kind.PROGRAMME:
            yield from about(graph, node, (TYPE, INSTRUMENT_CLASS), (TYPE, PROGRAMME_CLASS), number, label)
        case Kind.PROVISION:
            whole = iris.body(instrument.body)
            yield from about(
                graph, node, (TYPE, PART_CLASS), (TYPE, PROVISION_CLASS), (PART_OF, whole), number, numbering, label
            )
        case Kind.OBJECTIVE:
            scheme = iris.plan(instrument.numbering) if instrument.numbering else None
            yield from about(
                graph, node, (TYPE, OBJECTIVE_CLASS), (IN_SCHEME, scheme), number, numbering, label,
                (SECTOR, sector_of(instrument.body, register)),
            )  # fmt: skip
        case kind:
            yield from about(
                graph, node, (TYPE, INSTRUMENT_CLASS), (TYPE, itu(kind.value.capitalize())), number, numbering, label,
                (BODY, iris.body(instrument.body)), (SECTOR, sector_of(instrument.body, register)),
            )  # fmt: skip


def named_edition_quads(
    graph: NamedNode, edition: Edition, register: Register, marker: Marker | None = None
) -> Iterator[Quad]:
    """Yield what naming an edition says of it, attested or not: its instrument, its key, the conference of the key.

    Label and marker as printed are said only of an edition that the register does not know.
    """
    instrument, held = edition.instrument, register.conference(_conference_id(edition))
    yield from instrument_quads(graph, instrument, register)
    node = iris.named(edition)
    yield from about(
        graph, node, (EDITION_OF, iris.named(instrument)), (KEY, text(edition.key)), (NUMBER, text(instrument.number)),
        (MARKER_CONFERENCE, iris.conference(held.id) if held else None),
    )  # fmt: skip
    if register.fact(edition) is None:
        printed = marker or Marker(place=held.place if held else None, year=held.year if held else None)
        yield from about(
            graph, node, (LABEL, text(edition_label(instrument, printed, edition.key), "en")),
            (MARKER, text(str(printed))), (YEAR, whole(printed.year)),
        )  # fmt: skip


def _conference_id(edition: Edition) -> str:
    """The id of the conference that a key names; a Council edition's key is the year of its session."""
    return f"council-{edition.key}" if edition.instrument.body == "Council" else edition.key


def sector_of(body_id: str, register: Register) -> NamedNode | None:
    """Return the Sector that a body belongs to, None for one of the whole Union or outside it."""
    body = register.bodies.get(body_id)
    return iris.body(body.sector) if body and body.sector else None


def _programme_name(instrument: Instrument, register: Register) -> str | None:
    if instrument.kind is not Kind.PROGRAMME:
        return None
    programme = register.programme(instrument.number)
    if programme is None:
        return None
    return register.name(f"programme/{programme.id}", "en", "official") or programme.name
