"""The page of an instrument: what it is, its editions over time, who cites it and what it cites, how to cite it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from graph_service.analysing.chain import Direction
from graph_service.analysing.currency import silent_conferences
from graph_service.analysing.holdings import EditionNode, Work
from graph_service.analysing.instruments import InstrumentAnswer
from graph_service.analysing.instruments import instrument as answer
from graph_service.names.conference import Conference
from graph_service.names.iri import THINGS
from graph_service.register.fact import Status
from graph_service.web.citations import CitationTable, citation_table
from graph_service.web.days import days
from graph_service.web.links import Link, instrument_formats
from graph_service.web.naming import Namer
from graph_service.web.programme_page import Fact, facts
from graph_service.web.titles import Title, title_of
from graph_service.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One edition in the line: ``state`` is current, earlier, unsure (nobody attests it) or named-only."""

    node: EditionNode
    marker: str
    when: str
    title: Title | None
    state: str
    is_title_new: bool
    cites: int
    cited_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """A title that an edition bears: ``of`` is that edition's marker, empty where it is the newest attested one."""

    title: Title
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A provision of a basic text and how many citations lead to it."""

    iri: str
    cited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """How texts in one language cite the thing."""

    lang: str
    name: str
    direction: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentView:
    """What the page of an instrument shows.

    ``line`` is oldest first; ``silent`` are the conferences of which it is not known whether they revised it;
    ``shown`` is the list that the address asks for, of what cites it or of what it cites; ``facts`` are what the
    register says of a programme, an objective or a provision, ``provisions`` those of a basic text.
    """

    answer: InstrumentAnswer
    path: str
    title: Borne | None
    titles: tuple[Borne, ...]
    line: tuple[Stage, ...]
    current: Stage | None
    silent: tuple[Conference, ...]
    shown: CitationTable
    cites: int
    cited_by: int
    facts: tuple[Fact, ...]
    provisions: tuple[Provision, ...]
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...]


def instrument(visit: Visit, iri: str) -> Response:
    """Return the page of an instrument."""
    snapshot = visit.snapshot
    found = answer(snapshot, iri, visit.ui.lang)
    work = snapshot.works[iri]
    path = iri.removeprefix(THINGS)
    stages = line(visit, work)
    current = next((stage for stage in stages if stage.state == "current"), None)
    titles = _titles(stages, current)
    direction = Direction.CITES if visit.asked("show") == Direction.CITES.value else Direction.CITED_BY
    view = InstrumentView(
        answer=found,
        path=path,
        title=next((one for one in titles if one.title.lang == visit.ui.lang), next(iter(titles), None)),
        titles=titles,
        line=stages,
        current=current,
        silent=silent_conferences(visit.knowledge, work.instrument, visit.desk.today()) if work.instrument else (),
        shown=citation_table(visit, iri, direction),
        cites=len({row.iri for row in snapshot.by_citing_work.get(iri, ())}),
        cited_by=len({row.iri for row in snapshot.by_cited_work.get(iri, ())}),
        facts=facts(visit, work.instrument) if work.instrument else (),
        provisions=_provisions(visit, path) if work.instrument is None else (),
        quotes=quotes(visit, current.node.iri if current else iri),
        links=instrument_formats(path),
    )
    return visit.page("instrument.html", view=view)


def line(visit: Visit, work: Work) -> tuple[Stage, ...]:
    """Return the editions of an instrument, oldest first."""
    nodes = [visit.snapshot.editions[iri] for iri in work.editions]
    current = _current(nodes) if not work.suppressed else None
    titles = [title_of(node, visit.ui.lang) for node in nodes]
    before = [None, *titles]
    return tuple(
        _stage(visit, node, title, is_current=node is current, is_new=title != before[place])
        for place, (node, title) in enumerate(zip(nodes, titles, strict=True))
    )


def quotes(visit: Visit, iri: str) -> tuple[Quote, ...]:
    """Return how texts cite a thing, in each language that has a way to."""
    library = visit.library
    found = []
    for tongue in visit.ui.tongues:
        names = Namer(lang=tongue.code, register=library.register, lexicons=library.lexicons, snapshot=visit.snapshot)
        words = names.cited(iri)
        if words:
            found.append(Quote(lang=tongue.code, name=tongue.name, direction=tongue.direction, text=words))
    return tuple(found)


def _provisions(visit: Visit, path: str) -> tuple[Provision, ...]:
    """The provisions of a basic text that the graph knows, in order."""
    snapshot = visit.snapshot
    return tuple(
        Provision(iri=iri, cited=len({row.iri for row in snapshot.by_cited_work.get(iri, ())}))
        for iri in snapshot.works
        if iri.startswith(f"{THINGS}{path}/")
    )


def _stage(visit: Visit, node: EditionNode, title: Title | None, *, is_current: bool, is_new: bool) -> Stage:
    snapshot = visit.snapshot
    return Stage(
        node=node,
        marker=visit.names.marker_of(node.iri),
        when=days(visit.ui, node.earliest, node.latest),
        title=title,
        state=_state(node, is_current=is_current),
        is_title_new=is_new,
        cites=len({row.iri for row in snapshot.by_citing.get(node.iri, ())}),
        cited_by=len({row.iri for row in snapshot.by_cited.get(node.iri, ())}),
    )


def _state(node: EditionNode, *, is_current: bool) -> str:
    if is_current:
        return "current"
    if not node.is_attested:
        return "named-only"
    return "unsure" if node.status == Status.UNVERIFIED.value else "earlier"


def _current(nodes: Sequence[EditionNode]) -> EditionNode | None:
    """The newest edition that somebody attests."""
    sure = [node for node in nodes if node.is_attested and node.status != Status.UNVERIFIED.value]
    return sure[-1] if sure else None


def _titles(stages: Sequence[Stage], current: Stage | None) -> tuple[Borne, ...]:
    """The newest title in each language, and of which edition it is."""
    found: dict[str, Borne] = {}
    for stage in reversed(stages):
        of = "" if stage is current else stage.marker
        for lang, words in stage.node.titles:
            found.setdefault(lang, Borne(title=Title(words=words, lang=lang), of=of))
    return tuple(found.values())
