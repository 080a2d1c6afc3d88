"""What the tool read beside what triples say, as JSON literals: the details of a mention and the head of a text."""

import json
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from pyoxigraph import Literal

from graph_service.citing.mention import Beside, Mention, Stretch
from graph_service.graph.vocabulary import RDF_JSON
from graph_service.names.instrument import Instrument
from graph_service.names.iri import instrument_path, parse_instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.document import Head, PrintedMarker

_DETAILS = (
    "body", "number", "marker", "edition_from", "body_from", "marker_at", "number_at", "body_at", "sentence_at",
    "title_at", "enumeration", "inside_title_of", "range", "bare", "garbled", "article", "struck", "conference_beside",
    "title_is_open", "beside",
)  # fmt: skip
_DEFAULTS = {field.name: field.default for field in fields(Mention)}
_STRETCHES = {"marker_at", "number_at", "body_at", "sentence_at", "title_at"}


def details_of(mention: Mention) -> Literal:
    """Return what triples do not say of a mention; fields with their default are left out."""
    found = {name: _plain(getattr(mention, name)) for name in _DETAILS if getattr(mention, name) != _DEFAULTS[name]}
    return _literal({**found, "kind": mention.kind.value})


def details_from(words: str) -> dict[str, Any]:
    """Return the fields that `details_of` wrote, as arguments of a Mention."""
    found: dict[str, Any] = json.loads(words)
    marker = Marker(**found.get("marker", {}))
    details = {name: _stretch(value) if name in _STRETCHES else value for name, value in found.items()}
    details["struck"] = tuple(map(_stretch, found.get("struck", ())))
    if "beside" in found:
        beside = found["beside"]
        details["beside"] = Beside(text=beside["text"], marker=Marker(**beside["marker"]), at=_stretch(beside["at"]))
    details |= {"kind": Kind(found["kind"]), "marker": marker}
    return details


def head_of(head: Head) -> Literal:
    """Return a text's head; fields with their default are left out."""
    found: dict[str, Any] = {name.name: _plain(getattr(head, name.name)) for name in fields(Head)}
    if head.formula:
        found["formula"] = asdict(head.formula)
    if head.instrument:
        found["instrument"] = instrument_path(head.instrument)
    return _literal({name: value for name, value in found.items() if value not in (None, False, {})})


def head_from(words: str) -> Head:
    """Return the head that `head_of` wrote."""
    found: dict[str, Any] = json.loads(words)
    if "instrument" in found:
        found["instrument"] = parse_instrument(found["instrument"])
    if "marker" in found:
        found["marker"] = Marker(**found["marker"])
    if "formula" in found:
        found["formula"] = PrintedMarker(**{**found["formula"], "marker": Marker(**found["formula"]["marker"])})
    if "dated" in found:
        found["dated"] = date.fromisoformat(found["dated"])
    return Head(**found)


def _plain(value: object) -> object:
    match value:
        case Marker() | Beside():
            parts = {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
            return {name: part for name, part in parts.items() if part is not None}
        case Stretch():
            return [value.start, value.end]
        case tuple():
            return [_plain(one) for one in value]
        case date():
            return value.isoformat()
        case Instrument():
            return instrument_path(value)
        case _:
            return value


def _stretch(value: list[int]) -> Stretch:
    start, end = value
    return Stretch(start=start, end=end)


def _literal(found: dict[str, Any]) -> Literal:
    words = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Literal(words, datatype=RDF_JSON)
