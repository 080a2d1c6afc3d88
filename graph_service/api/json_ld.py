"""JSON-LD in the terms of our own context: N-Triples in, a compacted document out."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rdflib import Graph


def compacted(triples: bytes, context: Mapping[str, Any]) -> bytes:
    """Return N-Triples as JSON-LD with a context, which the document bears itself."""
    graph = Graph().parse(data=triples, format="nt")
    written: str = graph.serialize(
        format="json-ld", context=dict(context), auto_compact=True, indent=None, sort_keys=True
    )
    found = json.loads(written)
    found["@graph"] = [_clean(one) for one in found.get("@graph", [])]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _clean(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    """The value without the nulls that rdflib puts before the words of a language map."""
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, list):
        kept = [_clean(one) for one in value if one is not None]
        return kept[0] if len(kept) == 1 and len(value) > 1 else kept
    return value


def load_context(share: Path) -> dict[str, Any]:
    """Return the context of an installation, as it stands in ``ontology/context.jsonld``."""
    found: dict[str, Any] = json.loads((share / "ontology" / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return found
