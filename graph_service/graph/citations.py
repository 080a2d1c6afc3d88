"""Citing texts read back from a store, as the checker takes them: what stands, or the proposals apart."""

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph_service.citing.mention import Certainty, CitingText, Mention, TextStatus
from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.text_json import details_from, head_from
from graph_service.graph.vocabulary import (
    BINDING,
    CERTAINTY,
    CITED_EDITION,
    CITED_PART,
    CITED_WORK,
    CITING_PART,
    CLAUSE,
    END,
    HAS_SELECTOR,
    HAS_SOURCE,
    LANGUAGE,
    LOCATOR,
    LOOKING_BACK,
    MENTION,
    PART,
    PREFIXES,
    PRINTED_FORM,
    PRINTED_MARKER,
    QUOTED_TITLE,
    READING,
    START,
    TEXT_STATUS,
)
from graph_service.names.edition import Edition
from graph_service.names.iri import THINGS, parse

_HEAD = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("itu", "dct"))
_TEXTS = """
SELECT ?g ?text ?doc ?lang ?format ?file ?source ?sha256 ?head WHERE {
  GRAPH ?g {
    ?text a itu:LanguageText ; itu:doc ?doc ; dct:language ?lang ; dct:format ?format ; itu:file ?file .
    ?text itu:head ?head .
    ?text dct:source ?entity . ?entity dct:identifier ?source ; itu:sha256 ?sha256 .
  }
  FILTER (STRSTARTS(STR(?g), "<graphs>"))
}
ORDER BY ?g ?text
"""
_PAIRS = """
SELECT ?g ?subject ?value WHERE { GRAPH ?g { ?subject <property> ?value } FILTER (STRSTARTS(STR(?g), "<graphs>")) }
"""
_OF_CITATION = {"cited": CITED_WORK, "clause": CLAUSE}
_OF_MENTION = {
    "text": HAS_SOURCE, "words": PRINTED_FORM, "lang": LANGUAGE, "status": TEXT_STATUS, "certainty": CERTAINTY,
    "locator": LOCATOR, "reading": READING,
}  # fmt: skip
_OPTIONAL_OF_MENTION = {
    "marker": PRINTED_MARKER, "title": QUOTED_TITLE, "cited_part": CITED_PART, "looking_back": LOOKING_BACK,
    "binding": BINDING,
}  # fmt: skip
_CLAUSE = f"{THINGS}clause/"
Node = tuple[str, str]
"""A graph and a subject that it speaks of."""


def stored_texts(engine: Engine, *, proposals: bool = False) -> tuple[CitingText, ...]:
    """Return the citing texts of a store, each with its mentions in the order of their reading.

    Struck words and mentions of a text by itself are no citations and so are not there. ``proposals`` gives the
    proposals instead of what was adopted.
    """
    graphs = iris.PROPOSAL_GRAPHS if proposals else iris.SOURCE_GRAPHS
    mentions: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for graph, row in _mentions(_Pairs(engine, graphs)):
        mentions[graph, row["text"]].append(row)
    return tuple(
        _text(row, mentions.get((row["g"], row["text"]), []))
        for row in engine.select(_HEAD + _TEXTS.replace("<graphs>", graphs)).dicts()
    )


class _Pairs:
    """What graphs say, property by property: a join over graphs is what engines are slow at, each in its own way."""

    def __init__(self, engine: Engine, graphs: str) -> None:
        self._engine = engine
        self._query = _PAIRS.replace("<graphs>", graphs)

    def many(self, prop: NamedNode) -> dict[Node, list[str]]:
        """Return all values of a property."""
        found: dict[Node, list[str]] = defaultdict(list)
        for graph, subject, value in self._engine.select(self._query.replace("<property>", str(prop))):
            found[graph, subject].append(value)
        return found

    def one(self, prop: NamedNode) -> dict[Node, str]:
        """Return the value of a property that has one."""
        return {node: values[0] for node, values in self.many(prop).items()}


def _mentions(pairs: _Pairs) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the mentions of all citations with their graphs; one that is not told whole is none."""
    citation = {name: pairs.one(prop) for name, prop in _OF_CITATION.items()}
    mention = {name: pairs.one(prop) for name, prop in _OF_MENTION.items()}
    optional = {name: pairs.one(prop) for name, prop in _OPTIONAL_OF_MENTION.items()}
    editions, places, parts = pairs.one(CITED_EDITION), pairs.one(CITING_PART), pairs.one(PART)
    selectors, starts, ends = pairs.many(HAS_SELECTOR), pairs.one(START), pairs.one(END)
    for (graph, cites), iris_of_mentions in pairs.many(MENTION).items():
        row = {name: values.get((graph, cites)) for name, values in citation.items()}
        row["part"] = parts.get((graph, places.get((graph, cites), "")))
        for iri in iris_of_mentions:
            node = graph, iri
            one = row | {name: values.get(node) for name, values in mention.items()}
            at = next(((graph, place) for place in selectors.get(node, ()) if (graph, place) in starts), (graph, ""))
            one |= {"start": starts.get(at), "end": ends.get(at)}
            told = {name: value for name, value in one.items() if value is not None}
            if len(told) == len(one):
                told["edition"] = editions.get((graph, cites), "")
                yield graph, told | {name: values.get(node, "") for name, values in optional.items()}


def _text(row: dict[str, str], mentions: list[dict[str, str]]) -> CitingText:
    found = [_mention(row["doc"], one) for one in mentions]
    found.sort(key=lambda mention: (mention.enumeration, mention.locator, mention.start, mention.end))
    return CitingText(
        doc=row["doc"], source=row["source"], file=row["file"], format=row["format"], lang=row["lang"],
        sha256=row["sha256"], head=head_from(row["head"]), mentions=tuple(found),
    )  # fmt: skip


def _mention(doc: str, row: dict[str, str]) -> Mention:
    named = parse((row["edition"] or row["cited"]).removeprefix(THINGS))
    edition = named if isinstance(named, Edition) else None
    instrument = named.instrument if isinstance(named, Edition) else named
    return Mention(
        doc=doc, locator=row["locator"], clause=row["clause"].removeprefix(_CLAUSE), part=row["part"],
        lang=row["lang"], text=row["words"], start=int(row["start"]), end=int(row["end"]), instrument=instrument,
        edition=edition, is_self=False, status=TextStatus(row["status"]), certainty=Certainty(row["certainty"]),
        printed_marker=row["marker"] or None, quoted_title=row["title"] or None,
        cited_part=row["cited_part"] or None, looking_back=row["looking_back"] or None,
        binding=row["binding"] or None, **details_from(row["reading"]),
    )  # fmt: skip
