"""The tables of ``data/`` become a Register: one function a table, corrections applied, versions hashed."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from graph_service.names.conference import Conference
from graph_service.register.corrections import corrected, read_corrections
from graph_service.register.editions import edition_facts
from graph_service.register.fact import Evidence
from graph_service.register.register import Register
from graph_service.register.table import Row, Table, bad_row, day, duplicates, evidence, read_table, whole
from graph_service.register.values import (
    Body,
    Clause,
    Coverage,
    InForce,
    Language,
    MarkerForm,
    Name,
    Objective,
    Programme,
    ProvisionRange,
    Replacement,
    SeriesNumbers,
    SourceText,
    StudyGroup,
    Succession,
)

TABLES = (
    "languages", "bodies", "conferences", "names", "editions", "titles", "programmes", "successions", "objectives",
    "replacements", "coverage", "in_force", "clauses", "marker_forms", "study_groups", "provisions", "sources",
    "series_numbers", "corrections",
)  # fmt: skip
T = TypeVar("T")


def load_register(folder: Path) -> Register:
    """Return the register of a data folder. Raise bad-data for a table that is missing or a row that is wrong."""
    corrections = read_corrections(folder)
    tables = {name: corrected(read_table(folder, name), corrections) for name in TABLES}
    conferences = _keyed(tables["conferences"], _conference)
    facts, conflicts = edition_facts(tables["editions"], tables["titles"], conferences)
    return Register(
        version=_version(folder),
        languages=_each(tables["languages"], _language),
        bodies=_keyed(tables["bodies"], _body),
        conferences=conferences,
        names=_each(tables["names"], _name),
        facts=facts,
        programmes=_keyed(tables["programmes"], _programme),
        successions=_each(tables["successions"], lambda row, said: _succession(row, said, conferences)),
        objectives=_each(tables["objectives"], _objective),
        replacements=_each(tables["replacements"], lambda row, said: _replacement(row, said, conferences)),
        coverage=_each(tables["coverage"], _coverage),
        in_force=_each(tables["in_force"], _in_force),
        clauses=_each(tables["clauses"], _clause),
        marker_forms=_each(tables["marker_forms"], _marker_form),
        sources=_each(tables["sources"], _source),
        study_groups=_each(tables["study_groups"], _study_group),
        provisions=_each(tables["provisions"], _provision_range),
        series_numbers=_each(tables["series_numbers"], _series_numbers),
        corrections=corrections,
        conflicts=conflicts,
    )


def _version(folder: Path) -> str:
    """Twelve hexadecimal digits over all tables, so that an output can name what it rests on."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.csv")):
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _each(table: Table, make: Callable[[Row, Evidence], T]) -> tuple[T, ...]:
    return tuple(make(row, evidence(table.name, row)) for row in table)


def _keyed(table: Table, make: Callable[[Row, Evidence], T]) -> Mapping[str, T]:
    for (key,) in duplicates((row["id"],) for row in table):
        raise bad_row(table.name, None, f"the id {key} comes twice")
    return {row["id"]: make(row, evidence(table.name, row)) for row in table}


def _language(row: Row, said: Evidence) -> Language:
    return Language(lang=row["lang"], name=row["name"], script=row["script"], direction=row["direction"], evidence=said)


def _body(row: Row, said: Evidence) -> Body:
    return Body(id=row["id"], kind=row["kind"], sector=row["sector"] or None, name=row["name"], evidence=said)


def _conference(row: Row, said: Evidence) -> Conference:
    opens, closes = day("conferences", row, "opens"), day("conferences", row, "closes")
    if opens and closes and opens > closes:
        raise bad_row("conferences", row, "it closes before it opens")
    year = whole("conferences", row, "year")
    if year is None:
        raise bad_row("conferences", row, "the year that markers print is missing")
    return Conference(
        id=row["id"], body=row["body"], year=year, place=row["place"] or None, opens=opens, closes=closes,
        status=said.status.value, source=said.source, grade=said.grade.value,
    )  # fmt: skip


def _name(row: Row, said: Evidence) -> Name:
    return Name(subject=row["subject"], lang=row["lang"], form=row["form"], use=row["use"], evidence=said)


def _programme(row: Row, said: Evidence) -> Programme:
    return Programme(
        id=row["id"], name=row["name"], line=row["line"], body=row["body"], is_cited=row["cited"] == "yes",
        applies_from=day("programmes", row, "applies_from"), applies_until=day("programmes", row, "applies_until"),
        defined_by=row["defined_by"], evidence=said,
    )  # fmt: skip


def _since(words: str, conferences: Mapping[str, Conference]) -> date | None:
    """The day that words name: a conference's closing day, a day; None for a month or nothing."""
    if words in conferences:
        return conferences[words].closes
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _succession(row: Row, said: Evidence, conferences: Mapping[str, Conference]) -> Succession:
    return Succession(
        id=row["id"], kind=row["kind"], predecessor=row["predecessor"], successor=row["successor"],
        since=_since(row["since"], conferences), since_words=row["since"],
        applies_from=day("successions", row, "applies_from"), defined_by=row["defined_by"], note=row["note"],
        evidence=said,
    )  # fmt: skip


def _objective(row: Row, said: Evidence) -> Objective:
    return Objective(
        id=row["id"], sector=row["sector"], plan=row["plan"], code=row["code"], name=row["name"],
        name_fr=row["name_fr"], evidence=said,
    )  # fmt: skip


def _replacement(row: Row, said: Evidence, conferences: Mapping[str, Conference]) -> Replacement:
    return Replacement(
        id=row["id"], kind=row["kind"], from_name=row["from_name"], to_name=row["to_name"],
        from_edition=row["from_edition"], to_edition=row["to_edition"], since=_since(row["since"], conferences),
        since_words=row["since"], note=row["note"], evidence=said,
    )  # fmt: skip


def _coverage(row: Row, said: Evidence) -> Coverage:
    return Coverage(
        subject=row["subject"], aspect=row["aspect"], kind=row["kind"], since=row["since"], until=row["until"],
        closed=row["closed"], note=row["note"], evidence=said,
    )  # fmt: skip


def _in_force(row: Row, said: Evidence) -> InForce:
    return InForce(body=row["body"], kind=row["kind"], number=row["number"], as_of=row["as_of"], evidence=said)


def _clause(row: Row, said: Evidence) -> Clause:
    labels = tuple((column[6:], cell) for column, cell in row.items() if column.startswith("label_") and cell)
    return Clause(id=row["id"], group=row["group"], property=row["property"], labels=labels, evidence=said)


def _marker_form(row: Row, said: Evidence) -> MarkerForm:
    return MarkerForm(
        body=row["body"], kind=row["kind"], form=row["form"], says_revised=row["says_revised"],
        severity=row["severity"], evidence=said,
    )  # fmt: skip


def _source(row: Row, said: Evidence) -> SourceText:
    return SourceText(id=row["id"], what=row["what"], file=row["file"], evidence=said)


def _study_group(row: Row, said: Evidence) -> StudyGroup:
    return StudyGroup(sector=row["sector"], number=row["number"], evidence=said)


def _provision_range(row: Row, said: Evidence) -> ProvisionRange:
    return ProvisionRange(
        text=row["text"], article=row["article"], first=row["first"], last=row["last"], evidence=said
    )  # fmt: skip


def _series_numbers(row: Row, said: Evidence) -> SeriesNumbers:
    return SeriesNumbers(
        sector=row["sector"], kind=row["kind"], series=row["series"], numbers=tuple(row["numbers"].split()),
        evidence=said,
    )  # fmt: skip
