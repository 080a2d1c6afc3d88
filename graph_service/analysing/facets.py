"""Lists of citations counted before they are shown: by clause, by the body at the other end, by edition."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.analysing.answer import Page, Window, page
from graph_service.analysing.chain import Direction
from graph_service.analysing.holdings import CitationRow, natural
from graph_service.analysing.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One value that a list can be narrowed to, and how many citations have it."""

    key: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list is narrowed to, None means any: an ``edition`` of the thing asked about, the others' ``body``."""

    edition: str | None = None
    clause: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A list of citations, one row each, with the counts of all that it can be narrowed to.

    ``total`` counts before narrowing, ``texts`` the texts at the other end.
    """

    rows: Page[CitationRow]
    total: int
    texts: int
    clauses: tuple[Facet, ...]
    bodies: tuple[Facet, ...]
    editions: tuple[Facet, ...]


def tally(snapshot: Snapshot, iri: str, direction: Direction, *, wanted: Wanted, window: Window, lang: str) -> Tally:
    """Return who cites a thing, or what it cites; of a citation with words in several languages those of ``lang``."""
    whole = one_a_citation(_rows(snapshot, iri, direction), lang)
    is_citing = direction is Direction.CITES
    kept = [row for row in whole if _fits(snapshot, row, wanted, is_citing=is_citing)]
    return Tally(
        rows=page(kept, window, lambda row: row),
        total=len(whole),
        texts=len({row.work if is_citing else row.citing for row in whole}),
        clauses=_counted(row.clause for row in whole),
        bodies=_counted(body_of(snapshot, row.work if is_citing else row.citing_work) for row in whole),
        editions=_in_order(_counted(row.citing if is_citing else row.cited for row in whole)),
    )


def one_a_citation(rows: Iterable[CitationRow], lang: str) -> tuple[CitationRow, ...]:
    """Return one row for each citation: the mention in a language, else the first."""
    found: dict[str, CitationRow] = {}
    for row in rows:
        known = found.get(row.iri)
        if known is None or (row.lang == lang != known.lang):
            found[row.iri] = row
    return tuple(found.values())


def body_of(snapshot: Snapshot, work: str) -> str:
    """Return the body of an instrument, empty where it has none."""
    known = snapshot.works.get(work)
    return known.instrument.body if known and known.instrument else ""


def _rows(snapshot: Snapshot, iri: str, direction: Direction) -> Sequence[CitationRow]:
    is_work = iri in snapshot.works
    if direction is Direction.CITES:
        return (snapshot.by_citing_work if is_work else snapshot.by_citing).get(iri, ())
    return (snapshot.by_cited_work if is_work else snapshot.by_cited).get(iri, ())


def _fits(snapshot: Snapshot, row: CitationRow, wanted: Wanted, *, is_citing: bool) -> bool:
    own, other = (row.citing, row.work) if is_citing else (row.cited, row.citing_work)
    return (
        wanted.edition in {None, own}
        and wanted.clause in {None, row.clause}
        and (wanted.body is None or wanted.body == body_of(snapshot, other))
    )


def _counted(keys: Iterable[str]) -> tuple[Facet, ...]:
    counts = Counter(keys)
    return tuple(
        Facet(key=key, count=count) for key, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _in_order(facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    return tuple(sorted(facets, key=lambda facet: natural(facet.key)))
