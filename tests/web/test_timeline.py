"""Numbers over time: one column a day, in the reader's direction, the highest as high as there is room."""

from datetime import date

from graph_service.web.timeline import HEIGHT, WIDTH, timeline

COUNTS = {date(2018, 11, 16): 2, date(2022, 10, 14): 10, date(2022, 10, 20): 1}


def test_columns_stand_in_time_and_are_as_high_as_their_numbers() -> None:
    found = timeline(COUNTS, is_rtl=False)
    assert found is not None
    assert [column.count for column in found.columns] == [2, 10, 1]
    assert found.columns[0].x < found.columns[1].x < found.columns[2].x <= WIDTH
    assert found.columns[1].height == 5 * found.columns[0].height
    assert all(column.y + column.height <= HEIGHT for column in found.columns)
    assert [year for year, _ in found.ticks] == [2018, 2019, 2020, 2021, 2022, 2023]


def test_a_label_that_would_lie_on_another_is_left_out() -> None:
    found = timeline(COUNTS, is_rtl=False)
    assert found is not None
    assert [column.is_labelled for column in found.columns] == [True, True, False]


def test_time_runs_the_other_way_where_one_reads_from_the_right() -> None:
    found, mirrored = timeline(COUNTS, is_rtl=False), timeline(COUNTS, is_rtl=True)
    assert found is not None
    assert mirrored is not None
    pairs = zip(found.columns, mirrored.columns, strict=True)
    assert all(abs(one.x + other.x - WIDTH) < 0.2 for one, other in pairs)


def test_a_single_day_is_no_plot() -> None:
    assert timeline({date(2018, 1, 1): 5}, is_rtl=False) is None
    assert timeline({}, is_rtl=False) is None


def test_a_century_has_no_more_ticks_than_can_be_read() -> None:
    found = timeline({date(1920, 1, 1): 1, date(2024, 1, 1): 1}, is_rtl=False)
    assert found is not None
    assert len(found.ticks) <= 12
