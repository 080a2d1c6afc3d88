"""Instruments and their editions as quads: who adopted what, when, under which marker and titles."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.instrument_graph import instrument_quads, sector_of
from graph_service.graph.labels import edition_label
from graph_service.graph.statement import Pair, about, attested, day, text, whole
from graph_service.graph.vocabulary import (
    ADOPTED_AT,
    BODY,
    CERTAINTY,
    EARLIEST,
    EDITION_CLASS,
    EDITION_OF,
    KEY,
    LABEL,
    LATEST,
    MARKER,
    NOTE,
    NUMBER,
    REVISED_AT,
    SECTOR,
    SUPPRESSED_AT,
    TITLE,
    TYPE,
    YEAR,
)
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.register import Register


def edition_quads(register: Register) -> Iterator[Quad]:
    """Yield every instrument and edition of the register."""
    for fact in register.facts:
        yield from fact_quads(fact, register)


def fact_quads(fact: EditionFact, register: Register) -> Iterator[Quad]:
    """Yield what one act of a conference says, in the graph of the source that attests it."""
    graph = iris.source_graph(fact.evidence.source)
    yield from instrument_quads(graph, fact.edition.instrument, register)
    if fact.act is Act.ABROGATED:
        yield from _suppression(graph, fact, register)
        return
    node = iris.named(fact.edition)
    yield from about(graph, node, *_act(fact), *_details(fact, register), *attested(fact.evidence, fact.row))
    said_by = fact.title_evidence or (fact.evidence,) * len(fact.titles)
    for (lang, title), said in zip(fact.titles, said_by, strict=True):
        yield from about(iris.source_graph(said.source), node, (TITLE, text(title, lang)))
    for other in fact.other_sources:
        yield from about(iris.source_graph(other), node, *_act(fact))


def _act(fact: EditionFact) -> tuple[Pair, ...]:
    """The core of it, which every source that attests the edition says."""
    conference = iris.conference(fact.conference) if fact.conference else None
    return (
        (TYPE, EDITION_CLASS),
        (EDITION_OF, iris.named(fact.edition.instrument)),
        (ADOPTED_AT, conference),
        (REVISED_AT, conference if fact.act is Act.REVISED else None),
    )


def _details(fact: EditionFact, register: Register) -> tuple[Pair, ...]:
    instrument = fact.edition.instrument
    return (
        (LABEL, text(edition_label(instrument, fact.marker, fact.edition.key), "en")),
        (KEY, text(fact.edition.key)),
        (NUMBER, text(instrument.number)),
        (MARKER, text(str(fact.marker))),
        (YEAR, whole(fact.marker.year)),
        (EARLIEST, day(fact.earliest)),
        (LATEST, day(fact.latest)),
        (BODY, iris.body(instrument.body)),
        (SECTOR, sector_of(instrument.body, register)),
        (CERTAINTY, text("certain" if fact.marker_printed else "inferred")),
        (NOTE, text(fact.note)),
    )


def _suppression(graph: NamedNode, fact: EditionFact, register: Register) -> Iterator[Quad]:
    """An abrogation makes no text: it ends the instrument and the last edition before it."""
    if fact.conference is None:
        return
    ended = (SUPPRESSED_AT, iris.conference(fact.conference))
    yield from about(graph, iris.named(fact.edition.instrument), ended)
    earlier = [
        one for one in register.line(fact.edition.instrument)
        if one.act is not Act.ABROGATED and one.latest and fact.earliest and one.latest < fact.earliest
    ]  # fmt: skip
    if earlier:
        yield from about(graph, iris.named(earlier[-1].edition), ended)
