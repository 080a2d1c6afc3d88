"""Answers on instruments: the list of all, one of them, its line of editions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph_service.analysing.answer import Page, Ref, Window, page
from graph_service.analysing.holdings import EditionNode, Work
from graph_service.analysing.snapshot import Snapshot
from graph_service.errors import Code, problem
from graph_service.names.kind import Kind
from graph_service.register.fact import Status

_SURE = {Status.ATTESTED.value, Status.INFERRED.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFilter:
    """What is asked of a list: the body, the kind, the year of any edition; None means any."""

    body: str | None = None
    kind: Kind | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentItem:
    """An instrument in a list: what it is, its newest edition and title, how many editions and citations it has."""

    iri: str
    label: str
    body: str
    kind: str
    number: str
    title: str | None
    latest: Ref | None
    editions: int
    cites: int
    cited_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionItem:
    """One edition of an instrument.

    ``earliest`` and ``latest`` bound the day of adoption. ``attested`` is False where a text names the edition and
    nothing else tells of it. ``source`` is what attests it, ``suppressed_at`` the conference that took it away.
    """

    iri: str
    label: str
    marker: str
    title: str | None
    year: int | None
    earliest: date | None
    latest: date | None
    conference: Ref | None
    revised: bool
    attested: bool
    status: str
    source: str
    followed_by: tuple[Ref, ...]
    suppressed_at: tuple[Ref, ...]
    cites: int
    cited_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentAnswer:
    """One instrument with its line of editions, oldest first, and what came of it."""

    iri: str
    label: str
    body: str
    kind: str
    number: str
    title: str | None
    latest: Ref | None
    suppressed_at: tuple[Ref, ...]
    succeeded_by: tuple[Ref, ...]
    editions: tuple[EditionItem, ...]
    cites: int
    cited_by: int


def instruments(snapshot: Snapshot, wanted: InstrumentFilter, window: Window, lang: str = "en") -> Page[InstrumentItem]:
    """Return the instruments that fit a filter, in the order of their numbers."""
    found = tuple(_fitting(snapshot, wanted))
    return page(found, window, lambda work: _item(snapshot, work, lang))


def instrument(snapshot: Snapshot, iri: str, lang: str = "en") -> InstrumentAnswer:
    """Return one instrument, also for the IRI of an edition of it. Raise not-found where the graph has none."""
    work = work_at(snapshot, iri)
    item = _item(snapshot, work, lang)
    return InstrumentAnswer(
        iri=item.iri,
        label=item.label,
        body=item.body,
        kind=item.kind,
        number=item.number,
        title=item.title,
        latest=item.latest,
        suppressed_at=tuple(snapshot.ref(one) for one in work.suppressed),
        succeeded_by=tuple(snapshot.ref(one) for one in work.succeeded_by),
        editions=tuple(_edition(snapshot, snapshot.editions[one], lang) for one in work.editions),
        cites=item.cites,
        cited_by=item.cited_by,
    )


def editions(snapshot: Snapshot, iri: str, window: Window, lang: str = "en") -> Page[EditionItem]:
    """Return the editions of an instrument, oldest first."""
    return page(work_at(snapshot, iri).editions, window, lambda one: _edition(snapshot, snapshot.editions[one], lang))


def edition_at(snapshot: Snapshot, iri: str, day: date) -> EditionNode | None:
    """Return the edition of an instrument in force on a day: the newest attested one adopted by then."""
    nodes = (snapshot.editions[one] for one in work_at(snapshot, iri).editions)
    known = [one for one in nodes if one.status in _SURE and one.latest is not None and one.latest <= day]
    return known[-1] if known else None


def work_at(snapshot: Snapshot, iri: str) -> Work:
    """Return the instrument of an IRI, its own or that of an edition. Raise not-found where the graph has none."""
    work = snapshot.works.get(snapshot.work_of(iri))
    if work is None:
        raise problem(Code.NOT_FOUND, "nothing is known of it", where=iri, hint="look for it by search")
    return work


def _fitting(snapshot: Snapshot, wanted: InstrumentFilter) -> Iterator[Work]:
    for work in snapshot.works.values():
        name = work.instrument
        if name is None or (wanted.kind and name.kind is not wanted.kind):
            continue
        if wanted.body and name.body.casefold() != wanted.body.casefold():
            continue
        if wanted.year and all(snapshot.editions[one].year != wanted.year for one in work.editions):
            continue
        yield work


def _item(snapshot: Snapshot, work: Work, lang: str) -> InstrumentItem:
    name = work.instrument
    return InstrumentItem(
        iri=work.iri,
        label=work.label,
        body=name.body if name else "",
        kind=name.kind.value if name else "basic text",
        number=name.number if name else "",
        title=_title(snapshot, work, lang),
        latest=snapshot.ref(work.latest) if work.latest else None,
        editions=len(work.editions),
        cites=len(snapshot.by_citing_work.get(work.iri, ())),
        cited_by=len(snapshot.by_cited_work.get(work.iri, ())),
    )


def _title(snapshot: Snapshot, work: Work, lang: str) -> str | None:
    """The title of the newest edition that has one in the language, else the newest one in another."""
    nodes = [snapshot.editions[one] for one in reversed(work.editions)]
    own = next((dict(node.titles)[lang] for node in nodes if lang in dict(node.titles)), None)
    return own or next((title for node in nodes if (title := node.title(lang))), None)


def _edition(snapshot: Snapshot, node: EditionNode, lang: str) -> EditionItem:
    return EditionItem(
        iri=node.iri,
        label=node.label,
        marker=node.marker,
        title=node.title(lang),
        year=node.year,
        earliest=node.earliest,
        latest=node.latest,
        conference=snapshot.ref(node.conference) if node.conference else None,
        revised=node.is_revision,
        attested=node.is_attested,
        status=node.status,
        source=node.source,
        followed_by=tuple(snapshot.ref(one) for one in node.followed_by),
        suppressed_at=tuple(snapshot.ref(one) for one in node.suppressed),
        cites=len(snapshot.by_citing.get(node.iri, ())),
        cited_by=len(snapshot.by_cited.get(node.iri, ())),
    )
