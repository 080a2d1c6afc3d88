"""Citations as tables: ``data/documents.csv`` (a row a text) and ``data/citations/<source>.csv`` (a row a mention)."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

from graph_service.citing.mention import Certainty, CitingText, Mention, Stretch, TextStatus
from graph_service.names.edition import Edition
from graph_service.names.iri import NotAPathError, edition_path, instrument_path, parse, parse_instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.document import Head
from graph_service.register.fact import Grade, Status
from graph_service.register.table import Row, bad_row, evidence, read_table

_MARKER = tuple(field.name for field in fields(Marker))
_STRETCHES = ("marker_at", "number_at", "body_at", "sentence_at", "title_at")
_MENTION = (
    "doc", "locator", "clause", "part", "lang", "text", "start", "end", "kind", "body", "number", "instrument",
    "edition", *_MARKER, "is_self", "status", "certainty", "body_from", "edition_from", "printed_marker",
    *_STRETCHES, "enumeration", "cited_part", "quoted_title", "looking_back", "binding", "inside_title_of", "range",
    "bare", "garbled",
)  # fmt: skip
_HEAD = ("title", "body", "conference", "dated", "dated_from", "proposal", "is_draft", "draft_reason")
_DOCUMENT = ("source", "doc", "file", "format", "lang", "sha256", "instrument", *_MARKER, *_HEAD, "grade", "status")
_EVIDENCE = ("source", "grade", "status_of_row")


def read_citations(folder: Path) -> tuple[CitingText, ...]:
    """Return the citing texts of a data folder, in the order of ``documents.csv``. Raise bad-data for a wrong row."""
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for table in sorted((folder / "citations").glob("*.csv")):
        for row in read_table(table.parent, table.stem):
            mentions[table.stem, row["doc"]].append(_mention(table.stem, row))
    texts = []
    for row in read_table(folder, "documents"):
        evidence("documents", row)
        texts.append(_text(row, tuple(mentions.get((row["source"], row["doc"]), ()))))
    return tuple(texts)


def write_citations(folder: Path, texts: Iterable[CitingText], *, grade: Grade, status: Status) -> None:
    """Write texts as tables into a folder; tables of the same names are replaced."""
    by_source: dict[str, list[CitingText]] = defaultdict(list)
    for text in texts:
        by_source[text.source].append(text)
    (folder / "citations").mkdir(parents=True, exist_ok=True)
    documents = []
    for source, group in by_source.items():
        tail = {"source": source, "grade": grade.value, "status_of_row": status.value}
        rows = [_mention_row(mention) | tail for text in group for mention in text.mentions]
        _write(folder / "citations" / f"{source}.csv", (*_MENTION, *_EVIDENCE), rows)
        documents += [_document_row(text) | {"grade": grade.value, "status": status.value} for text in group]
    _write(folder / "documents.csv", _DOCUMENT, documents)


def _write(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _mention_row(mention: Mention) -> dict[str, str]:
    row = {name: _cell(getattr(mention, name)) for name in _MENTION if name not in {"instrument", "edition", *_MARKER}}
    row |= {name: _cell(getattr(mention.marker, name)) for name in _MARKER}
    row["instrument"] = instrument_path(mention.instrument)
    row["edition"] = edition_path(mention.edition) if mention.edition else ""
    return row


def _document_row(text: CitingText) -> dict[str, str]:
    head = text.head
    row = {name: _cell(getattr(text, name)) for name in ("source", "doc", "file", "format", "lang", "sha256")}
    row |= {name: _cell(getattr(head, name)) for name in _HEAD}
    row |= {name: _cell(getattr(head.marker, name)) if head.marker else "" for name in _MARKER}
    return row | {"instrument": instrument_path(head.instrument) if head.instrument else ""}


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Stretch):
        return f"{value.start}-{value.end}"
    return str(value)


def _mention(source: str, row: Row) -> Mention:
    try:
        values: dict[str, Any] = {name: _value(Mention, name, row[name]) for name in _MENTION if name not in _BY_HAND}
        values |= {name: _stretch(row[name]) for name in _STRETCHES}
        edition = parse(row["edition"]) if row["edition"] else None
        if edition is not None and not isinstance(edition, Edition):
            raise NotAPathError(row["edition"])
        return Mention(
            **values, kind=Kind(row["kind"]), marker=_marker(row) or Marker(),
            instrument=parse_instrument(row["instrument"]), edition=edition, status=TextStatus(row["status"]),
            certainty=Certainty(row["certainty"]),
        )  # fmt: skip
    except (KeyError, ValueError, TypeError) as error:
        raise bad_row(f"citations/{source}", row, f"the row cannot be read ({error})") from error


_BY_HAND = {"kind", "instrument", "edition", "status", "certainty", *_MARKER, *_STRETCHES}
_HINTS: dict[type, dict[str, Any]] = {cls: get_type_hints(cls) for cls in (Mention, Marker, Head)}


def _value(cls: type, name: str, cell: str) -> Any:  # noqa: ANN401 - as the field's annotation says
    hint = _HINTS[cls][name]
    options = set(get_args(hint)) if isinstance(hint, UnionType) else {hint}
    if bool in options:
        return cell == "yes" if cell or type(None) not in options else None
    if not cell and type(None) in options:
        return None
    if date in options:
        return date.fromisoformat(cell)
    return int(cell) if int in options else cell


def _marker(row: Row) -> Marker | None:
    values = {name: _value(Marker, name, row[name]) for name in _MARKER}
    if not any(value is not None for value in values.values()):
        return None
    printed = values["year"] is not None or values["place"] is not None
    return Marker(**(values | {"revised": row["revised"] == "yes" if printed else None}))


def _stretch(cell: str) -> Stretch | None:
    start, _, end = cell.partition("-")
    return Stretch(start=int(start), end=int(end)) if cell else None


def _text(row: Row, mentions: tuple[Mention, ...]) -> CitingText:
    try:
        head = Head(
            instrument=parse_instrument(row["instrument"]) if row["instrument"] else None, marker=_marker(row),
            **{name: _value(Head, name, row[name]) for name in _HEAD},
        )  # fmt: skip
    except (KeyError, ValueError, TypeError) as error:
        raise bad_row("documents", row, f"the row cannot be read ({error})") from error
    return CitingText(
        doc=row["doc"], source=row["source"], file=row["file"], format=row["format"], lang=row["lang"],
        sha256=row["sha256"], head=head, mentions=mentions,
    )  # fmt: skip
