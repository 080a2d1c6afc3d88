"""The fast validator: shacl-rust, an engine in Rust; its report is the reference's row by row."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import shacl_rust

from graph_service.graph.validation_result import (
    ValidationResult,
    literals_as_text,
    local_name,
    term_text,
    without_labels,
)

_RULE = "<http://www.w3.org/ns/shacl#SPARQLConstraintComponent>"


def results_of(shapes: Path, triples: IO[bytes]) -> list[ValidationResult]:
    """Return the broken rules of N-Triples in order, each once. Raise ValueError for a rule that cannot be run."""
    report = shacl_rust.validate_file(
        triples, str(shapes), data_format="nt", shapes_format="turtle", experimental_index=True
    )
    return sorted({_result(result) for result in report["results"]})


def _result(result: Mapping[str, Any]) -> ValidationResult:
    """One result; a rule over pairs reports the offending node as its value.

    The library's own words stand before the message of the shape. Of a rule that it cannot run it reports the focus
    node without a value.
    """
    is_rule = result["sourceConstraintComponent"] == _RULE
    if is_rule and "value" not in result:
        raise ValueError(f"{result['sourceShape']} cannot be run: {result['messages'][0]}")
    value = term_text(result.get("value", ""))
    return ValidationResult(
        shape=local_name(term_text(result["sourceShape"])),
        node=value if is_rule else term_text(result["focusNode"]),
        path=term_text(result.get("resultPath", "")),
        value="" if is_rule else value,
        severity=local_name(term_text(result["severity"])).lower(),
        message=without_labels(literals_as_text(result["messages"][-1])),
    )
