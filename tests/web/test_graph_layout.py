"""The layout keeps to time, leaves room between texts, and puts few crossings into its columns."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.web.graph_layout import Columns, laid_out

YEARS = {"a": 2014, "b": 2014, "c": 2018, "d": 2018, "e": 0}
EDGES = [("c", "a"), ("d", "b"), ("d", "c"), ("c", "e")]


def test_time_goes_along_the_columns_and_the_undated_come_first() -> None:
    found = laid_out(YEARS, EDGES, most_rows=10)
    columns = {node: place.column for node, place in found.places.items()}
    assert columns["e"] < columns["a"] == columns["b"] < columns["c"] < columns["d"]
    assert found.years == ((0, 0, 0), (2014, 1, 1), (2018, 2, 3))


def test_a_circle_within_a_year_is_no_trouble() -> None:
    found = laid_out({"a": 2018, "b": 2018}, [("a", "b"), ("b", "a")], most_rows=10)
    assert {place.column for place in found.places.values()} == {0}
    assert len({place.row for place in found.places.values()}) == 2


def test_a_full_column_goes_on_in_the_next_one() -> None:
    found = laid_out(dict.fromkeys("abcdefg", 2000), [], most_rows=3)
    assert found.columns == 3
    assert found.years == ((2000, 0, 2),)


def test_two_pairs_do_not_cross() -> None:
    years = {"a": 2010, "b": 2010, "x": 2018, "y": 2018}
    found = laid_out(years, [("x", "b"), ("y", "a")], most_rows=10).places
    assert (found["a"].row < found["b"].row) == (found["y"].row < found["x"].row)


def test_nothing_is_laid_out_as_nothing() -> None:
    assert laid_out({}, [], most_rows=5) == Columns(places={}, years=(), columns=1, rows=0.0)


NODES = st.dictionaries(st.integers(0, 30).map(str), st.sampled_from([0, 2010, 2014, 2018]), min_size=1, max_size=25)


@settings(max_examples=40, deadline=None)
@given(NODES, st.data())
def test_no_two_texts_of_a_column_touch_whatever_the_graph(years: dict[str, int], data: st.DataObject) -> None:
    ends = st.sampled_from(sorted(years))
    edges = data.draw(st.lists(st.tuples(ends, ends).filter(lambda edge: edge[0] != edge[1]), max_size=40))
    found = laid_out(years, edges, most_rows=6)
    assert set(found.places) == set(years)
    rows: dict[int, list[float]] = {}
    for place in found.places.values():
        assert place.row >= 0
        rows.setdefault(place.column, []).append(place.row)
    for column in rows.values():
        ordered = sorted(column)
        assert all(after - before >= 0.99 for before, after in pairwise(ordered))
