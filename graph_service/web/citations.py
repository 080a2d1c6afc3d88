"""The table of citations that many pages show: counted, narrowed, cut into pages, stale ones marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.analysing.answer import Window
from graph_service.analysing.chain import Direction
from graph_service.analysing.currency import Later, later_than
from graph_service.analysing.facets import Facet, Wanted, tally
from graph_service.analysing.holdings import CitationRow
from graph_service.web.titles import Title
from graph_service.web.visit import Visit

ROWS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: the citation, the titles of both texts, and what overtook the cited edition."""

    row: CitationRow
    title: Title | None
    later: Later | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet as a link: its name, its count, whether it is chosen, and the address that chooses it."""

    name: str
    count: int
    is_chosen: bool
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """The choices of one facet; ``all_url`` takes the choice back."""

    parameter: str
    choices: tuple[Choice, ...]
    all_url: str

    @property
    def chosen(self) -> Choice | None:
        """The choice that holds."""
        return next((choice for choice in self.choices if choice.is_chosen), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a list goes on: what is shown of how many, the addresses of the pages before and after."""

    first: int
    last: int
    total: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationTable:
    """A list of citations with its counts and choices.

    ``is_citing`` says that it lists what the thing cites, ``is_edition`` that the thing is one edition.
    """

    is_citing: bool
    is_edition: bool
    total: int
    texts: int
    lines: tuple[Line, ...]
    pager: Pager
    clauses: Narrowing
    bodies: Narrowing
    editions: Narrowing


def citation_table(visit: Visit, iri: str, direction: Direction, *, rows: int = ROWS) -> CitationTable:
    """Return the citations of a thing as the address narrows them."""
    wanted = Wanted(
        edition=_edition(visit, iri), clause=visit.asked("clause") or None, body=visit.asked("body") or None
    )
    window = Window(offset=visit.number("offset", 0), limit=rows)
    found = tally(visit.snapshot, iri, direction, wanted=wanted, window=window, lang=visit.ui.lang)
    is_citing = direction is Direction.CITES
    names, clauses, bodies = visit.names, found.clauses, found.bodies
    work = visit.snapshot.work_of(iri)
    return CitationTable(
        is_citing=is_citing,
        is_edition=iri in visit.snapshot.editions,
        total=found.total,
        texts=found.texts,
        lines=lines(visit, found.rows.items, is_citing=is_citing),
        pager=pager(visit, found.rows.offset, len(found.rows.items), found.rows.total),
        clauses=_narrowing(visit, "clause", [(one.key, names.clause(one.key), one.count) for one in clauses]),
        bodies=_narrowing(visit, "body", [(one.key, names.abbreviation(one.key), one.count) for one in bodies]),
        editions=_narrowing(visit, "edition", [_edition_choice(visit, work, one) for one in found.editions]),
    )


def lines(visit: Visit, rows: Iterable[CitationRow], *, is_citing: bool) -> tuple[Line, ...]:
    """Return rows with the title of the text at the other end."""
    return tuple(_line(visit, row, row.work if is_citing else row.citing) for row in rows)


def pager(visit: Visit, offset: int, shown: int, total: int, *, size: int = ROWS) -> Pager:
    """Return the way through a list in pages."""
    before = visit.ui.here(offset=max(offset - size, 0) or None) if offset > 0 else None
    after = visit.ui.here(offset=offset + shown) if offset + shown < total else None
    first = offset + 1 if shown else 0
    return Pager(first=first, last=offset + shown, total=total, before=before, after=after)


def _line(visit: Visit, row: CitationRow, other: str) -> Line:
    return Line(
        row=row,
        title=visit.names.title(other),
        later=later_than(visit.snapshot, visit.knowledge, row.cited, visit.desk.today()),
    )


def _edition(visit: Visit, iri: str) -> str | None:
    """The edition in the address: its key, or its whole IRI."""
    words = visit.asked("edition")
    if not words:
        return None
    below = f"{visit.snapshot.work_of(iri)}/{words}"
    return below if below in visit.snapshot.editions else words


def _edition_choice(visit: Visit, work: str, facet: Facet) -> tuple[str, str, int]:
    """An edition's key, or the whole IRI where none is named; its marker; how many citations."""
    if facet.key in visit.snapshot.works:
        return facet.key, visit.ui.say("no edition named"), facet.count
    name = visit.names.marker_of(facet.key) or visit.names.of(facet.key)
    return facet.key.removeprefix(f"{work}/"), name, facet.count


def _narrowing(visit: Visit, parameter: str, choices: Sequence[tuple[str, str, int]]) -> Narrowing:
    ui, chosen = visit.ui, visit.asked(parameter)
    return Narrowing(
        parameter=parameter,
        choices=tuple(
            Choice(
                name=name or ui.say("other"),
                count=count,
                is_chosen=bool(chosen) and chosen == key,
                url=ui.here(**{parameter: key, "offset": None}),
            )
            for key, name, count in choices
        ),
        all_url=ui.here(**{parameter: None, "offset": None}),
    )
