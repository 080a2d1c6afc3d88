"""Statements as quads: what one graph says of one subject, and values of the register as literals."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.vocabulary import (
    GRADE,
    ROW,
    SOURCE,
    STATUS,
    XSD_DATE,
    XSD_INTEGER,
)
from graph_service.register.fact import Evidence

Pair = tuple[NamedNode, NamedNode | Literal | None]


def about(graph: NamedNode, subject: NamedNode, *pairs: Pair) -> Iterator[Quad]:
    """Yield what a graph says of a subject; a pair whose object is None is not known and not said."""
    for predicate, value in pairs:
        if value is not None:
            yield Quad(subject, predicate, value, graph)


def attested(evidence: Evidence, row: str = "") -> tuple[Pair, ...]:
    """Return what stands behind a node: its source, grade and status, and the row that says so."""
    return (
        (SOURCE, iris.source(evidence.source)),
        (GRADE, text(evidence.grade)),
        (STATUS, text(evidence.status)),
        (ROW, text(row)),
    )


def text(words: str | None, lang: str | None = None) -> Literal | None:
    """Return words as a literal, None where there are none."""
    if not words:
        return None
    return Literal(words, language=lang) if lang else Literal(str(words))


def day(value: date | None) -> Literal | None:
    """Return a day as xsd:date, None where it is not known."""
    return Literal(value.isoformat(), datatype=XSD_DATE) if value else None


def whole(value: int | None) -> Literal | None:
    """Return a whole number as xsd:integer, None where it is not known."""
    return None if value is None else Literal(str(value), datatype=XSD_INTEGER)
