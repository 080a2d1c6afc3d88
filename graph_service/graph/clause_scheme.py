"""The clauses as a SKOS scheme: ``ontology/clauses.ttl`` is written from the register's clause table by this module."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from graph_service.graph import iris
from graph_service.graph.statement import about, text
from graph_service.graph.turtle import turtle
from graph_service.graph.vocabulary import (
    CLAUSE_CLASS,
    CONCEPT,
    CONCEPT_SCHEME,
    EDGE,
    HAS_TOP_CONCEPT,
    IN_SCHEME,
    KIND,
    LABEL,
    NOTATION,
    PREF_LABEL,
    PREFIXES,
    TOP_CONCEPT_OF,
    TYPE,
    itu,
)
from graph_service.names.iri import THINGS
from graph_service.register.values import Clause

_SHOWN = ("itu", "rdfs", "skos")


def clause_quads(graph: NamedNode, clauses: Iterable[Clause]) -> Iterator[Quad]:
    """Yield the scheme: each clause with its key, its group, its edge and its word in each language."""
    scheme = iris.CLAUSES
    yield from about(
        graph, scheme, (TYPE, CONCEPT_SCHEME), (LABEL, text("Clauses of ITU instruments", "en")),
        (PREF_LABEL, text("Clauses of ITU instruments", "en")),
    )  # fmt: skip
    for clause in clauses:
        node = iris.clause(clause.id)
        yield from about(graph, scheme, (HAS_TOP_CONCEPT, node))
        yield from about(
            graph, node, (TYPE, CLAUSE_CLASS), (TYPE, CONCEPT), (IN_SCHEME, scheme), (TOP_CONCEPT_OF, scheme),
            (NOTATION, text(clause.id)), (KIND, text(clause.group)), (EDGE, itu(clause.property)),
            *((PREF_LABEL, text(word, lang)) for lang, word in clause.labels),
        )  # fmt: skip


def clause_turtle(clauses: Iterable[Clause]) -> str:
    """Return the scheme as the Turtle of ``ontology/clauses.ttl``."""
    quads = clause_quads(iris.ONTOLOGY_GRAPH, clauses)
    triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    shown = {prefix: PREFIXES[prefix] for prefix in _SHOWN} | {"id": THINGS, "clause": f"{THINGS}clause/"}
    head = "# The clauses of ITU texts in six languages. Written from data/clauses.csv; a test compares the two.\n\n"
    return head + turtle(triples, shown)
