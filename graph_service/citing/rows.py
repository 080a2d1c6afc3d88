"""Mentions as rows: the lines of ``extract`` and the tables of ``data/citations``."""

from typing import Any

from graph_service.citing.mention import Mention
from graph_service.names.iri import THINGS, edition_path, instrument_path


def line(mention: Mention) -> dict[str, Any]:
    """Return a mention with the fields of the gold labels, then its IRI and place (design, section 6)."""
    marker = mention.marker
    row: dict[str, Any] = {
        "doc": mention.doc, "locator": mention.locator, "clause": mention.clause, "text": mention.text,
        "kind": mention.kind.value, "body": mention.body, "number": mention.number, "place": marker.place,
        "year": marker.year, "revised": marker.revised if marker.year or marker.place else None,
        "self": mention.is_self,
    }  # fmt: skip
    if mention.is_struck:
        row["deleted"] = True
    rest = {"range": mention.range, "bare": mention.bare, "garbled": mention.garbled}
    row |= {name: value for name, value in rest.items() if value}
    return row | {"iri": iri(mention), "start": mention.start, "end": mention.end}


def iri(mention: Mention) -> str:
    """Return the IRI of what a mention names: the edition where one is named, else the instrument."""
    path = edition_path(mention.edition) if mention.edition else instrument_path(mention.instrument)
    return THINGS + path
