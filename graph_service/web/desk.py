"""What pages ask: the library with its answers, the named queries, the day, and who runs a query in time."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_service.analysing.library import Library
from graph_service.graph.queries import NamedQuery

MOST_ROWS = 500
"""The longest table that a page shows of a query's answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer of a query: its columns, its rows as text (None where a cell is unbound), whether it was cut."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A document that a reader has sent: its name, which tells the format by its end, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a document is to be checked: as of when, as a draft to which conference, told in which language.

    ``only`` are the ids of the findings to correct.
    """

    lang: str
    at: str | None = None
    draft: str | None = None
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything below the pages of one application.

    ``today`` tells the day; ``ask`` runs a SELECT and raises timed-out when its deadline has passed. ``check`` returns
    the check of a document with its marked paragraphs, ``correct`` the corrected file, its ``data`` in base64; what
    they read is kept nowhere. ``most_upload`` bounds a document, in bytes.
    """

    library: Library
    queries: Mapping[str, NamedQuery]
    today: Callable[[], date]
    ask: Callable[[str], Awaitable[Table]]
    check: Callable[[Upload, Asked], Awaitable[Mapping[str, Any]]]
    correct: Callable[[Upload, Asked], Awaitable[Mapping[str, Any]]]
    most_upload: int
