"""One broken rule, as both validators report it, and the terms in it as words."""

import re
from dataclasses import dataclass

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?')
_BLANK = re.compile(r"_:\w+|\bN[0-9a-f]{32}\b")
_IRI = re.compile(r"<([^<>\s]*)>")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_MEANT = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True, order=True)
class ValidationResult:
    """One broken rule: the shape, the node, the property and value where the rule is about one, and what to do."""

    shape: str
    node: str
    path: str
    value: str
    severity: str
    message: str


def local_name(iri: str) -> str:
    """Return what stands behind the number sign of an IRI."""
    return iri.rpartition("#")[2]


def term_text(term: str) -> str:
    """Return an IRI or literal of N-Triples as plain text; nothing for a blank node, or a path of several steps."""
    literal, iri = _LITERAL.fullmatch(term), _IRI.fullmatch(term)
    if literal:
        return _ESCAPE.sub(_unescaped, literal[1])
    return iri[1] if iri else ""


def literals_as_text(words: str) -> str:
    """Return words in which literals of N-Triples stand with these as plain text."""
    return _LITERAL.sub(lambda found: _ESCAPE.sub(_unescaped, found[1]), words)


def without_labels(words: str) -> str:
    """Return words without the labels of blank nodes, which mean nothing and differ from run to run."""
    return _BLANK.sub("a node without IRI", words)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _MEANT.get(found[3], found[3])
