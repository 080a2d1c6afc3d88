"""The reference validator: pySHACL over rdflib. It patches rdflib while it validates: to be run in its own process."""

from pathlib import Path
from typing import IO

import rdflib
from pyshacl import validate
from rdflib import RDF, SH, Graph, Literal, Node, URIRef

from graph_service.graph.validation_result import ValidationResult, local_name, without_labels


def results_of(shapes: Path, triples: IO[bytes]) -> list[ValidationResult]:
    """Return the broken rules of N-Triples in order, each once."""
    rdflib.NORMALIZE_LITERALS = False  # a value is reported as it was written
    data = Graph().parse(triples, format="nt")
    rules = Graph().parse(shapes, format="turtle")
    _, report, _ = validate(data, shacl_graph=rules, inference="none", inplace=True, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave no report: {report!r}")
    return sorted({_result(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)})


def _result(report: Graph, node: Node) -> ValidationResult:
    """One result; a rule over pairs reports the offending node as its value."""
    focus, value = report.value(node, SH.focusNode), report.value(node, SH.value)
    is_rule = report.value(node, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent
    path = report.value(node, SH.resultPath)
    return ValidationResult(
        shape=local_name(str(report.value(node, SH.sourceShape))),
        node=_text(value if is_rule else focus),
        path=_text(path) if isinstance(path, URIRef) else "",
        value="" if is_rule else _text(value),
        severity=local_name(str(report.value(node, SH.resultSeverity))).lower(),
        message=without_labels(min(map(str, report.objects(node, SH.resultMessage)), default="")),
    )


def _text(node: Node | None) -> str:
    return str(node) if isinstance(node, URIRef | Literal) else ""
