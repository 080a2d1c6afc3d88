"""Records ready to be written: each with its edition, days, force and relations, all told from all records together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.graph.importing.dating import Days, days_of, days_of_key
from graph_service.graph.importing.naming import Name, Namer, UnnamedError
from graph_service.graph.importing.publishing import Force, Lines, force_of
from graph_service.graph.importing.record import Link, Record
from graph_service.graph.importing.settling import Settled, Settler, is_whole
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.register import Register

_VERSION = "hasEdition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A record with everything that is said of its edition.

    ``versions`` are editions that the publisher counts as the same text under another number, ``relations`` what else
    it names.
    """

    settled: Settled
    days: Days
    force: Force | None
    versions: tuple[Edition, ...]
    relations: tuple[Edition, ...]

    @property
    def edition(self) -> Edition:
        """The edition that the record is."""
        return self.settled.edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A text that has no record but is named by one: its edition, days and title."""

    edition: Edition
    name: Name
    days: Days
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All records of an import, prepared: those that are taken, those that are not with the reason, what they name.

    ``prepared`` are in the order of their editions, ``supplements`` are those that the records of an instrument name.
    """

    prepared: tuple[Prepared, ...]
    mentioned: tuple[Mentioned, ...]
    supplements: Mapping[Instrument, frozenset[Instrument]]
    refused: tuple[tuple[str, str], ...]


def prepare(
    named: Sequence[tuple[Record, Name]], namer: Namer, register: Register, known: Sequence[Edition] = ()
) -> Batch:
    """Return named records prepared; ``known`` are the editions that the store has of the same source."""
    mentioned = _mentioned([record for record, _ in named], namer)
    settled, doubled = Settler(register, known, [one.edition for one in mentioned.values()]).settle(named)
    finder = _Finder(settled, mentioned)
    days = _apart({one.edition: days_of(one.record, one.name) for one in settled}, settled)
    others = ((edition, days_of_key(edition.key)) for edition in known if is_whole(edition.key))
    lines = Lines([*((one.edition, days[one.edition]) for one in settled if one.is_whole), *others])
    taken = {*known, *(one.edition for one in settled)}
    return Batch(
        prepared=tuple(
            _prepared(one, days[one.edition], lines, finder) for one in sorted(settled, key=lambda one: one.edition)
        ),
        mentioned=tuple(one for one in mentioned.values() if one.edition not in taken),
        supplements=_supplements(settled, finder),
        refused=tuple((record.file, why) for record, why in doubled),
    )


def _mentioned(records: Sequence[Record], namer: Namer) -> dict[str, Mentioned]:
    """The editions that records name as editions of themselves, and that have no record."""
    known = {record.docid for record in records}
    found: dict[str, Mentioned] = {}
    seen: set[str] = set()
    for record in records:
        for link in record.links:
            if link.kind != _VERSION or link.docid in seen:
                continue
            docid = with_sector(link.docid, record.docid)
            seen.add(link.docid)
            one = None if docid in known else _from_link(docid, link, namer)
            if one:
                found[docid] = one
    return found


def _from_link(docid: str, link: Link, namer: Namer) -> Mentioned | None:
    try:
        name = namer.name(docid, "recommendation")
    except UnnamedError:
        return None
    if name.key is None or "/" in name.key:
        return None
    record = Record(
        file="", docid=docid, doctype="", titles=(), published=None, edition=None, stage=None, pages=(), groups=(),
        also=(), complements=(), links=(),
    )  # fmt: skip
    edition = Edition(instrument=name.instrument, key=name.key)
    return Mentioned(edition=edition, name=name, days=days_of(record, name), title=link.title)


def with_sector(docid: str, beside: str) -> str:
    """Return an identifier with the Sector that relations leave away: that of the record."""
    sector = beside.partition(" ")[0]
    return docid if docid.startswith("ITU") or not sector.startswith("ITU-") else f"{sector} {docid}"


class _Finder:
    """The editions that identifiers of relations name."""

    def __init__(self, settled: Iterable[Settled], mentioned: Mapping[str, Mentioned]) -> None:
        self._editions = {docid: one.edition for docid, one in mentioned.items()}
        self._editions |= {one.record.docid: one.edition for one in settled}

    def find(self, docid: str, beside: str) -> Edition | None:
        return self._editions.get(with_sector(docid, beside)) or self._editions.get(docid)


def _prepared(one: Settled, days: Days, lines: Lines, finder: _Finder) -> Prepared:
    """A settled record with its relations; an edition of its own instrument need not be said."""
    versions: set[Edition] = set()
    relations: set[Edition] = set()
    own = {one.edition.instrument, *(twin.instrument for twin in one.twins)}
    for link in one.record.links:
        edition = finder.find(link.docid, one.record.docid)
        if edition is None or edition == one.edition:
            continue
        if link.kind != _VERSION:
            relations.add(edition)
        elif edition.instrument not in own:
            versions.add(edition)
    return Prepared(
        settled=one, days=days, force=force_of(one, days, lines), versions=tuple(sorted(versions)),
        relations=tuple(sorted(relations)),
    )  # fmt: skip


def _supplements(settled: Iterable[Settled], finder: _Finder) -> Mapping[Instrument, frozenset[Instrument]]:
    found: dict[Instrument, set[Instrument]] = defaultdict(set)
    lists: dict[tuple[str, ...], frozenset[Instrument]] = {}
    for one in settled:
        named = one.record.complements
        if named:
            if named not in lists:
                lists[named] = frozenset(_instruments(named, one.record.docid, finder))
            found[one.edition.instrument] |= lists[named]
    return {instrument: frozenset(named - {instrument}) for instrument, named in found.items()}


def _instruments(docids: Iterable[str], beside: str, finder: _Finder) -> Iterator[Instrument]:
    for docid in docids:
        edition = finder.find(docid, beside)
        if edition:
            yield edition.instrument


def _apart(days: dict[Edition, Days], settled: Iterable[Settled]) -> dict[Edition, Days]:
    """Days of the texts of one instrument that do not overlap: of two that would, the later has no first day.

    Two revisions of a Report in one year are told apart by their numbers, not by their days.
    """
    lines: dict[Instrument, list[Edition]] = defaultdict(list)
    for one in settled:
        if one.is_whole and days[one.edition].earliest:
            lines[one.edition.instrument].append(one.edition)
    found = dict(days)
    for editions in lines.values():
        before = None
        for edition in sorted(editions, key=lambda one: (str(days[one].earliest), str(days[one].latest), one.key)):
            if before and str(days[edition].earliest) <= str(before.latest):
                found[edition] = replace(days[edition], earliest=None)
            before = days[edition]
    return found
