"""What a store has beyond the register, as rows of the tables of ``data/``, for a person to review and commit."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_service.citing.stored import write_citations
from graph_service.graph.citations import stored_texts
from graph_service.graph.engine import Engine
from graph_service.graph.importing.imported_lines import imported_lines
from graph_service.graph.lines import added_lines
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Evidence, Grade, Status
from graph_service.register.register import Register

EDITIONS = (
    "body", "kind", "number", "numbering", "key", "conference", "place", "year", "revised", "revision", "act",
    "marker_certainty", "note", "other_sources", "source", "grade", "status",
)  # fmt: skip
TITLES = ("body", "kind", "number", "numbering", "key", "lang", "title", "source", "grade", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows were written of each table."""

    editions: int
    titles: int
    documents: int
    citations: int


def export_rows(
    engine: Engine, register: Register, folder: Path, *, known: Collection[str], only: str | None = None
) -> RowCounts:
    """Write the rows of all sources but the known ones, or of one source only, into a folder; return how many.

    ``known`` are the sources whose rows are in ``data/`` already.
    """
    chosen = [fact for fact in (*added_lines(engine), *imported_lines(engine)) if _is_wanted(fact, known, only)]
    facts = sorted(chosen, key=lambda fact: (fact.edition, fact.act, fact.evidence.source))
    texts = [text for text in stored_texts(engine) if text.source not in known and only in {None, text.source}]
    folder.mkdir(parents=True, exist_ok=True)
    editions = [_edition(fact, register) for fact in facts]
    titles = [row for fact in facts for row in _titles(fact)]
    _write(folder / "editions.csv", EDITIONS, editions)
    _write(folder / "titles.csv", TITLES, titles)
    write_citations(folder, texts, grade=Grade.OFFICIAL_TEXT, status=Status.ATTESTED)
    citations = sum(len(text.mentions) for text in texts)
    return RowCounts(editions=len(editions), titles=len(titles), documents=len(texts), citations=citations)


def _is_wanted(fact: EditionFact, known: Collection[str], only: str | None) -> bool:
    source = fact.evidence.source
    return source not in known and only in {None, source}


def _name(fact: EditionFact) -> dict[str, str]:
    instrument = fact.edition.instrument
    return {
        "body": instrument.body, "kind": instrument.kind.value, "number": instrument.number,
        "numbering": instrument.numbering or "", "key": fact.edition.key,
    }  # fmt: skip


def _evidence(evidence: Evidence) -> dict[str, str]:
    return {"source": evidence.source, "grade": evidence.grade.value, "status": evidence.status.value}


def _edition(fact: EditionFact, register: Register) -> dict[str, str]:
    held, marker = register.conference(fact.conference or ""), fact.marker
    place = marker.place or (held.place if held else None)
    year = marker.year or (held.year if held else None) or (fact.latest.year if fact.latest else None)
    return {
        **_name(fact), "conference": fact.conference or "", "place": place or "", "year": str(year or ""),
        "revised": "true" if marker.revised else "false",
        "revision": "" if marker.revision is None else str(marker.revision), "act": fact.act.value,
        "marker_certainty": "printed" if fact.marker_printed else "inferred", "note": fact.note,
        "other_sources": " ; ".join(fact.other_sources), **_evidence(fact.evidence),
    }  # fmt: skip


def _titles(fact: EditionFact) -> Iterator[dict[str, str]]:
    said_by = fact.title_evidence or (fact.evidence,) * len(fact.titles)
    for (lang, title), said in zip(fact.titles, said_by, strict=True):
        yield {**_name(fact), "lang": lang, "title": title, **_evidence(said)}


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
