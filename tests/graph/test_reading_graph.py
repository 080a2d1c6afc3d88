"""How a text was read: the source, its checksum, the reading without a time, and runs in graphs of their own."""

from datetime import UTC, datetime

from graph_service.graph import iris
from graph_service.graph.reading_graph import reading_of, reading_quads, run_quads, tool_version
from graph_service.graph.vocabulary import SHA256, STARTED_AT, TOOL_VERSION
from tests.graph.composed import ADOPTED

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_the_source_has_its_file_and_checksum() -> None:
    graph = iris.source_graph(ADOPTED.source)
    quads = list(reading_quads(ADOPTED, graph))
    assert {quad.graph_name for quad in quads} == {graph}
    sums = [quad.object.value for quad in quads if quad.predicate == SHA256]
    assert sums == [ADOPTED.sha256]


def test_a_reading_is_of_one_source_and_version_and_has_no_time() -> None:
    assert reading_of(ADOPTED).value.endswith(f"reading/composed-acts.akn.xml/{tool_version()}")
    predicates = {quad.predicate for quad in reading_quads(ADOPTED, iris.source_graph("x"))}
    assert TOOL_VERSION in predicates
    assert STARTED_AT not in predicates


def test_times_stand_in_the_graph_of_the_run_only() -> None:
    quads = list(run_quads("run-1", AT, "abc"))
    assert {str(quad.graph_name) for quad in quads} == {f"<{iris.RUN_GRAPHS}run-1>"}
    assert [quad.object.value for quad in quads if quad.predicate == STARTED_AT] == ["2026-11-24T12:00:00+00:00"]
