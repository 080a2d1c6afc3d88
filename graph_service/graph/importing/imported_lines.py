"""Imported editions read back from a store as the facts that the register is made of, for who judges citations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.importing.publishing import Force
from graph_service.graph.importing.settling import is_whole
from graph_service.graph.importing.statements import EVIDENCE, GRAPH
from graph_service.graph.importing.terms import PUBLISHER_STATUS
from graph_service.graph.rows import Term, text_of
from graph_service.graph.vocabulary import EARLIEST, EDITION_OF, LATEST, STATUS, TITLE
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, NotAPathError, parse
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act, EditionFact

_MONTH = len("2012-06")


def imported_lines(engine: Engine, instruments: Iterable[Instrument] | None = None) -> tuple[EditionFact, ...]:
    """Return the imported editions of some instruments, or of all; amendments and parts are no editions of a line.

    An instrument whose newest text was withdrawn, and not superseded, ends with an act without a day: the publisher
    does not tell it. Editions that the register has itself are left to it.
    """
    read = _Reader(engine, None if instruments is None else sorted(set(instruments)))
    titles: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for edition, title in read.values(TITLE):
        if isinstance(title, Literal):
            titles[edition].append((title.language or "en", title.value))
    earliest, latest = dict(read.words(EARLIEST)), dict(read.words(LATEST))
    force = dict(read.words(PUBLISHER_STATUS))
    lines: dict[Instrument, list[tuple[EditionFact, str]]] = defaultdict(list)
    for iri, _ in sorted(read.words(STATUS)):
        fact = _fact(iri, _day(earliest.get(iri, "")), _day(latest.get(iri, "")), sorted(titles.get(iri, ())))
        if fact:
            lines[fact.edition.instrument].append((fact, force.get(iri, "")))
    return tuple(fact for line in lines.values() for fact in _line(line))


class _Reader:
    """The values of one property after the other, which is what engines are quick at."""

    def __init__(self, engine: Engine, instruments: Sequence[Instrument] | None) -> None:
        self._engine = engine
        self._where = ""
        if instruments is not None:
            nodes = " ".join(str(iris.named(instrument)) for instrument in instruments)
            self._where = f"VALUES ?instrument {{ {nodes} }} GRAPH {GRAPH} {{ ?edition {EDITION_OF} ?instrument }}"

    def values(self, predicate: NamedNode) -> Iterator[tuple[str, Term | None]]:
        """Yield the IRI of each edition with a value of the property."""
        query = f"SELECT ?edition ?value WHERE {{ {self._where} GRAPH {GRAPH} {{ ?edition {predicate} ?value }} }}"
        for edition, value in self._engine.select(query).rows:
            yield text_of(edition), value

    def words(self, predicate: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield the IRI of each edition with a value as plain text."""
        for edition, value in self.values(predicate):
            yield edition, text_of(value)


def _fact(
    iri: str, earliest: date | None, latest: date | None, titles: Sequence[tuple[str, str]]
) -> EditionFact | None:  # fmt: skip
    edition = _edition(iri)
    if edition is None or not is_whole(edition.key):
        return None
    return EditionFact(
        edition=edition, conference=None, act=Act.ADOPTED, marker=_marker(edition), earliest=earliest,
        latest=latest, titles=tuple(titles), title_evidence=(EVIDENCE,) * len(titles), evidence=EVIDENCE,
    )  # fmt: skip


def _edition(iri: str) -> Edition | None:
    try:
        found = parse(iri.removeprefix(THINGS))
    except NotAPathError:
        return None
    return found if isinstance(found, Edition) else None


def _marker(edition: Edition) -> Marker:
    """What texts print for an edition: the revision of an ITU-R text, the month of an ITU-T one."""
    key = edition.key
    if edition.instrument.body == "ITU-R" and key.isdecimal() and len(key) < len("1990"):
        return Marker(revision=int(key), revised=False)
    if len(key) >= _MONTH and key[:4].isdecimal() and key[5:_MONTH].isdecimal():
        return Marker(year=int(key[:4]), month=int(key[5:_MONTH]), revised=False)
    return Marker(year=int(key[:4]) if key[:4].isdecimal() else None, revised=False)


def _line(line: list[tuple[EditionFact, str]]) -> Iterator[EditionFact]:
    yield from (fact for fact, _ in line)
    newest, force = max(line, key=lambda one: _place(one[0]))
    if force == Force.WITHDRAWN and all(other != Force.IN_FORCE for _, other in line):
        yield EditionFact(
            edition=newest.edition, conference=None, act=Act.ABROGATED, marker=Marker(), earliest=None, latest=None,
            titles=(), evidence=EVIDENCE,
        )  # fmt: skip


def _place(fact: EditionFact) -> tuple[int, date]:
    revision = fact.marker.revision
    return (-1 if revision is None else revision), fact.latest or date.min


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
