"""Numbers over time as a drawing: a column for each day, ticks for years, in the reader's direction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 880, 170
_LEFT, _RIGHT, _TOP, _FOOT = 24, 24, 22, 26
_COLUMN = 10
_APART = 14
_LEAST = 3
_MOST_TICKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The number of one day: where its column stands and how high it is; ``is_labelled`` where there is room."""

    day: date
    count: int
    x: float
    y: float
    height: float
    is_labelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing; each tick is a year and where it stands."""

    columns: tuple[Column, ...]
    ticks: tuple[tuple[int, float], ...]
    base: float
    width: int = WIDTH
    height: int = HEIGHT
    column: int = _COLUMN


def timeline(counts: Mapping[date, int], *, is_rtl: bool) -> Timeline | None:
    """Return the drawing of numbers by day; None for fewer than two days."""
    days = sorted(counts)
    if len(days) <= 1:
        return None
    first, last = date(days[0].year, 1, 1), date(days[-1].year + 1, 1, 1)
    most = max(counts.values())
    base = HEIGHT - _FOOT

    def at(day: date) -> float:
        share = (day - first).days / max((last - first).days, 1)
        x = _LEFT + share * (WIDTH - _LEFT - _RIGHT)
        return round(WIDTH - x if is_rtl else x, 1)

    columns: list[Column] = []
    taken = None
    for day in days:
        height = max((base - _TOP) * counts[day] / most, _LEAST)
        x = at(day)
        has_room = taken is None or abs(x - taken) >= 2 * _APART
        taken = x if has_room else taken
        columns.append(
            Column(
                day=day,
                count=counts[day],
                x=x,
                y=round(base - height, 1),
                height=round(height, 1),
                is_labelled=has_room,
            )
        )
    years = range(first.year, last.year + 1)
    step = -(-len(years) // _MOST_TICKS)
    return Timeline(
        columns=tuple(columns), ticks=tuple((year, at(date(year, 1, 1))) for year in years[::step]), base=base
    )
