"""Citations as quads: the qualified citation with its mentions, and the edges that make one-line queries work."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph_service.citing.mention import CitingText, Mention
from graph_service.graph import iris
from graph_service.graph.citing_text import Citer, citer_of
from graph_service.graph.instrument_graph import instrument_quads, named_edition_quads
from graph_service.graph.reading_graph import reading_of
from graph_service.graph.statement import about, text
from graph_service.graph.text_graph import language_text, text_quads
from graph_service.graph.text_json import details_of
from graph_service.graph.vocabulary import (
    BINDING,
    CERTAINTY,
    CITATION_CLASS,
    CITED_EDITION,
    CITED_PART,
    CITED_WORK,
    CITES,
    CITES_IN_BODY,
    CITES_IN_OPERATIVE,
    CITES_IN_PREAMBLE,
    CITES_WORK,
    CITING_PART,
    CITO_CITATION,
    CLAUSE,
    END,
    EXACT,
    HAS_CITATION_CHARACTERIZATION,
    HAS_CITED_ENTITY,
    HAS_CITING_ENTITY,
    HAS_SELECTOR,
    HAS_SOURCE,
    LANGUAGE,
    LOCATOR,
    LOOKING_BACK,
    MENTION,
    MENTION_CLASS,
    PART,
    PART_CLASS,
    PART_OF,
    PRINTED_FORM,
    PRINTED_MARKER,
    QUOTED_TITLE,
    READING,
    SPECIFIC_RESOURCE,
    START,
    TEXT_POSITION_SELECTOR,
    TEXT_QUOTE_SELECTOR,
    TEXT_STATUS,
    TYPE,
    WAS_DERIVED_FROM,
    WAS_GENERATED_BY,
    XSD_NON_NEGATIVE,
    itu,
)
from graph_service.register.register import Register

_GROUP_EDGES = {"preamble": CITES_IN_PREAMBLE, "operative": CITES_IN_OPERATIVE}


def citing_quads(texts: Iterable[CitingText], register: Register) -> Iterator[Quad]:
    """Yield each text with everything it cites; what is struck, and what names the text itself, is no citation."""
    for one in texts:
        citer = citer_of(one, register)
        yield from text_quads(one, citer, register)
        if one.head.suppresses and citer.edition:
            continue
        counted: Counter[tuple[str, NamedNode]] = Counter()
        for mention in one.mentions:
            cited = _cited(mention)
            if not mention.is_struck and not mention.is_self and cited != citer.node:
                counted[mention.part, cited] += 1
                yield from _citation(one, citer, mention, counted[mention.part, cited], register)


def citation_node(citer: NamedNode, part: str, cited: NamedNode, nth: int) -> NamedNode:
    """Return the IRI of the nth citation of one thing in one part: ``<edition>/cit/<part>/<cited>``."""
    dotted = iris.path_of(cited).replace("/", ".")
    return iris.below(citer, "cit", part, dotted if nth == 1 else f"{dotted}.{nth}")


def _cited(mention: Mention) -> NamedNode:
    return iris.named(mention.edition or mention.instrument)


def _citation(source: CitingText, citer: Citer, mention: Mention, nth: int, register: Register) -> Iterator[Quad]:
    graph, cited, work = citer.graph, _cited(mention), iris.named(mention.instrument)
    node = citation_node(citer.node, mention.part, cited, nth)
    part, clause = iris.below(citer.node, "part", mention.part), iris.clause(mention.clause)
    edge, group = _edges(mention.clause, register)
    yield from _named(graph, mention, register)
    yield from about(
        graph, node, (TYPE, CITATION_CLASS), (TYPE, CITO_CITATION), (HAS_CITING_ENTITY, citer.node),
        (HAS_CITED_ENTITY, cited), (HAS_CITATION_CHARACTERIZATION, edge), (CITING_PART, part), (CITED_WORK, work),
        (CITED_EDITION, cited if mention.edition else None), (CITED_PART, text(mention.cited_part)), (CLAUSE, clause),
        (MENTION, iris.below(node, mention.lang)),
    )  # fmt: skip
    yield from about(
        graph, part, (TYPE, PART_CLASS), (PART_OF, citer.node), (PART, text(mention.part)), (CLAUSE, clause)
    )
    yield from about(graph, citer.node, (edge, cited), (group, cited), (CITES, cited), (CITES_WORK, work))
    yield from _mention(source, citer, mention, iris.below(node, mention.lang))


def _edges(clause: str, register: Register) -> tuple[NamedNode, NamedNode]:
    """The edge of a clause, and the one above it for its group; what has no row is a paragraph of the body."""
    row = next((row for row in register.clauses if row.id == clause), None)
    edge = itu(row.property) if row else CITES_IN_BODY
    return edge, _GROUP_EDGES.get(row.group, edge) if row else edge


def _named(graph: NamedNode, mention: Mention, register: Register) -> Iterator[Quad]:
    if mention.edition:
        yield from named_edition_quads(graph, mention.edition, register, mention.marker)
    else:
        yield from instrument_quads(graph, mention.instrument, register)


def _mention(source: CitingText, citer: Citer, mention: Mention, node: NamedNode) -> Iterator[Quad]:
    graph, quote, position = citer.graph, iris.below(node, "quote"), iris.below(node, "position")
    yield from about(
        graph, node, (TYPE, MENTION_CLASS), (TYPE, SPECIFIC_RESOURCE),
        (HAS_SOURCE, language_text(citer.node, mention.lang)), (HAS_SELECTOR, quote), (HAS_SELECTOR, position),
        (LANGUAGE, text(mention.lang)), (PRINTED_FORM, text(mention.text)),
        (PRINTED_MARKER, text(mention.printed_marker)), (QUOTED_TITLE, text(mention.quoted_title)),
        (CITED_PART, text(mention.cited_part)), (TEXT_STATUS, text(mention.status)), (LOCATOR, text(mention.locator)),
        (CERTAINTY, text(mention.certainty)), (LOOKING_BACK, text(mention.looking_back)),
        (BINDING, text(mention.binding)), (READING, details_of(mention)),
        (WAS_DERIVED_FROM, iris.source(source.source)), (WAS_GENERATED_BY, reading_of(source)),
    )  # fmt: skip
    yield from about(graph, quote, (TYPE, TEXT_QUOTE_SELECTOR), (EXACT, text(mention.text)))
    yield from about(
        graph, position, (TYPE, TEXT_POSITION_SELECTOR), (START, _offset(mention.start)), (END, _offset(mention.end))
    )


def _offset(value: int) -> Literal:
    return Literal(str(value), datatype=XSD_NON_NEGATIVE)
