"""Prepared records as statements: editions with their titles, days, force and relations, in the source's graph."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from graph_service.graph import iris
from graph_service.graph.importing.dating import Days
from graph_service.graph.importing.prepared import Mentioned, Prepared
from graph_service.graph.importing.series import Series, beyond_series, membership, series_node, series_pairs
from graph_service.graph.importing.settling import Settled, is_whole
from graph_service.graph.importing.terms import (
    AMENDS,
    HAS_VERSION,
    ISSUED,
    PUBLISHER_STATUS,
    RELATION,
    SAME_AS,
    SEE_ALSO,
    STUDY_GROUP,
    STUDY_GROUP_CLASS,
    SUPPLEMENTED_BY,
)
from graph_service.graph.instrument_graph import instrument_quads, sector_of
from graph_service.graph.labels import edition_label, instrument_label
from graph_service.graph.statement import Pair, attested, text
from graph_service.graph.vocabulary import (
    ADOPTED_AT,
    CERTAINTY,
    EARLIEST,
    EDITION_CLASS,
    EDITION_OF,
    IDENTIFIER,
    KEY,
    LABEL,
    LATEST,
    MARKER,
    NUMBER,
    PART_OF,
    ROW,
    SECTOR,
    TITLE,
    TYPE,
    XSD_DATE,
    XSD_INTEGER,
    YEAR,
    term,
)
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Evidence, Grade, Status
from graph_service.register.register import Register

SOURCE_ID = "relaton-data-itu"
"""The source of all Relaton records, whatever folder or archive they come in: records are told apart by their names."""
GRAPH = iris.source_graph(SOURCE_ID)
EVIDENCE = Evidence(source=SOURCE_ID, grade=Grade.OTHER, status=Status.ATTESTED)
_PRECISIONS = {len("2018"): term("xsd:gYear"), len("2018-01"): term("xsd:gYearMonth"), len("2018-01-01"): XSD_DATE}
_CHANGES = ("amd", "cor", "err", "add")


Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, predicate and object, all said in one graph."""
Written = tuple[NamedNode, NamedNode | str | None]
"""A predicate, and the object or its text in N-Triples; None where it is not known and not said."""


def record_sentences(one: Prepared, register: Register) -> list[tuple[NamedNode, list[Written]]]:
    """Return what a record says of its edition, and again of the same text under each other number of it."""
    node, twins = named(one.edition), [(named(twin), twin) for twin in one.settled.twins]
    own = _edition(one, one.edition, register)
    own += [(SAME_AS, other) for other, _ in twins]
    others = [(other, [*_edition(one, twin, register), (SAME_AS, node)]) for other, twin in twins]
    return [(node, own), *others]


def instrument_statements(instrument: Instrument, register: Register) -> Iterator[Statement]:
    """Yield what is said of an instrument: what naming it says, and its series."""
    for quad in instrument_quads(GRAPH, instrument, register):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject, quad.predicate, quad.object
    yield from _said(named(instrument), membership(instrument))


def series_statements(series: Series) -> Iterator[Statement]:
    """Yield the node of a series."""
    yield from _said(series_node(series), series_pairs(series))


def mentioned_sentence(one: Mentioned) -> tuple[NamedNode, list[Written]]:
    """Return what records say of a text that has no record of its own."""
    marker = _marker(one.edition, one.name.year, one.name.month)
    said = [*_identity(one.edition), *_time(one.edition, one.days, marker, None), *_ATTESTED]
    return named(one.edition), [*said, (TITLE, literal(one.title, "en") if one.title else None)]


def supplement_statements(instrument: Instrument, supplements: Iterable[Instrument]) -> Iterator[Statement]:
    """Yield which supplements the records of an instrument name."""
    node = named(instrument)
    for supplement in beyond_series(instrument, supplements):
        yield node, SUPPLEMENTED_BY, named(supplement)


@lru_cache(maxsize=1 << 8)
def group_node(sector: str, name: str) -> NamedNode:
    """Return the IRI of a study group: ``sector/itu-t/sg/15``, or with its name where it has no number."""
    last = name.rpartition(" ")[2]
    return iris.thing(f"sector/{sector.lower()}/sg/{last if last.isdecimal() else name.lower()}")


def group_statements(sector: str, name: str, register: Register) -> Iterator[Statement]:
    """Yield the node of a study group."""
    label = name if name.startswith("ITU") else f"{sector} {name}"
    pairs = ((TYPE, STUDY_GROUP_CLASS), (LABEL, text(label, "en")), (SECTOR, sector_of(sector, register)))
    yield from _said(group_node(sector, name), pairs)


def groups_of(one: Prepared) -> tuple[str, ...]:
    """Return the study groups of a text: those of the record, of an ITU-R Question the one in its number."""
    instrument = one.edition.instrument
    if instrument.kind is Kind.QUESTION and instrument.body == "ITU-R":
        group = instrument.number.rpartition("/")[2]
        return (f"ITU-R Study Group {group}",) if group.isdecimal() else ()
    return one.settled.record.groups


