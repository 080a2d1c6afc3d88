"""One request for a page: who reads it, in which language, and what of the store stands at that moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from graph_service.analysing.library import Library, Shelf
from graph_service.analysing.naming import iri_of
from graph_service.analysing.snapshot import Snapshot
from graph_service.checking.knowledge import Knowledge
from graph_service.errors import ProblemError
from graph_service.web.desk import Desk
from graph_service.web.interface import Interface
from graph_service.web.kept import Kept
from graph_service.web.naming import Namer
from graph_service.web.rendering import Renderer

T = TypeVar("T")
_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The pages of one application: what they ask, and how they are rendered."""

    desk: Desk
    renderer: Renderer
    kept: Kept = field(default_factory=Kept)

    def visit(self, request: Request) -> "Visit":
        """Return what is needed to answer a request with a page."""
        return Visit(site=self, request=request, ui=self.renderer.interface(request))


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A reader's request; the store is looked at when a page needs it and once only."""

    site: Site
    request: Request
    ui: Interface

    @property
    def desk(self) -> Desk:
        """What pages ask."""
        return self.site.desk

    @property
    def library(self) -> Library:
        """The library of the application."""
        return self.site.desk.library

    @cached_property
    def shelf(self) -> Shelf:
        """The store's content at this moment."""
        return self.library.shelf()

    @property
    def snapshot(self) -> Snapshot:
        """The instruments, editions and citations."""
        return self.shelf.snapshot

    @property
    def knowledge(self) -> Knowledge:
        """What is known of every instrument in time."""
        return self.shelf.knowledge

    @cached_property
    def names(self) -> Namer:
        """What things are called in the reader's language."""
        return Namer(
            lang=self.ui.lang,
            register=self.library.register,
            lexicons=self.library.lexicons,
            snapshot=self.snapshot,
        )

    def asked(self, name: str) -> str:
        """Return a parameter of the address without spaces around it, empty where it is not given."""
        return self.request.query_params.get(name, "").strip()

    def number(self, name: str, usual: int, *, least: int = 0, most: int = 1_000_000) -> int:
        """Return a whole number from the address within its bounds, the usual one for what is no number."""
        words = self.asked(name)
        is_number = words.isdecimal() and len(words) <= _LONGEST_NUMBER
        return min(max(int(words), least), most) if is_number else usual

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what is counted over the whole store, counted once for its present version."""
        return self.site.kept.of(self.shelf.version, name, make)

    def iri(self, words: str) -> str:
        """Return the thing that words name. Raise ambiguous-name with choices, or not-found."""
        return iri_of(self.library, self.shelf, words)

    def page(self, template: str, *, status: int = 200, **values: object) -> Response:
        """Return a page. Names are there where the store could be read."""
        return self.site.renderer.page(self.request, template, self.ui, status=status, names=self._names(), **values)

    def _names(self) -> Namer | None:
        try:
            return self.names
        except ProblemError:
            return None
