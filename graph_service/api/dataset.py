"""What the data set is, where to ask it, what it holds: VoID and DCAT, at ``/.well-known/void`` and at the endpoint.

https://www.w3.org/TR/void/ , https://www.w3.org/TR/vocab-dcat-3/
"""

from collections.abc import Iterator, Mapping

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph_service.api.description import written
from graph_service.api.documents import tag_of
from graph_service.api.holdings import Holdings
from graph_service.api.negotiation import GRAPH_OFFERS, choose
from graph_service.api.service import Service, TheService
from graph_service.errors import Code, problem
from graph_service.graph.self_description import DATASET, self_description
from graph_service.graph.vocabulary import PREFIXES, XSD_INTEGER
from graph_service.names.iri import TERMS, THINGS

router = APIRouter(tags=["vocabulary"])

_MORE = {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
DATASET_PREFIXES = {**PREFIXES, **_MORE}
_OFFERS = tuple(offer for offer in GRAPH_OFFERS if offer.name != "nquads")
_EXAMPLE = NamedNode(THINGS + "pp/res/197")
_NOT_MODIFIED = 304


@router.get("/.well-known/void", response_class=Response)
async def void(request: Request, service: TheService) -> Response:
    """The data set: its classes and properties with their numbers, its prefixes, its named queries as examples."""
    offer = choose(request.headers.get("accept"), _OFFERS)
    if offer is None:
        what, hint = "none of the accepted formats is on offer", "accept one of those named"
        media = tuple(one.media for one in _OFFERS)
        raise problem(Code.NOT_ACCEPTABLE, what, where="Accept", hint=hint, choices=media)
    version = service.library.version.now()
    headers = {"ETag": tag_of(version, offer.name), "Vary": "Accept", "Cache-Control": "no-cache"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    triples = iter(await dataset(service, str(request.base_url)))
    return Response(written(triples, offer.name, DATASET_PREFIXES), media_type=offer.content_type, headers=headers)


async def dataset(service: Service, address: str) -> tuple[Triple, ...]:
    """Return the description of the data set that is served at an address, which ends in a slash."""
    holdings = await service.counting.holdings(service.library.version.now())
    plain = _plain(address, holdings, service.library.register.version)
    return (*plain, *_partitions(holdings), *self_description(service.queries.values()))


def _plain(address: str, holdings: Holdings, register: str) -> Iterator[Triple]:
    values: dict[str, Literal | NamedNode] = {
        "dct:title": Literal("ITU cross-references", language="en"),
        "dct:description": Literal("Who cites what among the instruments of the ITU", language="en"),
        "dct:license": NamedNode("https://www.apache.org/licenses/LICENSE-2.0"),
        "void:sparqlEndpoint": NamedNode(address + "sparql"),
        "void:uriSpace": Literal(THINGS),
        "void:exampleResource": _EXAMPLE,
        "foaf:homepage": NamedNode(address),
        "void:triples": _number(sum(holdings.properties.values())),
        "void:classes": _number(len(holdings.classes)),
        "void:properties": _number(len(holdings.properties)),
        "owl:versionInfo": Literal(register),
    }
    yield Triple(DATASET, _term("rdf:type"), _term("void:Dataset"))
    yield Triple(DATASET, _term("rdf:type"), _term("dcat:Dataset"))
    for name, value in values.items():
        yield Triple(DATASET, _term(name), value)
    for base in sorted({TERMS, *PREFIXES.values()}):
        yield Triple(DATASET, _term("void:vocabulary"), NamedNode(base))


def _partitions(holdings: Holdings) -> Iterator[Triple]:
    """The classes with the properties of their things, which editors complete from, and the properties in all."""
    yield from _properties(DATASET, "all", holdings.properties)
    for place, (iri, count) in enumerate(holdings.classes.items()):
        node = BlankNode(f"class{place}")
        yield Triple(DATASET, _term("void:classPartition"), node)
        yield Triple(node, _term("void:class"), NamedNode(iri))
        yield Triple(node, _term("void:entities"), _number(count))
        yield from _properties(node, f"class{place}", holdings.partitions.get(iri, {}))


def _properties(of: NamedNode | BlankNode, name: str, counts: Mapping[str, int]) -> Iterator[Triple]:
    for place, (iri, count) in enumerate(counts.items()):
        node = BlankNode(f"{name}property{place}")
        yield Triple(of, _term("void:propertyPartition"), node)
        yield Triple(node, _term("void:property"), NamedNode(iri))
        yield Triple(node, _term("void:triples"), _number(count))


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD_INTEGER)


def _term(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(DATASET_PREFIXES[prefix] + name)
