"""Triples as Turtle and quads as TriG, the same text for the same statements."""

from collections.abc import Iterable, Mapping

from pyoxigraph import Quad, RdfFormat, Triple, serialize


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Return sorted triples as Turtle."""
    return prefixed(sorted(set(triples), key=str), RdfFormat.TURTLE, prefixes)


def prefixed(statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat, prefixes: Mapping[str, str]) -> str:
    """Return statements in a form with prefixes; the serializer's prefix lines come in no order, so they are sorted."""
    written = serialize(statements, format=form, prefixes=dict(prefixes)) or b""
    lines = written.decode().splitlines()
    heads = sorted(line for line in lines if line.startswith("@prefix "))
    return "\n".join([*heads, "", *(line for line in lines if not line.startswith("@prefix "))]) + "\n"
