"""Corrections by hand are in the graph with their reason, in a graph of their own."""

from dataclasses import replace

from graph_service.graph import iris
from graph_service.graph.coverage_graph import coverage_quads
from graph_service.graph.vocabulary import CORRECTED_FIELD, NOW, REASON, ROW, SOURCE, WAS
from graph_service.register.corrections import Correction
from graph_service.register.register import Register

CORRECTION = Correction(
    row="editions/PP,resolution,64,,pp-14", field="act", was="adopted", now="revised", reason="the marker says so",
    source="a.xml", by="a person", on="2026-11-24",
)  # fmt: skip


def test_a_correction_says_what_was_what_is_and_why(register: Register) -> None:
    quads = list(coverage_quads(replace(register, coverage=(), in_force=(), corrections=(CORRECTION,))))
    assert {quad.graph_name for quad in quads} == {iris.CORRECTIONS_GRAPH}
    said = {quad.predicate: quad.object.value for quad in quads}
    assert (said[ROW], said[CORRECTED_FIELD]) == (CORRECTION.row, "act")
    assert (said[WAS], said[NOW], said[REASON]) == ("adopted", "revised", "the marker says so")
    assert said[SOURCE] == iris.source("a.xml").value


def test_each_coverage_row_has_a_node_of_its_own(register: Register) -> None:
    quads = coverage_quads(replace(register, in_force=(), corrections=()))
    assert len({quad.subject for quad in quads}) == len(register.coverage)
