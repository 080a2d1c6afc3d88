"""What follows from the facts of some instruments, as `derive.ru` derives it: the next edition, the latest, revisions.

Amendments and parts of a text follow nothing and nothing follows them: they are editions, but not the next one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph_service.graph import iris
from graph_service.graph.importing.restanding import Change
from graph_service.graph.importing.terms import AMENDS
from graph_service.graph.standing import stands
from graph_service.graph.vocabulary import (
    CLOSES,
    EARLIEST,
    EDITION_CLASS,
    EDITION_OF,
    FOLLOWED_BY,
    LATEST,
    LATEST_EDITION,
    MARKER_CONFERENCE,
    PART_OF,
    REVISED_AT,
    REVISES,
    STATUS,
    SUPERSEDES,
    TYPE,
    UNRESOLVED_EDITION_CLASS,
)

_KNOWN = {"attested", "inferred"}
_DEFAULT = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Text:
    """An edition that can be followed: its days as printed, which sort as days do, empty where not known.

    ``is_known`` says that it is attested well enough to follow another, ``is_revision`` that a conference revised it.
    """

    node: NamedNode
    earliest: str
    latest: str
    is_known: bool
    is_revision: bool


def of_line(instrument: NamedNode, texts: Sequence[Text]) -> Iterator[tuple[NamedNode, NamedNode, NamedNode]]:
    """Yield what follows from the editions of one instrument: subject, predicate, object."""
    followed: set[NamedNode] = set()
    known = [one for one in texts if one.is_known and one.earliest]
    for older in texts:
        first = min((one.earliest for one in known if older.latest and older.latest < one.earliest), default="")
        for newer in (one for one in known if one.earliest == first):
            followed.add(older.node)
            yield older.node, FOLLOWED_BY, newer.node
            if newer.is_revision and older.is_known:
                yield newer.node, REVISES, older.node
                yield newer.node, SUPERSEDES, older.node
    for one in texts:
        if one.is_known and one.latest and one.node not in followed:
            yield instrument, LATEST_EDITION, one.node


def following_change(store: Store, nodes: Iterable[str] | None = None) -> Change:
    """Return what has to change in a store so that it holds what follows from its facts.

    ``nodes`` are the instruments and editions to look at, with all others of the same instruments; None for all.
    """
    walk = _Walk(store)
    instruments = walk.all_instruments() if nodes is None else walk.instruments_of(nodes)
    before: set[Quad] = set() if nodes is not None else walk.derived_of(None)
    now: set[Quad] = set()
    for instrument in instruments:
        editions = walk.editions_of(instrument)
        if nodes is not None:
            for node in (instrument, *editions):
                before |= walk.derived_of(node)
        now.update(walk.following(instrument, editions))
    if nodes is not None:
        before |= {quad for node in nodes for quad in walk.derived_of(NamedNode(node))}
    gone = [quad for quad in _in_both(before - now) if quad.graph_name != _DEFAULT or not walk.is_said(quad)]
    return Change(tuple(gone), tuple(_in_both(now - before)))


def _in_both(quads: set[Quad]) -> Iterator[Quad]:
    for quad in sorted(quads, key=str):
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object, iris.DERIVED_GRAPH)


class _Walk:
    """A store, walked from instruments to their editions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all_instruments(self) -> set[NamedNode]:
        quads = self._store.quads_for_pattern(None, EDITION_OF, None, _DEFAULT)
        return {quad.object for quad in quads if isinstance(quad.object, NamedNode)}

    def instruments_of(self, nodes: Iterable[str]) -> set[NamedNode]:
        found: set[NamedNode] = set()
        for node in map(NamedNode, nodes):
            above = [quad.object for quad in self._store.quads_for_pattern(node, EDITION_OF, None, _DEFAULT)]
            found.update(one for one in above if isinstance(one, NamedNode))
            if not above and next(self._store.quads_for_pattern(None, EDITION_OF, node, _DEFAULT), None):
                found.add(node)
        return found

    def editions_of(self, instrument: NamedNode) -> list[NamedNode]:
        quads = self._store.quads_for_pattern(None, EDITION_OF, instrument, _DEFAULT)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

    def derived_of(self, node: NamedNode | None) -> set[Quad]:
        """What is derived of a node, or of all, as quads of the default graph."""
        quads = self._store.quads_for_pattern(node, None, None, iris.DERIVED_GRAPH)
        return {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}

    def is_said(self, quad: Quad) -> bool:
        """Whether a source says a triple, so that it stands whatever follows."""
        said = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(stands(one.graph_name) and one.graph_name != iris.DERIVED_GRAPH for one in said)

    def following(self, instrument: NamedNode, editions: Iterable[NamedNode]) -> Iterator[Quad]:
        """Yield all that follows of one instrument, as quads of the default graph."""
        texts: list[Text] = []
        for edition in editions:
            facts = self._facts(edition)
            unresolved = list(self._unresolved(edition, facts))
            yield from unresolved
            if AMENDS not in facts and PART_OF not in facts:
                texts.append(_text(edition, facts, unresolved))
        for subject, predicate, value in of_line(instrument, texts):
            yield Quad(subject, predicate, value)

    def _facts(self, edition: NamedNode) -> Mapping[NamedNode, set[object]]:
        """What is said and stands of an edition, without what was derived."""
        derived = self.derived_of(edition)
        found: dict[NamedNode, set[object]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(edition, None, None, _DEFAULT):
            if quad not in derived or self.is_said(quad):
                found[quad.predicate].add(quad.object)
        return found

    def _unresolved(self, edition: NamedNode, facts: Mapping[NamedNode, set[object]]) -> Iterator[Quad]:
        if EDITION_CLASS in facts.get(TYPE, ()):
            return
        yield Quad(edition, TYPE, UNRESOLVED_EDITION_CLASS)
        for held in facts.get(MARKER_CONFERENCE, ()):
            if isinstance(held, NamedNode):
                for quad in self._store.quads_for_pattern(held, CLOSES, None, _DEFAULT):
                    yield Quad(edition, EARLIEST, quad.object)
                    yield Quad(edition, LATEST, quad.object)


def _text(edition: NamedNode, facts: Mapping[NamedNode, set[object]], unresolved: Iterable[Quad]) -> Text:
    days = {quad.predicate: quad.object for quad in unresolved}
    return Text(
        node=edition,
        earliest=_words(*facts.get(EARLIEST, ()), days.get(EARLIEST)),
        latest=_words(*facts.get(LATEST, ()), days.get(LATEST)),
        is_known=EDITION_CLASS in facts.get(TYPE, ()) and _words(*facts.get(STATUS, ())) in _KNOWN,
        is_revision=REVISED_AT in facts,
    )


def _words(*terms: object) -> str:
    """The words of the first literal, none where there is none."""
    return next((term.value for term in terms if isinstance(term, Literal)), "")
