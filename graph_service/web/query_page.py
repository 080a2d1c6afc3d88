"""The named queries: the list of all, and for each a form and its answer as a table and, where it counts, a plot."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph.queries import NamedQuery, Parameter, ParameterType
from graph_service.names.iri import THINGS
from graph_service.web.desk import Table
from graph_service.web.links import Link
from graph_service.web.visit import Visit
from graph_service.web.words import spaced

_LABEL = "_label"
_CONTENT_LANGUAGE = "language"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form: the parameter, its key, its value, what can be chosen where that is a closed set."""

    parameter: Parameter
    key: str
    value: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row of a plot: its name, its number, and how long the bar is, in per cent of the longest."""

    name: str
    number: str
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The numbers of one column against the names of the first rows; ``left_out`` rows stand in the table only."""

    column: str
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView:
    """What the page of a query shows: form, answer, plot, or what was wrong with what was asked."""

    query: NamedQuery
    fields: tuple[Field, ...]
    table: Table | None
    numeric: tuple[str, ...]
    plot: Plot | None
    trouble: ProblemError | None
    links: tuple[Link, ...]


def queries(visit: Visit) -> Response:
    """Return the list of named queries."""
    return visit.page("queries.html", queries=tuple(visit.desk.queries.values()))


async def query(visit: Visit) -> Response:
    """Return the page of one named query, with its answer if enough is asked for."""
    name = visit.request.path_params["query"]
    found = visit.desk.queries.get(name)
    if found is None:
        raise problem(Code.NOT_FOUND, f"there is no query {name!r}", where="queries", hint="see /queries for all")
    asked = {one.name: visit.asked(_key(one)) for one in found.parameters if visit.asked(_key(one))}
    is_asked = bool(asked) or not any(not one.is_optional for one in found.parameters)
    table, trouble = await _answer(visit, found, asked) if is_asked else (None, None)
    table = without_labels(table) if table else None
    values = asked if is_asked else found.example()
    query_string = urlencode(asked)
    view = QueryView(
        query=found,
        fields=tuple(_field(visit, one, values.get(one.name, "")) for one in found.parameters),
        table=table,
        numeric=_numeric(table),
        plot=_plot(visit, table),
        trouble=trouble,
        links=(Link(name="JSON", url=f"/api/queries/{name}?{query_string}"),),
    )
    return visit.page("query.html", view=view, status=trouble.problem.code.status if trouble else 200)


def without_labels(table: Table) -> Table:
    """Return a table without the columns that name what another column links to: the page names it itself."""
    kept = [
        place
        for place, column in enumerate(table.columns)
        if not _is_label(column, table.columns) and not (column == "label" and place and _is_thing(table))
    ]
    return Table(
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        is_cut=table.is_cut,
    )


def spoken(query: NamedQuery) -> tuple[str, ...]:
    """Return the words of a query that its page shows in the reader's language: what catalogues must have."""
    names = [column.name for column in query.columns]
    shown = [column for column in query.columns if not _is_label(column.name, names)]
    said = [(one.name, one.about) for one in query.parameters] + [(one.name, one.about) for one in shown]
    return (query.summary, *(spaced(name) for name, _ in said), *(about for _, about in said))


def _is_label(column: str, columns: Collection[str]) -> bool:
    return column.endswith(_LABEL) and column.removesuffix(_LABEL) in columns


def _is_thing(table: Table) -> bool:
    """Whether the first column holds things of this graph."""
    return all((row[0] or "").startswith(THINGS) for row in table.rows)


async def _answer(visit: Visit, found: NamedQuery, asked: dict[str, str]) -> tuple[Table | None, ProblemError | None]:
    try:
        text = found.bind(asked, lambda words: _thing(visit, words))
        return await visit.desk.ask(text), None
    except ProblemError as error:
        return None, error


def _thing(visit: Visit, words: str) -> str:
    return words if words.startswith(("http://", "https://")) else visit.iri(words)


def _key(parameter: Parameter) -> str:
    """What a parameter is called in the address of a page, where ``lang`` is the language of the interface."""
    return _CONTENT_LANGUAGE if parameter.name == "lang" else parameter.name


def _field(visit: Visit, parameter: Parameter, value: str) -> Field:
    register, names = visit.library.register, visit.names
    match parameter.type:
        case ParameterType.BODY:
            choices = tuple((one, names.body(one)) for one in register.bodies)
        case ParameterType.CONFERENCE:
            choices = tuple((one, names.conference(one)) for one in register.conferences)
        case ParameterType.CLAUSE:
            choices = tuple((one.id, names.clause(one.id)) for one in register.clauses)
        case ParameterType.LANGUAGE:
            choices = tuple((one.code, one.name) for one in visit.ui.tongues)
        case _:
            choices = ()
    known = next((key for key, _ in choices if key.casefold() == value.casefold()), value)
    return Field(parameter=parameter, key=_key(parameter), value=known, choices=choices)


def _numeric(table: Table | None) -> tuple[str, ...]:
    """The columns that hold numbers only."""
    if table is None or not table.rows:
        return ()
    return tuple(
        column
        for place, column in enumerate(table.columns)
        if all(row[place] is not None and _NUMBER.fullmatch(row[place] or "") for row in table.rows)
    )


def _plot(visit: Visit, table: Table | None) -> Plot | None:
    """A plot of the first column of numbers, by which answers are ordered; None where there is no such column."""
    columns = [column for column in _numeric(table) if column not in {"year", "number"}]
    if table is None or not columns or len(table.rows) <= 1:
        return None
    place = table.columns.index(columns[0])
    rows = table.rows[:_MOST_BARS]
    numbers = [float(row[place] or 0) for row in rows]
    most = max(numbers) or 1
    bars = tuple(
        Bar(name=_row_name(visit, row[:place]), number=visit.ui.number(number), length=round(100 * number / most, 1))
        for row, number in zip(rows, numbers, strict=True)
    )
    return Plot(column=columns[0], bars=bars, left_out=len(table.rows) - len(rows))


def _row_name(visit: Visit, cells: tuple[str | None, ...]) -> str:
    """The names of the things before the number, else the words that stand there."""
    known = [cell for cell in cells if cell]
    things = [visit.names.of(cell) for cell in known if cell.startswith(THINGS)]
    return " · ".join(things or known)


_MOST_BARS = 20
