"""Whether the graph of a store keeps its rules: the shapes, in a process of its own, and what conflicts."""

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, serialize

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph import iris
from graph_service.graph.embedded import EmbeddedEngine
from graph_service.graph.engine import Engine
from graph_service.graph.standing import FACTS
from graph_service.graph.validation_result import ValidationResult
from graph_service.graph.vocabulary import PREFIXES
from graph_service.register.register import Register

_PROCESS = "graph_service.graph.validation_process"
_VALIDATED = f"""
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{iris.PROPOSAL_GRAPHS}")) }}
}}
"""
_MISPLACED = (
    f"PREFIX itu: <{PREFIXES['itu']}> SELECT ?proposal WHERE {{ ?proposal a itu:ProposedEdition }} ORDER BY ?proposal"
)
_CONFLICTS = f"""
SELECT DISTINCT ?subject ?predicate WHERE {{
  VALUES ?predicate {{ {" ".join(sorted(str(predicate) for predicate in FACTS))} }}
  GRAPH ?g {{ ?subject ?predicate ?value }}
  FILTER (STRSTARTS(STR(?g), "{iris.SOURCE_GRAPHS}"))
  FILTER NOT EXISTS {{ ?subject ?predicate ?standing }}
}}
ORDER BY ?subject ?predicate
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """Whether the graph conforms (no violation; warnings are listed), and which facts do not stand for a conflict."""

    conforms: bool
    results: tuple[ValidationResult, ...]
    conflicts: tuple[str, ...]


def validate(
    engine: Engine, shapes: Path, register: Register | None = None, *, reference: bool = False
) -> ValidationReport:
    """Validate what stands in a store, and its proposals, by the shapes of a file; nothing is written to the store.

    ``reference`` asks pySHACL instead of the fast validator; both give the same report. Raise bad-data where the
    shapes cannot be read or run.
    """
    command = [sys.executable, "-m", _PROCESS, "reference" if reference else "fast", str(shapes)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=err) as process:  # noqa: S603 - ours
            _feed(engine, cast("IO[bytes]", process.stdin))
            misplaced = _misplaced(engine)  # asked for while the validator works
            conflicts = (*(register.conflicts if register else ()), *_conflicts(engine))
        if process.returncode:
            raise _broke_off(err, shapes)
        out.seek(0)
        results = sorted([*(ValidationResult(**result) for result in json.load(out)), *misplaced])
    conforms = not any(result.severity == "violation" for result in results)
    return ValidationReport(conforms=conforms, results=tuple(results), conflicts=conflicts)


def _feed(engine: Engine, pipe: IO[bytes]) -> None:
    """Write what is validated to a validator that reads it meanwhile; one that ended early has said why."""
    with suppress(BrokenPipeError), pipe:
        _write_triples(engine, pipe)


def _write_triples(engine: Engine, out: IO[bytes]) -> None:
    """Write the default graph and the proposals as N-Triples; an embedded store does so without a query's memory."""
    if not isinstance(engine, EmbeddedEngine):
        serialize(engine.construct(_VALIDATED), out, format=RdfFormat.N_TRIPLES)
        return
    proposals = [graph for graph in engine.store.named_graphs() if _is_of_proposals(graph)]
    for graph in (DefaultGraph(), *proposals):
        engine.store.dump(out, format=RdfFormat.N_TRIPLES, from_graph=graph)


def _is_of_proposals(graph: NamedNode | BlankNode) -> bool:
    return isinstance(graph, NamedNode) and graph.value.startswith(iris.PROPOSAL_GRAPHS)


def _broke_off(err: IO[bytes], shapes: Path) -> ProblemError:
    err.seek(0)
    lines = err.read().decode(errors="replace").strip().splitlines()
    what = f"the validation broke off: {lines[-1] if lines else 'no words'}"
    return problem(Code.BAD_DATA, what, where=str(shapes), hint="look at the shapes file")


def _misplaced(engine: Engine) -> list[ValidationResult]:
    """Proposals in the default graph: a triple alone does not tell its graph, so no shape can."""
    message = "A proposal stands only in the graph of its source: take it out of the default graph."
    return [
        ValidationResult(
            shape="ProposalStandsApart", node=proposal, path="", value="", severity="violation", message=message
        )
        for (proposal,) in engine.select(_MISPLACED)
    ]


def _conflicts(engine: Engine) -> list[str]:
    """The facts that sources of equal grade tell differently, so that none stands."""
    return [f"{subject} {predicate}" for subject, predicate in engine.select(_CONFLICTS)]
