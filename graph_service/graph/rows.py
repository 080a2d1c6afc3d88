"""What a SELECT answers: its variables and its rows, read whole in the thread that asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple
"""Any RDF term; a triple only where an engine answers with quoted ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The answer of a SELECT: ``variables`` in order, each row with a term or None (unbound) per variable."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Yield each row as plain text, an IRI or a literal's form; unbound is the empty string."""
        for row in self.rows:
            yield tuple(text_of(term) for term in row)

    def dicts(self) -> tuple[dict[str, str], ...]:
        """Return each row as plain text by variable; unbound is the empty string."""
        return tuple(dict(zip(self.variables, row, strict=True)) for row in self)

    def terms(self) -> Iterator[dict[str, Term]]:
        """Yield each row as terms by variable, without the unbound ones."""
        for row in self.rows:
            yield {name: term for name, term in zip(self.variables, row, strict=True) if term is not None}


def text_of(term: Term | None) -> str:
    """Return a term's IRI or lexical form without quotes, language or datatype; empty for None."""
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple) else term.value
