"""What people call a thing becomes its IRI: an IRI, a path, another spelling of one, or a name as texts print it."""

from graph_service.analysing.library import Library, Shelf
from graph_service.citing.naming import named
from graph_service.errors import Code, ProblemError, problem
from graph_service.names.edition import Edition
from graph_service.names.iri import THINGS, edition_path, instrument_path


def iri_of(library: Library, shelf: Shelf, text: str) -> str:
    """Return the IRI of what a text names.

    Raise ambiguous-name with the choices where it means several things, not-found where nothing is known of it.
    """
    words = text.strip()
    path = words.removeprefix(THINGS).strip("/").removeprefix("id/")
    if is_known(shelf, path):
        return THINGS + path
    candidates = shelf.aliases.candidates(path)
    if len(candidates) == 1:
        return THINGS + candidates[0]
    if candidates:
        raise ambiguous(words, candidates)
    return _of_reference(library, shelf, words)


def _of_reference(library: Library, shelf: Shelf, words: str) -> str:
    """The IRI of what people write for a thing."""
    found = named(words, library.register, library.lexicons)
    path = edition_path(found) if isinstance(found, Edition) else instrument_path(found)
    if not is_known(shelf, path):
        raise unknown(words)
    return THINGS + path


def is_known(shelf: Shelf, path: str) -> bool:
    """Whether the graph has an instrument or edition with a path."""
    iri = THINGS + path
    return iri in shelf.snapshot.works or iri in shelf.snapshot.editions


def unknown(words: str) -> ProblemError:
    """Return the problem of a name that nothing is known of."""
    hint = "look for words of its title in the search, or name another"
    return problem(Code.NOT_FOUND, "nothing is known of it", where=repr(words[:120]), hint=hint)


def ambiguous(words: str, candidates: tuple[str, ...]) -> ProblemError:
    """Return the problem of a name that several things bear."""
    what = f"{words[:120]!r} means several things"
    return problem(Code.AMBIGUOUS, what, where="name", hint="name one of them", choices=candidates)
