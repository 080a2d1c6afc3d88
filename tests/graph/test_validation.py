"""Validating a store: the shipped register conforms, faults and conflicts are reported, nothing is written."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph_service.errors import Code, ProblemError
from graph_service.graph import iris
from graph_service.graph.build import fill
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.nquads import sorted_lines
from graph_service.graph.validation import validate
from graph_service.graph.vocabulary import EDITION_CLASS, MARKER, PROPOSED_EDITION_CLASS, TYPE
from graph_service.register.register import Register
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY

SHAPES = ONTOLOGY / "shapes.ttl"


def test_what_is_built_conforms_and_validating_changes_nothing(filled: Engine, register: Register) -> None:
    before = sorted_lines(filled.dump())
    report = validate(filled, SHAPES, register)
    assert report.conforms, [result for result in report.results if result.severity == "violation"]
    assert {result.shape for result in report.results} <= {"LanguagesAgree"}
    assert report.conflicts == ()
    assert sorted_lines(filled.dump()) == before
    assert validate(filled, SHAPES, register, reference=True) == report


def test_faults_proposals_in_the_wrong_graph_and_conflicts_are_reported(register: Register) -> None:
    engine = open_engine(None)
    proposal, edition = iris.thing("pp/res/1/proposal/A-1"), iris.thing("pp/res/1/pp-18")
    engine.insert(
        [
            Quad(proposal, TYPE, PROPOSED_EDITION_CLASS),
            Quad(edition, TYPE, EDITION_CLASS),
            Quad(edition, MARKER, Literal("(Dubai, 2018)"), iris.source_graph("one")),
            Quad(edition, MARKER, Literal("(Rev. Dubai, 2018)"), iris.source_graph("other")),
        ]
    )
    report = validate(engine, SHAPES, replace(register, conflicts=("editions/PP,resolution,1,,pp-14",)))
    assert not report.conforms
    shapes = {result.shape for result in report.results}
    assert {"ProposalStandsApart", "Edition-editionOf", "ProposedEdition-proposal"} <= shapes
    assert report.conflicts == ("editions/PP,resolution,1,,pp-14", f"{edition.value} {MARKER.value}")
    assert json.loads(json.dumps(asdict(report)))["results"][0]["message"]


def test_both_validators_report_the_same_of_a_damaged_graph(register: Register) -> None:
    """Every thirtieth triple of the built graph is taken out, so that most shapes find something."""
    engine = open_engine(None)
    fill(engine, register, TEXTS, ontology=ONTOLOGY)
    quads = sorted((quad for quad in engine.dump() if quad.graph_name == DefaultGraph()), key=str)
    taken = ";".join(f"DELETE DATA {{ {quad.subject} {quad.predicate} {quad.object} }}" for quad in quads[::30])
    engine.update(taken)
    report = validate(engine, SHAPES, register)
    assert report == validate(engine, SHAPES, register, reference=True)
    assert len(report.results) > 500
    assert len({result.shape for result in report.results}) > 30


def test_a_warning_alone_does_not_break_conformance() -> None:
    engine = open_engine(None)
    engine.insert([Quad(NamedNode("https://w3id.org/itu-xref/id/place/here"), TYPE, iris_place())])
    report = validate(engine, SHAPES)
    assert report.conforms
    assert [(result.shape, result.severity) for result in report.results] == [("Place-label", "warning")]


def iris_place() -> NamedNode:
    return NamedNode("https://w3id.org/itu-xref/ont#Place")


def test_shapes_that_cannot_be_read_are_a_problem(filled: Engine, tmp_path: Path) -> None:
    broken = tmp_path / "shapes.ttl"
    broken.write_text("this is no Turtle")
    for engine, reference in ((open_engine(None), True), (open_engine(None), False), (filled, False)):
        with pytest.raises(ProblemError) as raised:
            validate(engine, broken, reference=reference)
        assert raised.value.problem.code is Code.BAD_DATA
        assert raised.value.problem.where == str(broken)
