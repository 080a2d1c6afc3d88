"""A text as quads: the edition, proposal or document that it is, and its language."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import NamedNode, Quad

from graph_service.citing.mention import CitingText
from graph_service.graph import iris
from graph_service.graph.citing_text import Citer
from graph_service.graph.edition_graph import fact_quads
from graph_service.graph.instrument_graph import instrument_quads, sector_of
from graph_service.graph.labels import instrument_label
from graph_service.graph.reading_graph import reading_quads
from graph_service.graph.statement import about, day, text
from graph_service.graph.text_json import head_of
from graph_service.graph.vocabulary import (
    ADDRESSED_TO,
    BODY,
    DATED,
    DOC,
    DOCUMENT_CLASS,
    ENTITY,
    FILE,
    FORMAT,
    HEAD,
    IDENTIFIER,
    LABEL,
    LANGUAGE,
    LANGUAGE_TEXT_CLASS,
    NUMBER,
    PROPOSAL,
    PROPOSAL_OF,
    PROPOSED_EDITION_CLASS,
    SECTOR,
    SOURCE,
    STATUS,
    TEXT_OF,
    TITLE,
    TYPE,
)
from graph_service.names.edition import Edition
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.fact import Evidence, Grade, Status
from graph_service.register.register import Register


def text_quads(source: CitingText, citer: Citer, register: Register) -> Iterator[Quad]:
    """Yield what the text itself is and how it was read."""
    yield from reading_quads(source, citer.graph)
    if citer.edition:
        yield from fact_quads(adopted_fact(source, citer.edition, register), register)
    elif citer.is_proposal:
        yield from _proposal(source, citer, register)
    else:
        yield from _document(source, citer)
    if source.head.suppresses and citer.edition:
        return
    node = language_text(citer.node, source.lang)
    yield from about(
        citer.graph, node, (TYPE, LANGUAGE_TEXT_CLASS), (TEXT_OF, citer.node), (LANGUAGE, text(source.lang)),
        (LABEL, text(f"{source.doc} ({source.lang})", "en")), (DOC, text(source.doc)), (FILE, text(source.file)),
        (FORMAT, text(source.format)), (DATED, day(source.head.dated)), (HEAD, head_of(source.head)),
        (SOURCE, iris.source(source.source)), (TITLE, text(source.head.title, source.lang)),
    )  # fmt: skip


def language_text(citer: NamedNode, lang: str) -> NamedNode:
    """Return the IRI of a text in one language: ``.../pp-18/fr``."""
    return iris.below(citer, lang)


def adopted_fact(source: CitingText, edition: Edition, register: Register) -> EditionFact:
    """Return what an adopted text attests of its own edition; what the register attests already is said again."""
    known = register.fact(edition)
    evidence = Evidence(source=source.source, grade=Grade.OFFICIAL_TEXT, status=Status.ATTESTED)
    title = source.head.title
    titles = ((source.lang, title),) if title and (known is None or known.title(source.lang) is None) else ()
    if known and known.evidence.status is Status.ATTESTED and not source.head.suppresses:
        return EditionFact(
            edition=edition, conference=known.conference, act=known.act, marker=known.marker, earliest=known.earliest,
            latest=known.latest, titles=titles, evidence=evidence, marker_printed=known.marker_printed,
        )  # fmt: skip
    marker, held = source.head.marker or Marker(), register.conference(source.head.conference or edition.key)
    adopted = (held.closes if held else None) or source.head.dated
    earliest, latest = (adopted, adopted) if adopted else _year(marker.year)
    act = Act.ABROGATED if source.head.suppresses else Act.REVISED if marker.revised else Act.ADOPTED
    return EditionFact(
        edition=edition, conference=held.id if held else None, act=act, marker=marker, earliest=earliest,
        latest=latest, titles=titles, evidence=evidence,
    )  # fmt: skip


def _year(year: int | None) -> tuple[date | None, date | None]:
    return (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)


def _proposal(source: CitingText, citer: Citer, register: Register) -> Iterator[Quad]:
    instrument, head = source.head.instrument, source.head
    if instrument is None:
        return
    yield from instrument_quads(citer.graph, instrument, register)
    number = head.proposal or source.doc
    yield from about(
        citer.graph, citer.node, (TYPE, PROPOSED_EDITION_CLASS), (PROPOSAL_OF, iris.named(instrument)),
        (PROPOSAL, text(number)), (NUMBER, text(instrument.number)), (BODY, iris.body(instrument.body)),
        (SECTOR, sector_of(instrument.body, register)), (SOURCE, iris.source(source.source)),
        (ADDRESSED_TO, _conference(head.conference, register)),
        (LABEL, text(f"{instrument_label(instrument)}, proposal {number}", "en")), (STATUS, text(Status.PROPOSED)),
    )  # fmt: skip


def _conference(conference_id: str | None, register: Register) -> NamedNode | None:
    held = register.conference(conference_id) if conference_id else None
    return iris.conference(held.id) if held else None


def _document(source: CitingText, citer: Citer) -> Iterator[Quad]:
    yield from about(
        citer.graph, citer.node, (TYPE, DOCUMENT_CLASS), (TYPE, ENTITY), (IDENTIFIER, text(source.doc)),
        (LABEL, text(source.doc, "en")), (TITLE, text(source.head.title, source.lang)),
        (SOURCE, iris.source(source.source)), (PROPOSAL, text(source.head.proposal)),
    )  # fmt: skip
