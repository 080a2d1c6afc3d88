"""Answers on citations: what a text cites, who cites it, and what a revision of it would touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph_service.analysing.answer import CitationItem, Page, Window, page
from graph_service.analysing.holdings import CitationRow
from graph_service.analysing.instruments import edition_at
from graph_service.analysing.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFilter:
    """What is asked of a list of citations: the key of the clause, the language of the words; None means any.

    ``edition`` is the edition at the other end: the cited one of "cited by", the citing one of "cites".
    """

    edition: str | None = None
    clause: str | None = None
    lang: str | None = None


def cited_by(snapshot: Snapshot, iri: str, wanted: CitationFilter, window: Window) -> Page[CitationItem]:
    """Return who cites an instrument in whatever edition, or one edition of it and no other."""
    work, edition = snapshot.work_of(iri), _edition(snapshot, iri, wanted)
    rows = snapshot.by_cited_work.get(work, ())
    chosen = tuple(row for row in rows if edition in {None, row.cited})
    return page(_fitting(chosen, wanted), window, snapshot.item)


def cites(snapshot: Snapshot, iri: str, wanted: CitationFilter, window: Window) -> Page[CitationItem]:
    """Return what an instrument cites in all its editions, or what one edition of it cites."""
    work, edition = snapshot.work_of(iri), _edition(snapshot, iri, wanted)
    rows = snapshot.by_citing_work.get(work, ())
    chosen = tuple(row for row in rows if edition in {None, row.citing})
    return page(_fitting(chosen, wanted), window, snapshot.item)


def impact(snapshot: Snapshot, iri: str, day: date, window: Window) -> Page[CitationItem]:
    """Return the dated citations of an instrument in the texts that stand on a day: what its revision would overtake.

    Its own text, which would be revised, is left out.
    """
    work = snapshot.work_of(iri)
    rows = snapshot.by_cited_work.get(work, ())
    touched = (row for row in rows if work not in {row.citing_work, row.cited})
    return page(tuple(row for row in touched if _stands(snapshot, row, day)), window, snapshot.item)


def _edition(snapshot: Snapshot, iri: str, wanted: CitationFilter) -> str | None:
    """The edition that is asked for, by the filter or by the IRI itself; None for all of an instrument."""
    return wanted.edition or (iri if iri in snapshot.editions else None)


def _fitting(rows: Sequence[CitationRow], wanted: CitationFilter) -> tuple[CitationRow, ...]:
    return tuple(row for row in rows if wanted.clause in {None, row.clause} and wanted.lang in {None, row.lang})


def _stands(snapshot: Snapshot, row: CitationRow, day: date) -> bool:
    """Whether the citing text is in force on a day; a document that is no edition always is."""
    node = snapshot.editions.get(row.citing)
    if node is None:
        return True
    latest = edition_at(snapshot, row.citing_work, day)
    return latest is not None and latest.iri == row.citing
