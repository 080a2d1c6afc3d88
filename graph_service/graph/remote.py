"""The remote engine: any SPARQL 1.1 endpoint over HTTP; its answers become the same terms as the embedded one's."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import httpx
from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph import iris
from graph_service.graph.dialect import IS_VIRTUOSO, PLAIN, VIRTUOSO, Dialect
from graph_service.graph.inserting import clear_and_insert, insert_data
from graph_service.graph.remote_address import remote_address
from graph_service.graph.rows import Rows, text_of

_RESULTS = "application/sparql-results+xml, application/sparql-results+json;q=0.9"
_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_QUADS_A_REQUEST = 5000
_SIZES = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
"""Virtuoso answers this a hundred times faster than SELECT DISTINCT ?g."""
_ECHO = "SPARQL query:"
"""What Virtuoso puts before the query that it sends back with an error."""
_GRAPHS_LAST = 10.0
"""Seconds for which the names of the graphs are taken to be the same, unless this engine writes."""


class RemoteEngine:
    """An endpoint behind the engine's interface; ``address`` is as `remote_address` takes it.

    What it is, and so what it has to be told, is asked of it before the first request.
    """

    def __init__(self, address: str, *, timeout: float = 60.0) -> None:
        self._address = remote_address(address)
        self._client = httpx.Client(timeout=timeout, auth=self._address.login)
        self._dialect: Dialect | None = None
        self._graphs: tuple[str, ...] = ()
        self._listed_at: float | None = None

    @property
    def default_graph(self) -> NamedNode | None:
        """The named graph that serves as the default graph, None where the endpoint has a real one."""
        return self._spoken().default_graph

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs that hold data, sorted; what a build is laying by is not data yet."""
        dialect = self._spoken()
        if self._listed_at is None or time.monotonic() - self._listed_at > _GRAPHS_LAST:
            self._graphs = tuple(sorted(filter(dialect.holds_data, self._sizes())))
            self._listed_at = time.monotonic()
        return self._graphs

    def laid_by(self) -> dict[str, int]:
        """Return the graphs that a build has laid by and not put in place yet, with their sizes."""
        return {name: size for name, size in self._sizes().items() if name.startswith(iris.BUILDING_GRAPHS)}

    def select(self, query: str) -> Rows:
        """Return the whole answer of a SELECT."""
        return self._table(self.written(query))

    def ask(self, query: str) -> bool:
        """Return the answer of an ASK; some engines answer it as a table of one cell."""
        return self._truth(self.written(query))

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Return the whole answer of a CONSTRUCT or DESCRIBE."""
        answer = self._ask(self.written(query), _TRIPLES)
        media = answer.headers.get("content-type", "").partition(";")[0].strip()
        form = RdfFormat.from_media_type(media) or RdfFormat.N_TRIPLES
        return tuple(Triple(quad.subject, quad.predicate, quad.object) for quad in parse(answer.content, form))

    def update(self, update: str) -> None:
        """Send a SPARQL update as one request."""
        self._write(update, reads=self._spoken().reads_graphs(update))

    def written(self, query: str) -> str:
        """Return a query as the endpoint has to be sent it."""
        dialect = self._spoken()
        return dialect.query(query, self.graphs() if dialect.asks_graphs(query) else None)

    def insert(self, quads: Iterable[Quad]) -> None:
        """Add quads by one request."""
        self._write(insert_data(quads), reads=False)

    def replace_graph(self, graph: NamedNode | None, triples: Iterable[Triple]) -> None:
        """Make the triples the whole content of a graph, by one request."""
        self._write(clear_and_insert(graph, triples), reads=False)

    def bulk_load(self, path: Path) -> None:
        """Add all quads of an N-Quads file, by a request per few thousand."""
        with path.open("rb") as file:
            quads = parse(file, RdfFormat.N_QUADS)
            while some := list(islice(quads, _QUADS_A_REQUEST)):
                self.insert(some)

    def dump(self) -> Iterator[Quad]:
        """Yield every quad, graph by graph."""
        for triple in self.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
            yield Quad(triple.subject, triple.predicate, triple.object)
        for name in self.graphs():
            graph = NamedNode(name)
            for triple in self.construct(f"CONSTRUCT {{ ?s ?p ?o }} FROM {graph} WHERE {{ ?s ?p ?o }}"):
                yield Quad(triple.subject, triple.predicate, triple.object, graph)

    def flush(self) -> None:
        """Do nothing: what a server has acknowledged is its own to keep."""

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _spoken(self) -> Dialect:
        """The dialect of the endpoint, asked for once."""
        if self._dialect is None:
            self._dialect = VIRTUOSO if self._truth(IS_VIRTUOSO) else PLAIN
        return self._dialect

    def _write(self, update: str, *, reads: bool) -> None:
        text = self._spoken().update(update, self.graphs() if reads else None)
        self._send(self._address.updates, text, "application/sparql-update", "*/*")
        self._listed_at = None

    def _sizes(self) -> dict[str, int]:
        return {name: int(size) for name, size in self._table(_SIZES)}

    def _table(self, query: str) -> Rows:
        solutions = _results(self._ask(query, _RESULTS))
        if not isinstance(solutions, QuerySolutions):
            raise self._wrong(query, "a SELECT was expected")
        names = tuple(variable.value for variable in solutions.variables)
        return Rows(variables=names, rows=tuple(tuple(solution) for solution in solutions))

    def _truth(self, query: str) -> bool:
        found = _results(self._ask(query, _RESULTS))
        if isinstance(found, QueryBoolean):
            return bool(found)
        cells = [text_of(term) for solution in found for term in solution]
        return cells in (["1"], ["true"])

    def _ask(self, query: str, accept: str) -> httpx.Response:
        return self._send(self._address.queries, query, "application/sparql-query", accept)

    def _send(self, url: str, body: str, media: str, accept: str) -> httpx.Response:
        headers = {"Content-Type": media, "Accept": accept}
        try:
            answer = self._client.post(url, content=body.encode(), headers=headers)
        except httpx.TimeoutException as error:
            hint = "ask for less, or give it more time"
            raise problem(Code.TIMED_OUT, "the endpoint did not answer in time", where=url, hint=hint) from error
        except httpx.HTTPError as error:
            hint = "start the endpoint or correct its address"
            raise problem(
                Code.STORE_UNAVAILABLE, f"the endpoint cannot be reached: {error}", where=url, hint=hint
            ) from error
        if answer.status_code not in {httpx.codes.OK, httpx.codes.CREATED, httpx.codes.NO_CONTENT}:
            raise _refused(url, answer)
        return answer

    def _wrong(self, query: str, what: str) -> ProblemError:
        return problem(Code.BAD_QUERY, what, where=query.strip()[:80], hint="use another form of query")


def _results(answer: httpx.Response) -> QuerySolutions | QueryBoolean:
    media = answer.headers.get("content-type", "").partition(";")[0].strip()
    form = QueryResultsFormat.from_media_type(media) or QueryResultsFormat.XML
    try:
        return parse_query_results(answer.content, form)
    except SyntaxError as error:
        what, hint = f"its answer ({media or 'of no type'}) is no result of a query", "see that it is a SPARQL endpoint"
        raise problem(Code.STORE_UNAVAILABLE, what, where=str(answer.url), hint=hint) from error


def _refused(url: str, answer: httpx.Response) -> ProblemError:
    """The problem of an answer that is none; 206 is a result cut short, which is no answer either."""
    said = " ".join(answer.text.partition(_ECHO)[0].split())[:500]
    if answer.status_code == httpx.codes.BAD_REQUEST:
        return problem(Code.BAD_QUERY, said, where=url, hint="correct the query at that place")
    if answer.status_code == httpx.codes.PARTIAL_CONTENT:
        return problem(Code.TIMED_OUT, "the endpoint cut the result short", where=url, hint="give it more time")
    if answer.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        hint = "write its login into its address, http://user:password@host/..., or give that one more rights"
        return problem(
            Code.STORE_UNAVAILABLE,
            f"the endpoint asks who that is ({said or answer.status_code})",
            where=url,
            hint=hint,
        )
    what = f"the endpoint answered {answer.status_code}: {said}"
    return problem(Code.STORE_UNAVAILABLE, what, where=url, hint="look into the endpoint's log")
