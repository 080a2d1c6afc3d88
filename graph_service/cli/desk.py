"""Where commands that ask the store begin: the store's content, and IDs as people write them."""

from functools import cached_property

from graph_service.analysing.library import Library as Shelves
from graph_service.analysing.library import Shelf
from graph_service.analysing.naming import iri_of
from graph_service.cli.loading import Library


class Desk:
    """A store that is asked; its content is read when the first question comes."""

    def __init__(self, books: Library, store: str) -> None:
        self.books = books
        self._store = store

    @cached_property
    def shelves(self) -> Shelves:
        """The store with the register and the words to name things by."""
        return Shelves(self._store, self.books.register, self.books.lexicons)

    @cached_property
    def shelf(self) -> Shelf:
        """The store's content. Raise store-unavailable where there is no store."""
        return self.shelves.shelf()

    def iri(self, written: str) -> str:
        """Return the IRI of an ID: an IRI, a path, or what people write. Raise not-found or ambiguous-name."""
        return iri_of(self.shelves, self.shelf, written)
