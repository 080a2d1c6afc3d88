"""Turtle and TriG come out the same for the same statements, whatever order they came in."""

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from graph_service.graph.turtle import prefixed, turtle

EX = "http://example.org/"
A, B, G = (NamedNode(EX + name) for name in ("a", "b", "g"))
TRIPLES = [Triple(A, B, Literal("@prefix of a literal\n@prefix ")), Triple(A, B, B), Triple(B, A, A)]
PREFIXES = {"ex": EX, "other": "http://other.org/", "third": "http://third.org/"}


def test_the_same_triples_give_the_same_text() -> None:
    written = {turtle(triples, PREFIXES) for triples in (TRIPLES, TRIPLES[::-1], [*TRIPLES, *TRIPLES])}
    assert len(written) == 1
    (text,) = written
    assert text.startswith("@prefix ex: <http://example.org/> .\n@prefix other:")


def test_it_reads_back() -> None:
    back = {
        Triple(quad.subject, quad.predicate, quad.object) for quad in parse(turtle(TRIPLES, PREFIXES), RdfFormat.TURTLE)
    }
    assert back == set(TRIPLES)


def test_graphs_read_back_from_trig() -> None:
    quads = [Quad(A, B, A), Quad(A, B, B, G)]
    assert set(parse(prefixed(quads, RdfFormat.TRIG, PREFIXES), RdfFormat.TRIG)) == set(quads)