def _edition(one: Prepared, edition: Edition, register: Register) -> list[Written]:
    """What is said of an edition; of one that the register has, only what the register does not say."""
    record, fact = one.settled.record, register.fact(edition)
    told = {lang for lang, _ in fact.titles} if fact else set()
    found = _identity(edition)
    found += [(TITLE, literal(title, lang)) for lang, title in record.titles if lang not in told]
    found += _record(one, edition)
    found += _relations(one, edition)
    found += _details(one, edition, register) if fact is None else _as_registered(fact)
    return found


def _said(subject: NamedNode, pairs: Iterable[Pair]) -> Iterator[Statement]:
    return ((subject, predicate, value) for predicate, value in pairs if value is not None)


@lru_cache(maxsize=1 << 16)
def named(subject: Instrument | Edition) -> NamedNode:
    """Return the IRI of an instrument or edition, which is asked for again and again."""
    return iris.named(subject)


def _identity(edition: Edition) -> list[Written]:
    return [
        (TYPE, EDITION_CLASS),
        (EDITION_OF, named(edition.instrument)),
        (KEY, literal(edition.key)),
        (NUMBER, literal(edition.instrument.number)),
    ]


def _record(one: Prepared, edition: Edition) -> list[Written]:
    record, sector = one.settled.record, edition.instrument.body
    found: list[Written] = [(IDENTIFIER, literal(identifier)) for identifier in (record.docid, *record.also)]
    if not _is_approved_then(one) and record.published:
        found.append((ISSUED, f'"{record.published}"^^{_PRECISIONS[len(record.published)]}'))
    found += [(SEE_ALSO, f"<{page}>") for page in record.pages]
    found += [(STUDY_GROUP, group_node(sector, group)) for group in groups_of(one)]
    if one.force:
        found.append((PUBLISHER_STATUS, f'"{one.force}"'))
    return found


def _relations(one: Prepared, edition: Edition) -> list[Written]:
    found: list[Written] = [(HAS_VERSION, named(other)) for other in one.versions]
    found += [(RELATION, named(other)) for other in one.relations]
    if not is_whole(edition.key):
        found.append(_belonging(one.settled, edition))
    return found


def _is_approved_then(one: Prepared) -> bool:
    """Whether a record's date is the very day of approval, which the days of the edition tell already."""
    return one.days.earliest == one.days.latest and str(one.days.latest) == one.settled.record.published


def _belonging(settled: Settled, edition: Edition) -> Written:
    """What an amendment amends, or what an annex, appendix or supplement is part of."""
    above = settled.whole
    whole_text = Edition(instrument=edition.instrument, key=above.key) if above else edition.instrument
    step = edition.key.rpartition("/")[2]
    return (AMENDS if step.startswith(_CHANGES) else PART_OF), named(whole_text)


def _details(one: Prepared, edition: Edition, register: Register) -> list[Written]:
    name, held = one.settled.name, register.conference(edition.key)
    marker = _marker(edition, name.year or one.days.year, name.month)
    days = Days(earliest=held.closes, latest=held.closes) if held and held.closes else one.days
    label = None if one.settled.is_whole and not name.detail.startswith("ITU") else _label(edition, name.detail)
    found = _time(edition, days, marker, label)
    found += _ATTESTED
    found.append((ADOPTED_AT, iris.conference(held.id) if held else None))
    found.append((ROW, literal(one.settled.record.file)))
    return found


def _as_registered(fact: EditionFact) -> list[Written]:
    return [(ADOPTED_AT, iris.conference(fact.conference) if fact.conference else None)]


def _time(edition: Edition, days: Days, marker: Marker, label: str | None) -> list[Written]:
    printed = f"-{marker.revision}" if marker.revision is not None else str(marker)
    bare = Marker(revision=marker.revision) if marker.revision is not None else marker
    return [
        (LABEL, literal(label or edition_label(edition.instrument, bare, edition.key), "en")),
        (MARKER, literal(printed) if printed else None),
        (YEAR, f'"{marker.year}"^^{XSD_INTEGER}' if marker.year is not None else None),
        (EARLIEST, f'"{days.earliest}"^^{XSD_DATE}' if days.earliest else None),
        (LATEST, f'"{days.latest}"^^{XSD_DATE}' if days.latest else None),
    ]


_ATTESTED: list[Written] = [
    (CERTAINTY, '"certain"'),
    *((predicate, str(value)) for predicate, value in attested(EVIDENCE) if value is not None),
]


def _marker(edition: Edition, year: int | None, month: int | None) -> Marker:
    by_revision = edition.instrument.body == "ITU-R" and edition.key.isdecimal() and len(edition.key) < len("1990")
    return Marker(year=year, month=month, revised=False, revision=int(edition.key) if by_revision else None)


def _label(edition: Edition, detail: str) -> str:
    """The label of an amendment, annex or the like: that of the instrument with all that the identifier prints."""
    return detail if detail.startswith("ITU") else f"{instrument_label(edition.instrument)} {detail}"


def literal(words: str, lang: str | None = None) -> str:
    r"""Return words as the text of a literal in N-Triples.

    >>> print(literal('a "title"', "en"))
    "a \"title\""@en
    """
    if not words.isprintable():
        return str(Literal(words, language=lang))
    plain = words if '"' not in words and "\\" not in words else words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"@{lang}' if lang else f'"{plain}"'
