"""The search: what words name, and the texts whose titles have them; suggestions while one types."""

import json
from dataclasses import dataclass
from difflib import get_close_matches

from starlette.responses import Response

from graph_service.analysing.answer import Window
from graph_service.analysing.holdings import natural
from graph_service.errors import Code, ProblemError
from graph_service.names.edition import Edition
from graph_service.names.iri import THINGS, NotAPathError, parse
from graph_service.web.citations import Pager, pager
from graph_service.web.rendering import answered
from graph_service.web.titles import Title
from graph_service.web.visit import Visit

SUGGESTIONS = 8
ROWS = 30
_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One text that was found: its address, its title, the words that were found where those are others."""

    iri: str
    title: Title | None
    matched: str | None
    lang: str
    cited_by: int


def search(visit: Visit) -> Response:
    """Return the page of what was found."""
    words = visit.asked("q")
    if not words:
        return visit.page("search.html", words="", named=(), is_ambiguous=False, hits=(), pages=None, total=0)
    named, is_ambiguous = what_is_named(visit, words)
    offset = visit.number("offset", 0)
    hits = visit.shelf.search.search(words, Window(offset=offset, limit=ROWS))
    found = [_hit(visit, hit.instrument.iri, hit.text, hit.lang) for hit in hits.items]
    others = [one for one in found if one.iri not in {other.iri for other in named}]
    return visit.page(
        "search.html",
        words=words,
        named=named if offset == 0 else (),
        is_ambiguous=is_ambiguous,
        hits=others if offset == 0 else found,
        pages=_pages(visit, offset, len(hits.items), hits.total),
        total=hits.total,
    )


def suggest(visit: Visit) -> Response:
    """Return names and titles that fit what has been typed, as JSON."""
    words = visit.asked("q")
    found: list[dict[str, str]] = []
    if len(words) >= _SHORTEST:
        named, _ = what_is_named(visit, words)
        hits = visit.shelf.search.search(words, Window(limit=SUGGESTIONS)).items
        iris = dict.fromkeys([*(one.iri for one in named), *(hit.instrument.iri for hit in hits)])
        found = [
            {"name": visit.names.of(iri), "title": _words(visit.names.title(iri)), "url": visit.ui.thing(iri)}
            for iri in list(iris)[:SUGGESTIONS]
        ]
    body = json.dumps(found, ensure_ascii=False).encode()
    return answered(visit.request, body, "application/json", more={"Vary": "Accept-Language"})


def what_is_named(visit: Visit, words: str) -> tuple[tuple[Found, ...], bool]:
    """Return the things that words name as an identifier does, and whether they are several to choose from."""
    try:
        return (_hit(visit, visit.iri(words), None, ""),), False
    except ProblemError as error:
        if error.problem.code is not Code.AMBIGUOUS:
            return (), False
        iris = [choice if choice.startswith(THINGS) else THINGS + choice for choice in error.problem.choices]
        known = [iri for iri in iris if iri in visit.snapshot.works or iri in visit.snapshot.editions]
        return tuple(_hit(visit, iri, None, "") for iri in known), bool(known)


def nearest(visit: Visit, words: str, most: int = SUGGESTIONS) -> tuple[Found, ...]:
    """Return the texts that come nearest to what nothing is known of."""
    named, _ = what_is_named(visit, words)
    steps = [step for step in words.replace("/", " ").split() if step]
    for tried in (words, " ".join(steps), *(" ".join(steps[-count:]) for count in range(len(steps) - 1, 0, -1))):
        hits = visit.shelf.search.search(tried, Window(limit=most)).items
        if hits or named:
            found = [*named, *(_hit(visit, hit.instrument.iri, hit.text, hit.lang) for hit in hits)]
            return tuple({one.iri: one for one in found}.values())[:most]
    return tuple(_hit(visit, iri, None, "") for iri in _beside(visit, words)[:most])


def _beside(visit: Visit, path: str) -> list[str]:
    """The texts of the same body and kind whose numbers are nearest to that of a path that nothing is known of."""
    try:
        name = parse(path)
    except NotAPathError:
        return []
    wanted = name.instrument if isinstance(name, Edition) else name
    known = {
        work.iri: work.instrument.number
        for work in visit.snapshot.works.values()
        if work.instrument and (work.instrument.body, work.instrument.kind) == (wanted.body, wanted.kind)
    }
    if not wanted.number.isdecimal():
        near = get_close_matches(wanted.number, known.values(), n=SUGGESTIONS, cutoff=0.0)
        return sorted((iri for iri, number in known.items() if number in near), key=natural)
    far = {iri: abs(int(number) - int(wanted.number)) for iri, number in known.items() if number.isdecimal()}
    return sorted(far, key=lambda iri: (far[iri], natural(iri)))


def _hit(visit: Visit, iri: str, matched: str | None, lang: str) -> Found:
    title = visit.names.title(iri)
    snapshot = visit.snapshot
    rows = (snapshot.by_cited_work if iri in snapshot.works else snapshot.by_cited).get(iri, ())
    is_other = matched not in {None, _words(title), snapshot.label(iri)}
    return Found(
        iri=iri,
        title=title,
        matched=matched if is_other else None,
        lang=lang,
        cited_by=len({row.iri for row in rows}),
    )


def _words(title: Title | None) -> str:
    return title.words if title else ""


def _pages(visit: Visit, offset: int, shown: int, total: int) -> Pager:
    return pager(visit, offset, shown, total, size=ROWS)
