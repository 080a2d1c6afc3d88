"""A store is read into a snapshot: property by property, since that is what every engine is quick at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph_service.analysing.holdings import CitationRow, EditionNode, Work, natural
from graph_service.analysing.snapshot import Snapshot
from graph_service.graph import vocabulary as v
from graph_service.graph.engine import Engine
from graph_service.graph.queries import NamedQuery, load_queries
from graph_service.graph.rows import text_of
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, NotAPathError, parse

_QUERIES = Path(__file__).parent / "queries"
_WORK_CLASSES = (v.INSTRUMENT_CLASS, v.PROVISION_CLASS, v.OBJECTIVE_CLASS)


def load_snapshot(engine: Engine) -> Snapshot:
    """Return what a store holds. All of it is read in the calling thread."""
    graph = _Graph(engine, load_queries(_QUERIES)["pairs"])
    labels = graph.labels()
    citing_works = graph.single(v.EDITION_OF)
    citations = tuple(sorted(_citations(graph, citing_works), key=_order))
    editions = {one.iri: one for one in _editions(graph, labels)}
    named = {row.work for row in citations}
    works = {one.iri: one for one in _works(graph, labels, editions, named)}
    return Snapshot(works=works, editions=editions, citations=citations, labels=labels)


class _Graph:
    """The properties of a store as mappings."""

    def __init__(self, engine: Engine, pairs: NamedQuery) -> None:
        self._engine = engine
        self._pairs = pairs

    def many(self, prop: NamedNode) -> Mapping[str, tuple[str, ...]]:
        """Return all values of a property by subject, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for subject, value in self._engine.select(self._pairs.bind({"property": prop.value})):
            found[subject].append(value)
        return {subject: tuple(sorted(values)) for subject, values in found.items()}

    def single(self, prop: NamedNode) -> Mapping[str, str]:
        """Return the value of a property by subject, the first of several."""
        return {subject: values[0] for subject, values in self.many(prop).items()}

    def titles(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Return the titles of editions by language, those of their texts among them."""
        texts = self.single(v.TEXT_OF)
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for subject, lang, title in sorted(self._in_languages(v.TITLE)):
            found[texts.get(subject, subject)].setdefault(lang, title)
        return {subject: tuple(sorted(titles.items())) for subject, titles in found.items()}

    def labels(self) -> Mapping[str, str]:
        """Return the English labels of things."""
        return {thing: label for thing, lang, label in self._in_languages(v.LABEL) if lang == "en"}

    def _in_languages(self, prop: NamedNode) -> Iterator[tuple[str, str, str]]:
        for subject, value in self._engine.select(self._pairs.bind({"property": prop.value})).rows:
            if isinstance(value, Literal):
                yield text_of(subject), value.language or "", value.value


def _order(row: CitationRow) -> tuple[object, ...]:
    return natural(row.citing), natural(row.part), natural(row.cited), row.iri, row.lang


def _citations(graph: _Graph, citing_works: Mapping[str, str]) -> Iterator[CitationRow]:
    cited, works, mentions = graph.single(v.HAS_CITED_ENTITY), graph.single(v.CITED_WORK), graph.many(v.MENTION)
    clauses, notations = graph.single(v.CLAUSE), graph.single(v.NOTATION)
    places, parts = graph.single(v.CITING_PART), graph.single(v.PART)
    words, locators = graph.single(v.PRINTED_FORM), graph.single(v.LOCATOR)
    languages, sources = graph.single(v.LANGUAGE), graph.single(v.WAS_DERIVED_FROM)
    identifiers = graph.single(v.IDENTIFIER)
    for iri, citing in graph.single(v.HAS_CITING_ENTITY).items():
        clause = clauses.get(iri, "")
        for mention in mentions.get(iri, ()):
            source = sources.get(mention, "")
            yield CitationRow(
                iri=iri,
                citing=citing,
                citing_work=citing_works.get(citing, citing),
                cited=cited.get(iri, ""),
                work=works.get(iri, ""),
                clause=notations.get(clause, clause.rpartition("/")[2]),
                part=parts.get(places.get(iri, ""), ""),
                text=words.get(mention, ""),
                lang=languages.get(mention, ""),
                locator=locators.get(mention, ""),
                source=identifiers.get(source, source),
            )


def _editions(graph: _Graph, labels: Mapping[str, str]) -> Iterator[EditionNode]:
    classes, titles, sources = graph.many(v.TYPE), graph.titles(), graph.single(v.SOURCE)
    identifiers, markers, years = graph.single(v.IDENTIFIER), graph.single(v.MARKER), graph.single(v.YEAR)
    earliest, latest = graph.single(v.EARLIEST), graph.single(v.LATEST)
    held, revised, statuses = graph.single(v.ADOPTED_AT), graph.single(v.REVISED_AT), graph.single(v.STATUS)
    followed, suppressed = graph.many(v.FOLLOWED_BY), graph.many(v.SUPPRESSED_AT)
    for iri, work in graph.single(v.EDITION_OF).items():
        name = _named(iri)
        source = sources.get(iri, "")
        yield EditionNode(
            iri=iri,
            work=work,
            label=labels.get(iri, iri),
            edition=name if isinstance(name, Edition) else None,
            marker=markers.get(iri, ""),
            year=int(years[iri]) if iri in years else None,
            earliest=_day(earliest.get(iri)),
            latest=_day(latest.get(iri)),
            conference=held.get(iri),
            is_revision=iri in revised,
            is_attested=v.EDITION_CLASS.value in classes.get(iri, ()),
            status=statuses.get(iri, ""),
            source=identifiers.get(source, source),
            titles=titles.get(iri, ()),
            followed_by=followed.get(iri, ()),
            suppressed=suppressed.get(iri, ()),
        )


def _works(
    graph: _Graph, labels: Mapping[str, str], editions: Mapping[str, EditionNode], named: Iterable[str]
) -> Iterator[Work]:
    by_work: dict[str, list[EditionNode]] = defaultdict(list)
    for one in editions.values():
        by_work[one.work].append(one)
    latest, suppressed = graph.many(v.LATEST_EDITION), graph.many(v.SUPPRESSED_AT)
    succeeded, classes = graph.many(v.SUCCEEDED_BY), graph.many(v.TYPE)
    wanted = {name.value for name in _WORK_CLASSES}
    found = {iri for iri, names in classes.items() if wanted.intersection(names)} | {*named, *by_work}
    for iri in sorted(found, key=natural):
        name = _named(iri)
        line = sorted(by_work.get(iri, ()), key=lambda one: (one.latest or date.max, natural(one.iri)))
        yield Work(
            iri=iri,
            label=labels.get(iri, iri),
            instrument=name if isinstance(name, Instrument) else None,
            editions=tuple(one.iri for one in line),
            latest=latest.get(iri, (None,))[-1],
            suppressed=suppressed.get(iri, ()),
            succeeded_by=succeeded.get(iri, ()),
        )


def _named(iri: str) -> Instrument | Edition | None:
    try:
        return parse(iri.removeprefix(THINGS))
    except NotAPathError:
        return None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
