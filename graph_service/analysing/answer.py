"""The values that answers are made of: a reference, a citation as clients see it, a page of a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")

MOST_ITEMS = 1000
"""The longest page that a client may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A thing to follow: its permanent IRI and its label in the language asked for."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationItem:
    """One citation: who cites what, in which clause and part, in which words, read where (design, section 7)."""

    citing: Ref
    cited: Ref
    clause: str
    part: str
    text: str
    lang: str
    locator: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The stretch of a list that a client asks for."""

    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """A stretch of a list: its items, how many there are in all, and where the next stretch begins."""

    items: tuple[T, ...]
    total: int
    offset: int
    next_offset: int | None


def page(found: Sequence[U], window: Window, show: Callable[[U], T]) -> Page[T]:
    """Return the window's stretch of what was found; only what is shown is made into items."""
    start = max(window.offset, 0)
    end = start + min(max(window.limit, 1), MOST_ITEMS)
    return Page(
        items=tuple(show(thing) for thing in found[start:end]),
        total=len(found),
        offset=start,
        next_offset=end if end < len(found) else None,
    )


def as_json(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """Return an answer as what JSON is made of; ``from_`` becomes ``from``."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name.rstrip("_"): as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [as_json(one) for one in value]
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value
