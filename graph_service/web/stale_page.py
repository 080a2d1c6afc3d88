"""What is outdated: the stale references of all texts at a day, filtered, counted, over time, in pages."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.responses import Response

from graph_service.checking.dates import day_of
from graph_service.checking.registry import STALE
from graph_service.checking.stale import StaleItem
from graph_service.checking.telling import load_messages
from graph_service.web.citations import Pager, pager
from graph_service.web.timeline import Timeline, timeline
from graph_service.web.visit import Visit
from graph_service.web.words import severity_name

ROWS = 50
FILTERS = ("rule", "body", "severity", "language", "since")
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a filter, its name and how many references have it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleView:
    """What the page shows: ``at`` is what the reader asked for, ``day`` the day that it means."""

    at: str
    day: date
    total: int
    texts: int
    items: tuple[StaleItem, ...]
    rules: tuple[Option, ...]
    bodies: tuple[Option, ...]
    severities: tuple[Option, ...]
    languages: tuple[Option, ...]
    rule: str
    body: str
    severity: str
    language: str
    since: str
    plot: Timeline | None
    pages: Pager
    csv: str
    json: str


def stale(visit: Visit) -> Response:
    """Return the page of stale references."""
    at, day = visit.asked("at"), day_asked(visit)
    every = visit.shelf.outdated.at(day, visit.ui.lang)
    asked = chosen(visit)
    kept = [item for item in every if fits(item, asked)]
    offset = visit.number("offset", 0)
    shown = kept[offset : offset + ROWS]
    titles = load_messages(visit.ui.lang).titles
    query = urlencode({name: value for name, value in (("at", at), *asked.items()) if value})
    view = StaleView(
        at=at,
        day=day,
        total=len(kept),
        texts=len({item.citing_iri for item in kept}),
        items=tuple(shown),
        rules=_options(every, asked, "rule", lambda key: titles.get(key, key)),
        bodies=_options(every, asked, "body", visit.names.body),
        severities=_options(every, asked, "severity", lambda key: severity_name(visit.ui, key)),
        languages=_options(every, asked, "language", visit.ui.language_name),
        **asked,
        plot=_plot(every, asked, is_rtl=visit.ui.direction == "rtl"),
        pages=pager(visit, offset, len(shown), len(kept), size=ROWS),
        csv=f"/lists/stale.csv?{query}",
        json=f"/api/stale?{query}",
    )
    return visit.page("stale.html", view=view, titles=titles)


def day_asked(visit: Visit) -> date:
    """Return the day that the address asks for, today where it asks for none. Raise bad-request for what is none."""
    at = visit.asked("at")
    return day_of(at, visit.library.register) if at else visit.desk.today()


def chosen(visit: Visit) -> dict[str, str]:
    """Return the filters in the address, empty where they are not set."""
    return {name: visit.asked(name) for name in FILTERS}


def fits(item: StaleItem, asked: dict[str, str]) -> bool:
    """Whether a reference passes the filters."""
    return all(not value or _value(item, name) == value for name, value in asked.items())


def _value(item: StaleItem, name: str) -> str:
    match name:
        case "rule":
            return item.finding.rule
        case "severity":
            return item.finding.severity.value
        case "language":
            return item.lang
        case "since":
            return item.finding.since.isoformat() if item.finding.since else ""
        case _:
            return item.body


def _plot(items: Sequence[StaleItem], asked: dict[str, str], *, is_rtl: bool) -> Timeline | None:
    """How many references became outdated on which day, among those that the other filters keep."""
    others = {name: value for name, value in asked.items() if name != "since"}
    counts = Counter(item.finding.since for item in items if item.finding.since and fits(item, others))
    return timeline(counts, is_rtl=is_rtl)


_ORDER = {key: place for place, key in enumerate((*STALE, *SEVERITIES))}


def _options(
    items: Sequence[StaleItem], asked: dict[str, str], name: str, called: Callable[[str], str]
) -> tuple[Option, ...]:
    """The values of one filter, counted among what the other filters keep."""
    others = {key: value for key, value in asked.items() if key != name}
    counts = Counter(_value(item, name) for item in items if fits(item, others))
    keys = sorted(counts, key=lambda key: (_ORDER.get(key, 0), -counts[key], key))
    return tuple(Option(key=key, name=called(key), count=counts[key]) for key in keys)
