"""The texts of a file go into a store, or a source out of it: whole or not at all, and what follows is derived anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pyoxigraph import NamedNode

from graph_service.citing.mention import CitingText
from graph_service.errors import Code, problem
from graph_service.graph import iris
from graph_service.graph.build import RunData
from graph_service.graph.citation_graph import citing_quads
from graph_service.graph.citing_text import citer_of
from graph_service.graph.engine import Engine
from graph_service.graph.reading_graph import reading_of, run_quads
from graph_service.graph.said import replace_said
from graph_service.graph.vocabulary import PREFIXES, SHA256
from graph_service.register.register import Register


class Outcome(StrEnum):
    """What became of a source that was to be ingested."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingestion:
    """What an ingestion did: the source, how many texts it holds, and the editions and proposals that they are."""

    source: str
    outcome: Outcome
    texts: int
    instruments: tuple[str, ...]
    editions: tuple[str, ...]


def ingest(
    engine: Engine,
    register: Register,
    texts: Sequence[CitingText],
    *,
    proposal: bool = False,
    run: RunData | None = None,
) -> Ingestion:
    """Put the texts of one source into a store; a text of the same source that was there before goes.

    The editions of adopted texts are made, and the ones before are marked as revised or suppressed. A proposal is
    refused unless ``proposal`` is set; then it stands apart. An unchanged source is left as it is. ``run`` is what the
    caller knows of the time.
    """
    source = _one_source(texts)
    if proposal:
        texts = [replace(text, head=replace(text.head, is_draft=True)) for text in texts]
    elif drafts := [text for text in texts if text.head.is_draft]:
        why = drafts[0].head.draft_reason or "it is a draft"
        hint = "give --proposal to keep it apart from what was adopted"
        raise problem(Code.REFUSED, f"it is a proposal, not an adopted text ({why})", where=source, hint=hint)
    done = _ingestion(source, texts, register)
    graph = iris.proposal_graph(source) if proposal else iris.source_graph(source)
    if _is_there(engine, graph, texts):
        return replace(done, outcome=Outcome.UNCHANGED)
    ran = run_quads(run.id, run.at, register.version, {reading_of(text) for text in texts}) if run else ()
    replace_said(engine, graph, set(citing_quads(texts, register)), beside=ran)
    return done


def withdraw(engine: Engine, source: str) -> int:
    """Take what a source alone says out of a store; return how many statements it made. Raise not-found for no such."""
    graphs = [graph for graph in (iris.source_graph(source), iris.proposal_graph(source)) if _size(engine, graph)]
    if not graphs:
        raise problem(
            Code.NOT_FOUND, "no such source is in the store", where=repr(source), hint="look at `query sources`"
        )
    sizes = [_size(engine, graph) for graph in graphs]
    for graph in graphs:
        replace_said(engine, graph, set())
    return sum(sizes)


def _one_source(texts: Sequence[CitingText]) -> str:
    sources = {text.source for text in texts}
    if len(sources) != 1:
        what = "there is no text in it" if not sources else f"the texts are of {len(sources)} sources"
        raise problem(Code.BAD_REQUEST, what, where=", ".join(sorted(sources)) or "the file", hint="give one file")
    return sources.pop()


def _ingestion(source: str, texts: Sequence[CitingText], register: Register) -> Ingestion:
    citers = [citer_of(text, register) for text in texts]
    instruments = {iris.named(text.head.instrument).value for text in texts if text.head.instrument}
    return Ingestion(
        source=source, outcome=Outcome.IMPORTED, texts=len(texts), instruments=tuple(sorted(instruments)),
        editions=tuple(sorted({citer.node.value for citer in citers if citer.edition or citer.is_proposal})),
    )  # fmt: skip


def _is_there(engine: Engine, graph: NamedNode, texts: Sequence[CitingText]) -> bool:
    """Whether the store holds just these texts of the source, read by this version of the tool."""
    first, node = texts[0], iris.source(texts[0].source)
    sums = f'GRAPH {graph} {{ {node} {SHA256} "{first.sha256}" . {reading_of(first)} a itu:Reading }}'
    return engine.ask(f"PREFIX itu: <{PREFIXES['itu']}> ASK {{ {sums} }}")


def _size(engine: Engine, graph: NamedNode) -> int:
    ((size,),) = engine.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    return int(size)
