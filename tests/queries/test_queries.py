"""Every named query: it parses, uses each of its parameters, and its example answers with the declared columns."""

from collections.abc import Iterator

import pytest

from graph_service.citing.stored import read_citations
from graph_service.graph.build import fill
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.queries import NamedQuery, load_queries
from graph_service.register.load import load_register
from graph_service.share import share_folder
from tests.graph.composed import TEXTS

QUERIES = load_queries(share_folder() / "queries")
CASES = [pytest.param(query, id=name) for name, query in QUERIES.items()]
OPTIONAL = [
    pytest.param(query, parameter, id=f"{name}-{parameter.name}")
    for name, query in QUERIES.items()
    for parameter in query.parameters
    if parameter.is_optional
]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = open_engine(None)
    fill(opened, load_register(share_folder() / "data"), TEXTS, ontology=share_folder() / "ontology")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shipped() -> Iterator[Engine]:
    opened, data = open_engine(None), share_folder() / "data"
    fill(opened, load_register(data), read_citations(data), ontology=share_folder() / "ontology")
    yield opened
    opened.close()


@pytest.mark.parametrize("query", CASES)
def test_the_example_answers_with_the_declared_columns(query: NamedQuery, engine: Engine) -> None:
    answer = engine.select(query.bind(query.example()))
    assert answer.variables == tuple(column.name for column in query.columns)
    assert len(answer) > 0


@pytest.mark.parametrize("query", CASES)
def test_the_shipped_data_answer_the_example(query: NamedQuery, shipped: Engine) -> None:
    assert len(shipped.select(query.bind(query.example()))) > 0


@pytest.mark.parametrize("query", CASES)
def test_no_row_comes_twice(query: NamedQuery, engine: Engine) -> None:
    rows = list(engine.select(query.bind(query.example())))
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("query", CASES)
def test_the_file_runs_as_it_stands_and_is_its_own_example(query: NamedQuery, engine: Engine) -> None:
    assert list(engine.select(query.text)) == list(engine.select(query.bind(query.example())))


@pytest.mark.parametrize("query, parameter", OPTIONAL)
def test_an_optional_parameter_keeps_rows_and_takes_others_away(query: NamedQuery, parameter, engine: Engine) -> None:
    everything = list(engine.select(query.bind(query.example())))
    some = list(engine.select(query.bind({**query.example(), parameter.name: parameter.example})))
    none = list(engine.select(query.bind({**query.example(), parameter.name: "https"})))
    assert some
    assert none != everything


@pytest.mark.parametrize("query", CASES)
def test_the_order_of_rows_is_told_by_the_query(query: NamedQuery) -> None:
    assert "ORDER BY" in query.text
