"""Why the graph says what it says of a thing: each statement with the source that makes it, and the corrections."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.vocabulary import PREFIXES
from graph_service.register.corrections import Correction
from graph_service.register.register import Register

_ABOUT = """
PREFIX itu: <{itu}> PREFIX dct: <http://purl.org/dc/terms/>
SELECT ?graph ?property ?value ?standing WHERE {{
  GRAPH ?graph {{ {node} ?property ?value }}
  FILTER (?property NOT IN (itu:cites, itu:citesWork, itu:citesInPreamble, itu:citesInOperative, itu:citesInAnnex))
  FILTER NOT EXISTS {{ ?property <http://www.w3.org/2000/01/rdf-schema#subPropertyOf>+ itu:cites }}
  BIND (EXISTS {{ {node} ?property ?value }} AS ?standing)
}}
ORDER BY ?graph ?property ?value
"""
_ROW = "row"
_TRUE = {"true", "1"}
"""As engines write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement about a thing: its property and value, who says so, and whether it stands."""

    source: str
    property: str
    value: str
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What stands behind what is known of a thing: statements, rows of the register, corrections of those rows."""

    iri: str
    statements: tuple[Said, ...]
    rows: tuple[str, ...]
    corrections: tuple[Correction, ...]


def why(engine: Engine, register: Register, iri: str) -> Why:
    """Return who says what of a thing; citations are left out, since each names its own source."""
    rows = engine.select(_ABOUT.format(itu=PREFIXES["itu"], node=NamedNode(iri)))
    statements = tuple(
        Said(source=_source(graph), property=_short(name), value=value, stands=standing in _TRUE)
        for graph, name, value, standing in rows
    )
    named = tuple(dict.fromkeys(one.value for one in statements if one.property == f"itu:{_ROW}"))
    corrections = tuple(one for one in register.corrections if one.row in named)
    return Why(iri=iri, statements=statements, rows=named, corrections=corrections)


def _source(graph: str) -> str:
    for start in (iris.SOURCE_GRAPHS, iris.PROPOSAL_GRAPHS):
        if graph.startswith(start):
            return graph.removeprefix(start)
    return graph.rpartition("/")[2]


def _short(name: str) -> str:
    for prefix, base in PREFIXES.items():
        if name.startswith(base):
            return f"{prefix}:{name.removeprefix(base)}"
    return name
