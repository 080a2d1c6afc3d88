"""A source that is withdrawn leaves the store as it was before, by its id or the name of its file."""

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.graph.importing.withdrawing import withdraw_source
from tests.graph.importing.composed import folder_of
from tests.graph.importing.conftest import lines_of


@pytest.mark.parametrize("name", ["relaton-data-itu", "records"], ids=["id", "file"])
def test_an_import_is_taken_out_whole(name, plain, store, importer, tmp_path):
    importer.run(folder_of(tmp_path / "records"), str(store))
    source, statements = withdraw_source(str(store), name)
    assert source == "relaton-data-itu"
    assert statements > 100
    assert lines_of(store) == lines_of(plain)


def test_after_that_it_can_come_again(store, imported, importer, tmp_path):
    importer.run(folder_of(tmp_path / "records"), str(store))
    withdraw_source(str(store), "relaton-data-itu")
    assert importer.run(tmp_path / "records", str(store)).imported == 12
    assert lines_of(store) == lines_of(imported[0])


def test_a_text_is_taken_out_by_the_graph(store):
    source, statements = withdraw_source(str(store), "composed-acts.akn.xml")
    assert (source, statements > 0) == ("composed-acts.akn.xml", True)
    assert not [line for line in lines_of(store) if "graph/source/composed-acts.akn.xml>" in line]


def test_a_source_that_is_not_there_is_said_so(store):
    with pytest.raises(ProblemError) as raised:
        withdraw_source(str(store), "nothing")
    assert raised.value.problem.code is Code.NOT_FOUND


def test_an_endpoint_gives_it_up_too(endpoint, plain, importer, tmp_path):
    importer.run(folder_of(tmp_path / "records"), endpoint)
    withdraw_source(endpoint, "relaton-data-itu")
    assert lines_of(endpoint) == lines_of(plain)
