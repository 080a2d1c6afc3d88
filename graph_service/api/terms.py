"""The terms of a vocabulary file for people: each with its labels, comments and relations, as the file has them."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph_service.graph.vocabulary import PREFIXES
from graph_service.names.iri import BASE

_LABELS = {PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel", PREFIXES["sh"] + "name"}
_COMMENTS = {
    PREFIXES["rdfs"] + "comment",
    PREFIXES["skos"] + "definition",
    PREFIXES["skos"] + "scopeNote",
    PREFIXES["sh"] + "message",
    PREFIXES["sh"] + "description",
    PREFIXES["dct"] + "description",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words in a language, empty where none is told."""

    words: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A property of a term and its value: words, or the IRI of another term with its short form."""

    name: str
    value: str
    iri: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term that the file says something of; ``anchor`` is where it stands on the page."""

    iri: str
    name: str
    anchor: str
    labels: tuple[Text, ...]
    comments: tuple[Text, ...]
    relations: tuple[Relation, ...]


def terms_of(turtle: bytes) -> tuple[Term, ...]:
    """Return the terms of our own that a Turtle file describes, in the order in which they first come."""
    said: dict[str, list[tuple[str, NamedNode | Literal]]] = defaultdict(list)
    for quad in parse(turtle, RdfFormat.TURTLE):
        is_ours = isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(BASE)
        if is_ours and isinstance(quad.object, (NamedNode, Literal)):
            said[quad.subject.value].append((quad.predicate.value, quad.object))
    return tuple(_term(iri, pairs) for iri, pairs in said.items())


def _term(iri: str, pairs: list[tuple[str, NamedNode | Literal]]) -> Term:
    relations = (
        Relation(name=short(name), value=_shown(value), iri=value.value if isinstance(value, NamedNode) else None)
        for name, value in pairs
        if name not in _LABELS | _COMMENTS
    )
    anchor = iri.rpartition("#")[2] if "#" in iri else iri.removeprefix(BASE)
    return Term(
        iri=iri,
        name=short(iri),
        anchor=anchor,
        labels=_texts(pairs, _LABELS),
        comments=_texts(pairs, _COMMENTS),
        relations=tuple(relations),
    )


def short(iri: str) -> str:
    """Return an IRI as a prefixed name, where a prefix is known."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def _shown(value: NamedNode | Literal) -> str:
    return short(value.value) if isinstance(value, NamedNode) else value.value


def _texts(pairs: list[tuple[str, NamedNode | Literal]], names: set[str]) -> tuple[Text, ...]:
    return tuple(
        Text(words=value.value, lang=value.language or "")
        for name, value in pairs
        if name in names and isinstance(value, Literal)
    )
