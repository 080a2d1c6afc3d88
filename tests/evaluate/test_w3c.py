"""The W3C's tests of the SPARQL 1.1 Protocol and Service Description, run as their manifests say.

Left out where the manifests are not at hand. Query and update are two endpoints here; an update bears the token.
"""

import http.client
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn
from pyoxigraph import Store
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from graph_service.api.app import create_app
from graph_service.settings import Settings

SHARED = Path(os.environ.get("ITUGRAPH_SHARED", Path(__file__).parents[3] / "shared")) / "w3c"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
TOKEN = "token-of-the-test"  # noqa: S105 - no secret
FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"},
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    media: str
    body: bytes


def manifest(folder: str) -> tuple[Graph, list[Node]]:
    path = SHARED / folder / "manifest.ttl"
    graph = Graph().parse(path)
    entries = graph.value(predicate=MF.entries, any=False, subject=URIRef(path.as_uri()))
    assert entries is not None
    return graph, list(Collection(graph, entries))


PROTOCOL, PROTOCOL_TESTS = manifest("protocol")
DESCRIPTION_TESTS = manifest("service-description")[1]


def name(test: Node) -> str:
    return str(test).rpartition("#")[2]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("w3c") / "store"
    Store(str(folder)).flush()
    app = create_app(Settings(store=str(folder), update_token=TOKEN, _env_file=None))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def send(port: int, method: str, path: str, headers: dict[str, str], body: bytes | None) -> Reply:
    """Send a request with these headers and no other, but for what HTTP itself asks for."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for key, value in headers.items():
        connection.putheader(key, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    reply = connection.getresponse()
    found = Reply(reply.status, reply.headers.get_content_type(), reply.read())
    connection.close()
    return found


def put_graphs(port: int, test: Node) -> None:
    with_token = {"Authorization": f"Bearer {TOKEN}"}
    cleared = send(port, "POST", "/update", {**with_token, "Content-Type": "application/sparql-update"}, b"DROP ALL")
    assert cleared.status == 204
    for data in PROTOCOL.objects(test, UT.graphData):
        label = quote(str(PROTOCOL.value(data, RDFS.label)), safe="")
        file = SHARED / "protocol" / Path(str(PROTOCOL.value(data, UT.graph))).name
        headers = {**with_token, "Content-Type": "application/n-triples"}
        assert send(port, "PUT", f"/graph-store?graph={label}", headers, file.read_bytes()).status == 201


def run(port: int, test: Node, request: Node) -> Reply:
    method = str(PROTOCOL.value(request, HT.methodName))
    path = str(PROTOCOL.value(request, HT.absolutePath))
    listed = PROTOCOL.value(request, HT.headers)
    headers = {
        str(PROTOCOL.value(one, HT.fieldName)).lower(): str(PROTOCOL.value(one, HT.fieldValue))
        for one in (Collection(PROTOCOL, listed) if listed is not None else ())
    }
    content = PROTOCOL.value(request, HT.body)
    body = None
    if content is not None:
        encoding = str(PROTOCOL.value(content, CNT.characterEncoding))
        body = str(PROTOCOL.value(content, CNT.chars)).encode(encoding)
    is_query = method == "GET" or "update" not in name(test) or "sparql-query" in headers.get("content-type", "")
    if not is_query:
        headers["authorization"] = f"Bearer {TOKEN}"
    endpoint = "/sparql" if is_query else "/update"
    return send(port, method, endpoint + path.removeprefix("/sparql/"), headers, body)


@pytest.mark.parametrize("test", PROTOCOL_TESTS, ids=name)
def test_protocol(port: int, test: Node) -> None:
    put_graphs(port, test)
    action = PROTOCOL.value(test, MF.action)
    requests = PROTOCOL.value(action, HT.requests)
    assert requests is not None
    for request in Collection(PROTOCOL, requests):
        reply = run(port, test, request)
        wanted = PROTOCOL.value(request, HT.resp)
        classes = {str(status)[-3] for status in PROTOCOL.objects(wanted, MF.expectedStatus)}
        assert str(reply.status)[0] in classes, reply
        form = PROTOCOL.value(wanted, MF.expectedFormat)
        if form is not None:
            assert reply.media in FORMATS[str(form)], reply
        boolean = PROTOCOL.value(wanted, MF.expectedBoolean)
        if boolean is not None:
            assert (b"true" in reply.body) == bool(boolean.toPython() if isinstance(boolean, Literal) else boolean)


def described(port: int) -> Graph:
    reply = send(port, "GET", "/sparql", {}, None)
    assert reply.status == 200
    assert reply.media in FORMATS["RDF"]
    return Graph().parse(data=reply.body, format="turtle")


RANGES = {
    SD.feature: None,
    SD.supportedLanguage: None,
    SD.resultFormat: None,
    SD.inputFormat: None,
    SD.defaultEntailmentRegime: None,
    SD.endpoint: None,
    SD.defaultDataset: SD.Dataset,
    SD.defaultGraph: SD.Graph,
    SD.namedGraph: SD.NamedGraph,
    SD.name: None,
    SD.graph: SD.Graph,
}
"""The properties of the schema that we use, and the class of their values where it is one of the schema's own."""


@pytest.mark.parametrize("test", DESCRIPTION_TESTS, ids=name)
def test_service_description(port: int, test: Node) -> None:
    graph = described(port)
    services = list(graph.subjects(RDF.type, SD.Service))
    match name(test):
        case "returns-rdf":
            assert len(graph) > 0
        case "has-endpoint-triple":
            assert URIRef(f"http://127.0.0.1:{port}/sparql") in set(graph.objects(services[0], SD.endpoint))
        case "conforms-to-schema":
            assert len(services) == 1
            for _, prop, value in graph:
                if prop in SD:
                    assert prop in RANGES, prop
                    wanted = RANGES[URIRef(str(prop))]
                    assert wanted is None or (value, RDF.type, wanted) in graph
        case other:
            pytest.fail(f"a test that is not known: {other}")
