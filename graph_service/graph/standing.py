"""What stands of what the sources say: each triple once, the best graded source where they differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from graph_service.graph import iris
from graph_service.graph.vocabulary import (
    CERTAINTY,
    DATED,
    EARLIEST,
    END,
    EXACT,
    GRADE,
    HEAD,
    LABEL,
    LATEST,
    LOCATOR,
    MARKER,
    NOTE,
    PRINTED_FORM,
    PRINTED_MARKER,
    READING,
    ROW,
    SOURCE,
    START,
    STATUS,
    TEXT_STATUS,
    YEAR,
)
from graph_service.register.fact import Grade, Status

Subject = NamedNode | BlankNode | Triple
Said = Literal | NamedNode | BlankNode | Triple

FACTS = {EARLIEST, LATEST, MARKER, YEAR, LABEL}
"""One value each; where sources of equal grade differ, none stands."""
ATTESTATION = {STATUS, GRADE, SOURCE, ROW, CERTAINTY, NOTE}
"""One source's word each: that of the best one."""
WORDS = {PRINTED_FORM, PRINTED_MARKER, LOCATOR, TEXT_STATUS, READING, EXACT, START, END, DATED, HEAD}
"""One value each: where the same text was read from two files, the first of them."""
SINGLE = FACTS | ATTESTATION | WORDS

_STATUSES, _GRADES = [status.value for status in Status], [grade.value for grade in Grade]


class Key(NamedTuple):
    """What has one value: a property of a subject, for labels in one language."""

    subject: Subject
    predicate: NamedNode
    lang: str | None


def stands(graph: object) -> bool:
    """Whether what a graph says stands in the default graph: sources, what is derived, the ontology."""
    return isinstance(graph, NamedNode) and (
        graph.value.startswith(iris.SOURCE_GRAPHS) or graph in (iris.DERIVED_GRAPH, iris.ONTOLOGY_GRAPH)
    )


def standing(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the triples that stand, as quads of the default graph, each once, whatever order the quads come in."""
    single: dict[Key, dict[NamedNode, Said]] = defaultdict(dict)
    ranks: dict[tuple[Subject, NamedNode], list[int]] = defaultdict(lambda: [len(_GRADES), len(_STATUSES)])
    seen: set[Quad] = set()
    for quad in quads:
        graph = quad.graph_name
        if not isinstance(graph, NamedNode) or not stands(graph):
            continue
        if quad.predicate in SINGLE:
            values = single[_key(quad)]
            values[graph] = min(values.get(graph, quad.object), quad.object, key=str)
            _rank(ranks, quad, graph)
        else:
            seen.add(Quad(quad.subject, quad.predicate, quad.object))
    yield from seen
    for key, values in single.items():
        value = _one(key, values, ranks) if len(values) > 1 else next(iter(values.values()))
        if value is not None:
            yield Quad(key.subject, key.predicate, value)


def _key(quad: Quad) -> Key:
    lang = quad.object.language if isinstance(quad.object, Literal) else None
    return Key(quad.subject, quad.predicate, lang)


def _rank(ranks: dict[tuple[Subject, NamedNode], list[int]], quad: Quad, graph: NamedNode) -> None:
    """Note how good a graph's word on a subject is: its grade first, then its status."""
    if quad.predicate == GRADE and isinstance(quad.object, Literal):
        ranks[quad.subject, graph][0] = _GRADES.index(quad.object.value)
    elif quad.predicate == STATUS and isinstance(quad.object, Literal):
        ranks[quad.subject, graph][1] = _STATUSES.index(quad.object.value)


def _one(
    key: Key, values: Mapping[NamedNode, Said], ranks: Mapping[tuple[Subject, NamedNode], list[int]]
) -> Said | None:
    best = min(ranks[key.subject, graph] for graph in values)
    equals = sorted((graph for graph in values if ranks[key.subject, graph] == best), key=str)
    said = {values[graph] for graph in equals}
    if len(said) > 1 and key.predicate in FACTS:
        return None
    return values[equals[0]]
