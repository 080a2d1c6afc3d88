"""Bodies, Sectors, places and conferences as quads, named in every language that the register has."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.statement import about, attested, day, text, whole
from graph_service.graph.vocabulary import (
    ALT_LABEL,
    BASIC_TEXT_CLASS,
    BODY_CLASS,
    CLOSES,
    CONFERENCE_CLASS,
    GRADE,
    HELD_BY,
    HIDDEN_LABEL,
    IDENTIFIER,
    INSTRUMENT_CLASS,
    KIND,
    LABEL,
    NUMBER,
    OPENS,
    PLACE,
    PLACE_CLASS,
    SECTOR,
    SECTOR_CLASS,
    SOURCE,
    STATUS,
    TYPE,
    YEAR,
)
from graph_service.names.conference import Conference
from graph_service.register.register import Register
from graph_service.register.values import Body, Name

_LABEL_USES = ("official", "marker")
_OTHER_USES: Mapping[str, NamedNode] = {"abbreviation": ALT_LABEL, "search form": HIDDEN_LABEL}


def conference_quads(register: Register) -> Iterator[Quad]:
    """Yield every body, place and conference of the register."""
    for body in register.bodies.values():
        yield from _body(body, register)
    for place in sorted({one.place for one in register.conferences.values() if one.place}):
        yield from _place(place, register)
    for conference in register.conferences.values():
        yield from _conference(conference, register)


def name_quads(subject: NamedNode, names: tuple[Name, ...]) -> Iterator[Quad]:
    """Yield the names of a thing, each in the graph of its source: one label a language, the rest beside it."""
    labelled: set[str] = set()
    for name in names:
        graph = iris.source_graph(name.evidence.source)
        if name.use in _LABEL_USES and name.lang not in labelled:
            labelled.add(name.lang)
            yield from about(graph, subject, (LABEL, text(name.form, name.lang)))
        else:
            yield from about(graph, subject, (_OTHER_USES.get(name.use, ALT_LABEL), text(name.form, name.lang)))


def _names(register: Register, subject: str) -> tuple[Name, ...]:
    kind = subject.partition("/")[0]
    return tuple(name for name in register.names_of_kind(kind) if name.subject == subject)


def _body(body: Body, register: Register) -> Iterator[Quad]:
    graph, node = iris.source_graph(body.evidence.source), iris.body(body.id)
    names = _names(register, f"body/{body.id}")
    has_english = any(name.lang == "en" and name.use == "official" for name in names)
    label = (LABEL, None if has_english else text(body.name, "en"))
    if body.kind == "basic text":
        yield from about(
            graph, node, (TYPE, INSTRUMENT_CLASS), (TYPE, BASIC_TEXT_CLASS), (NUMBER, text(body.id)), label,
            *attested(body.evidence, f"bodies/{body.id}"),
        )  # fmt: skip
    else:
        own = body.kind == "sector"
        yield from about(
            graph, node, (TYPE, BODY_CLASS), (TYPE, SECTOR_CLASS if own else None), (KIND, text(body.kind)),
            (IDENTIFIER, text(body.id)), label,
            (SECTOR, iris.body(body.sector) if body.sector and not own else None),
            *attested(body.evidence, f"bodies/{body.id}"),
        )  # fmt: skip
    yield from name_quads(node, names)


def _place(place: str, register: Register) -> Iterator[Quad]:
    node, names = iris.place(place), _names(register, f"place/{place}")
    for conference in register.conferences.values():
        if conference.place == place:
            graph = iris.source_graph(conference.source)
            yield from about(graph, node, (TYPE, PLACE_CLASS), (IDENTIFIER, text(place)))
            if not any(name.lang == "en" for name in names):
                yield from about(graph, node, (LABEL, text(place, "en")))
    yield from name_quads(node, names)


def _conference(conference: Conference, register: Register) -> Iterator[Quad]:
    graph, node = iris.source_graph(conference.source), iris.conference(conference.id)
    yield from about(
        graph, node, (TYPE, CONFERENCE_CLASS), (IDENTIFIER, text(conference.id)), (HELD_BY, iris.body(conference.body)),
        (PLACE, iris.place(conference.place) if conference.place else None), (YEAR, whole(conference.year)),
        (OPENS, day(conference.opens)), (CLOSES, day(conference.closes)), (SOURCE, iris.source(conference.source)),
        (GRADE, text(conference.grade)), (STATUS, text(conference.status)),
        *((LABEL, text(_label(conference, lang.lang, register), lang.lang)) for lang in register.languages),
    )  # fmt: skip


def _label(conference: Conference, lang: str, register: Register) -> str | None:
    """The name of the body with city and year, without the words that languages put between them."""
    body = register.name(f"body/{conference.body}", lang, "official", "abbreviation")
    city = register.city(conference.place, lang) if conference.place else None
    if body is None or (conference.place and city is None and lang != "en"):
        return None
    where = city or conference.place or ""
    return f"{body} ({where} {conference.year})" if where else f"{body} ({conference.year})"
