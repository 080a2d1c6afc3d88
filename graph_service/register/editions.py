"""Rows of ``editions.csv`` and ``titles.csv`` become edition facts; rows that disagree become conflicts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.corrections import row_name
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.fact import Grade
from graph_service.register.table import Row, Table, bad_row, evidence, whole

_BEST_FIRST = tuple(Grade)
_Identity = tuple[str, ...]
_Titles = Mapping[_Identity, tuple[Row, ...]]


def edition_facts(
    editions: Table, titles: Table, conferences: Mapping[str, Conference]
) -> tuple[tuple[EditionFact, ...], tuple[str, ...]]:
    """Return the facts that stand, and the names of rows where two sources of equal grade disagree."""
    by_edition: dict[_Identity, list[Row]] = defaultdict(list)
    for row in editions:
        by_edition[_identity(row)].append(row)
    named = _titles(titles)
    facts: list[EditionFact] = []
    conflicts: list[str] = []
    for identity, rows in by_edition.items():
        standing = _standing(rows)
        if standing is None:
            conflicts.append(row_name("editions", rows[0]))
        else:
            facts.append(_fact(standing, named.get(identity, ()), conferences))
    return tuple(facts), tuple(conflicts)


def _identity(row: Row) -> _Identity:
    return row["body"], row["kind"], row["number"], row["numbering"], row["key"]


def _titles(table: Table) -> _Titles:
    found: dict[_Identity, list[Row]] = defaultdict(list)
    for row in table:
        found[_identity(row)].append(row)
    return {identity: tuple(rows) for identity, rows in found.items()}


def _standing(rows: list[Row]) -> Row | None:
    """The row that stands: the best graded one, None where its equals say something else."""
    best = min(_BEST_FIRST.index(evidence("editions", row).grade) for row in rows)
    equals = [row for row in rows if _BEST_FIRST.index(Grade(row["grade"])) == best]
    said = {(row["act"], row["revised"], row["conference"]) for row in equals}
    return equals[0] if len(said) == 1 else None


def _fact(row: Row, titles: tuple[Row, ...], conferences: Mapping[str, Conference]) -> EditionFact:
    try:
        instrument = Instrument(
            kind=Kind(row["kind"]), body=row["body"], number=row["number"], numbering=row["numbering"] or None
        )
        act = Act(row["act"])
    except ValueError as error:
        raise bad_row("editions", row, f"kind or act is not usable ({error})") from error
    conference = conferences.get(row["conference"]) if row["conference"] else None
    if row["conference"] and conference is None:
        raise bad_row("editions", row, f"no row of conferences.csv is called {row['conference']}")
    marker = _marker(row, instrument)
    earliest, latest = _bounds(conference, marker.year)
    return EditionFact(
        edition=Edition(instrument=instrument, key=row["key"]),
        conference=row["conference"] or None,
        act=act,
        marker=marker,
        earliest=earliest,
        latest=latest,
        titles=tuple((title["lang"], title["title"]) for title in titles),
        title_evidence=tuple(evidence("titles", title) for title in titles),
        evidence=evidence("editions", row),
        other_sources=tuple(filter(None, row["other_sources"].split(" ; "))),
        marker_printed=row["marker_certainty"] == "printed",
        note=row["note"],
        row=row_name("editions", row),
    )


def _marker(row: Row, instrument: Instrument) -> Marker:
    word = "WRC" if instrument.body == "WRC" else None
    placed = instrument.body not in {"WRC", "Council"}
    return Marker(
        place=(row["place"] or None) if placed else None,
        year=whole("editions", row, "year"),
        revised=row["revised"] == "true",
        revision=whole("editions", row, "revision"),
        conference_word=word,
    )


def _bounds(conference: Conference | None, year: int | None) -> tuple[date | None, date | None]:
    """The first and last day on which the edition can have been adopted."""
    if conference and conference.closes:
        return conference.closes, conference.closes
    if year is None:
        return None, None
    return date(year, 1, 1), date(year, 12, 31)
