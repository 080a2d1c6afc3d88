"""What tools ask a store about itself before they ask anything else: its prefixes and its questions, as RDF.

Editors read both from an endpoint's default graph: prefixes as ``sh:declare`` (SHACL, section 5.2.1),
named queries as ``sh:SPARQLExecutable``.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from graph_service.graph.queries import NamedQuery
from graph_service.graph.vocabulary import PREFIXES, term
from graph_service.names.iri import BASE

DATASET = NamedNode(BASE + "dataset")
"""The data set as a whole, which declares the prefixes."""


def self_description(queries: Iterable[NamedQuery]) -> Iterator[Triple]:
    """Yield the prefixes that a store declares and the named queries that it can be asked, each with its summary."""
    for prefix, base in PREFIXES.items():
        node = NamedNode(f"{BASE}prefix/{prefix}")
        yield Triple(DATASET, term("sh:declare"), node)
        yield Triple(node, term("sh:prefix"), Literal(prefix))
        yield Triple(node, term("sh:namespace"), Literal(base, datatype=term("xsd:anyURI")))
    for query in queries:
        node = NamedNode(f"{BASE}query/{query.name}")
        yield Triple(node, term("rdf:type"), term("sh:SPARQLExecutable"))
        yield Triple(node, term("rdf:type"), term("sh:SPARQLSelectExecutable"))
        yield Triple(node, term("rdfs:label"), Literal(query.summary, language="en"))
        yield Triple(node, term("rdfs:comment"), Literal(query.summary, language="en"))
        yield Triple(node, term("sh:prefixes"), DATASET)
        yield Triple(node, term("sh:select"), Literal(query.text))
        yield Triple(node, term("schema:target"), DATASET)
