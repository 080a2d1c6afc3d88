"""A store is built from the register and the citations of its texts: whole, or not at all."""

import gc
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from graph_service.citing.mention import CitingText
from graph_service.errors import Code, problem
from graph_service.graph import iris
from graph_service.graph.citation_graph import citing_quads
from graph_service.graph.clause_scheme import clause_quads
from graph_service.graph.derived import derive_update
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.nquads import sorted_lines, write_lines
from graph_service.graph.own_folder import OwnFolder
from graph_service.graph.queries import NamedQuery
from graph_service.graph.reading_graph import reading_of, run_quads
from graph_service.graph.register_graph import register_quads
from graph_service.graph.self_description import self_description
from graph_service.graph.standing import standing
from graph_service.graph.store_name import is_remote
from graph_service.graph.swapping import fresh_folder, put_right, swap
from graph_service.graph.vocabulary import PREFIXES
from graph_service.register.register import Register

_PATIENCE = 600.0
"""Seconds that an endpoint may take for one request of a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a store holds: triples of the default graph, quads in all, and things of some classes."""

    triples: int
    quads: int
    instruments: int
    editions: int
    citations: int
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunData:
    """What a run leaves in its own graph: its id and the time it began, told by the caller."""

    id: str
    at: datetime


def build(
    register: Register,
    texts: Iterable[CitingText],
    store: str | Path,
    *,
    ontology: Path,
    queries: Iterable[NamedQuery] = (),
    run: RunData | None = None,
) -> Counts:
    """Build the store of a folder or endpoint and return what it holds; the old one goes when this stands.

    ``queries`` are those that the store will name to who asks it for examples.
    """
    texts = tuple(texts)
    ran = run_quads(run.id, run.at, register.version, {reading_of(text) for text in texts}) if run else ()
    with _nothing_collected():
        lines = sorted_lines(chain(all_quads(register, texts, ontology, queries), ran))
    if isinstance(store, str) and is_remote(store):
        return _into_endpoint(lines, store)
    return _into_folder(lines, Path(store))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hundreds of thousands of quads, no cycle among them: looking for some takes a sixth of a build."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def fill(engine: Engine, register: Register, texts: Iterable[CitingText], *, ontology: Path) -> Counts:
    """Fill an empty engine with the graph of a register and texts and return what it holds."""
    return _load(engine, sorted_lines(all_quads(register, texts, ontology)))


def all_quads(
    register: Register, texts: Iterable[CitingText], ontology: Path, queries: Iterable[NamedQuery] = ()
) -> Iterator[Quad]:
    """Yield what every source says, the ontology, and what stands of it in the default graph."""
    said = {*ontology_quads(ontology), *clause_quads(iris.ONTOLOGY_GRAPH, register.clauses)}
    said.update(Quad(one.subject, one.predicate, one.object, iris.ONTOLOGY_GRAPH) for one in self_description(queries))
    said.update(register_quads(register))
    said.update(citing_quads(texts, register))
    yield from said
    yield from standing(said)


def ontology_quads(folder: Path) -> Iterator[Quad]:
    """Yield the vocabulary in its own graph."""
    for quad in parse(path=folder / "itu.ttl", format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, iris.ONTOLOGY_GRAPH)


def count(engine: Engine) -> Counts:
    """Return how much a store holds."""
    names = ("Instrument", "Edition", "Citation", "Mention")
    instruments, editions, citations, mentions = (_number(engine, f"?thing a itu:{name}") for name in names)
    triples = _number(engine, "?thing ?p ?o")
    return Counts(
        triples=triples, quads=triples + _number(engine, "GRAPH ?g { ?thing ?p ?o }"), instruments=instruments,
        editions=editions, citations=citations, mentions=mentions,
    )  # fmt: skip


def _number(engine: Engine, pattern: str) -> int:
    query = f"PREFIX itu: <{PREFIXES['itu']}> SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
    ((found,),) = engine.select(query)
    return int(found)


def _load(engine: Engine, lines: list[str]) -> Counts:
    with closing(OwnFolder()) as own:
        file = own.path / "graph.nq"
        write_lines(lines, file)
        engine.bulk_load(file)
    engine.update(derive_update())
    engine.flush()
    return count(engine)


def _into_endpoint(lines: list[str], address: str) -> Counts:
    """Build in memory, so that what is derived is the same on every engine, and put it into the endpoint."""
    from graph_service.graph.endpoint_build import put_in_place  # noqa: PLC0415 - a HTTP client, where one is needed
    from graph_service.graph.remote import RemoteEngine  # noqa: PLC0415

    made, engine = open_engine(None), RemoteEngine(address, timeout=_PATIENCE)
    try:
        counts = _load(made, lines)
        put_in_place(engine, made.dump())
    finally:
        made.close()
        engine.close()
    return counts


def _into_folder(lines: list[str], folder: Path) -> Counts:
    """Build beside the folder and put the new store in its place; the old one stays until then."""
    _ours_to_replace(folder)
    put_right(folder)
    fresh = fresh_folder(folder)
    try:
        engine = open_engine(fresh)
        try:
            counts = _load(engine, lines)
        finally:
            engine.close()
        swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return counts


def _ours_to_replace(folder: Path) -> None:
    """Refuse a folder that holds something else than a store."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "CURRENT").is_file():
        what = "the folder holds other things than a store"
        raise problem(Code.REFUSED, what, where=str(folder), hint="name an empty folder or another one")
