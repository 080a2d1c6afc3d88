"""An IRI, its path, another spelling of it, or what people write becomes the thing that it names."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from graph_service.citing.identify import compiled_words, identified
from graph_service.citing.identifying.aliases import alias_of, spelled, without_body
from graph_service.citing.identifying.dates import read_inside
from graph_service.citing.identifying.words import ScriptWords
from graph_service.citing.normalise import normal
from graph_service.errors import Code, ProblemError, problem
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import NotAPathError, edition_path, instrument_path, parse
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for

__all__ = ["alias_of", "named", "named_thing", "nearest"]

_IRI = re.compile(r"(?:https?://[^\s]*?/|/)?(?:id|doc)/(?P<path>[^\s?#]+?)(?:\.(?:html|ttl|jsonld|nt))?/?(?:[?#]\S*)?")
_PATH = re.compile(r"[A-Za-z][A-Za-z-]*\d{0,4}(?:/[^\s/]+)+/?")
_PRINTED_DATE = re.compile(r"(?:[a-z-]+-)?(?P<year>(?:19|20)\d\d)")
_SECTORS = frozenset({"ITU-T", "ITU-R", "ITU-D"})
_HOLDERS = frozenset({"body", "text", "sector", "former"})
_MOST = 5
_LEAST_LIKE = 0.6


def named(text: str, register: Register, lexicons: Mapping[str, Lexicon]) -> Instrument | Edition:
    """Return the instrument or edition that a text names: by IRI, path, or as people write it.

    Raise ambiguous-name with the paths it can mean, not-found with the nearest names. What is well formed is returned
    whether the register knows it or not: a store may.
    """
    words = " ".join(text.split())
    path = path_in(words)
    thing = _of_path(path, words, register) if path else None
    if thing is not None:
        return thing
    try:
        return identified(words, register, lexicons).thing
    except ProblemError as error:
        if error.problem.code is not Code.NOT_AN_IDENTIFIER:
            raise
        raise _not_found(words, register) from error


def named_thing(text: str, register: Register, lexicons: Mapping[str, Lexicon]) -> str:
    """Return the path below ``id/`` of a conference, body, Sector or basic text, or of what `named` finds.

    Raise ambiguous-name or not-found as it does.
    """
    words = " ".join(text.split())
    path = path_in(words)
    known = _other_path(spelled(path), register) if path else None
    if known is None:
        reader = compiled_words(register, lexicons).words_for(normal(words).text)
        known = _body_or_conference(normal(words).text, reader, register)
    if known:
        return known
    thing = named(words, register, lexicons)
    return edition_path(thing) if isinstance(thing, Edition) else instrument_path(thing)


def path_in(text: str) -> str | None:
    """Return the path below ``id/`` of an IRI of this house or of a path; None for other words."""
    match = _IRI.fullmatch(text)
    if match:
        return match["path"]
    return text.strip("/") if _PATH.fullmatch(text) else None


def nearest(words: str, register: Register) -> tuple[str, ...]:
    """Return the names of known things that are most like some words."""
    names = {str(one).casefold(): str(one) for one in register.lines}
    names |= {one.name.casefold(): one.name for one in register.programmes.values()}
    close = get_close_matches(words.casefold(), names, n=_MOST, cutoff=_LEAST_LIKE)
    return tuple(names[one] for one in close)


def _of_path(path: str, words: str, register: Register) -> Instrument | Edition | None:
    """What a path names; None where it is none, so that the words may be something else: Y.4000/Y.2060."""
    choices = without_body(path, register)
    if len(choices) > 1:
        raise problem(
            Code.AMBIGUOUS, f"{words!r} is the path of {len(choices)} texts", where=repr(words),
            hint="put the body before it", choices=choices,
        )  # fmt: skip
    try:
        thing = parse(alias_of(path, register) or path)
    except NotAPathError:
        return None
    instrument = thing.instrument if isinstance(thing, Edition) else thing
    if not _is_possible(instrument, register):
        return None
    return _with_key(thing, register) if isinstance(thing, Edition) else instrument


def _is_possible(instrument: Instrument, register: Register) -> bool:
    match instrument.kind:
        case Kind.PROGRAMME:
            return register.programme(instrument.number) is not None
        case Kind.OBJECTIVE:
            return True
        case _:
            return instrument.body in register.bodies


def _with_key(edition: Edition, register: Register) -> Edition:
    """The edition with its conference as key where the path has a year, or a place and year: pp/res/197/dubai-2018."""
    match = _PRINTED_DATE.fullmatch(edition.key)
    if not match or not register.conferences_of(edition.instrument.body):
        return edition
    found = edition_for(register, edition.instrument, Marker(year=int(match["year"])))
    return found if found and found.is_resolved else edition


def _other_path(path: str, register: Register) -> str | None:
    """The path of a conference, body, Sector or basic text, if there is one."""
    match path.split("/"):
        case ["conf", conference] if conference in register.conferences:
            return path
        case ["body" | "sector", body]:
            known = next((one for one in register.bodies if one.casefold() == body), None)
            return _path_of_body(known, register) if known else None
        case _:
            return None


def _path_of_body(body: str, register: Register) -> str:
    if body in _SECTORS:
        return f"sector/{body.lower()}"
    return body.lower() if register.bodies[body].kind == "basic text" else f"body/{body.lower()}"


def _body_or_conference(text: str, words: ScriptWords, register: Register) -> str | None:
    """The path of the body that words name, or of its conference: PP, WTSA-20, WTDC (Kigali, 2022)."""
    if text.casefold() in register.conferences:
        return f"conf/{text.casefold()}"
    known = _body_called(text.casefold(), register)
    if known:
        return _path_of_body(known, register)
    noise = words.noise.match(text)
    start = noise.end() + 1 if noise and text[noise.end() : noise.end() + 1] == " " else 0
    found = words.word_at(text, start)
    if not found or found.what not in _HOLDERS or found.which not in register.bodies:
        return None
    digits = re.search(r"\d+$", text[start : found.end])
    rest = text[found.end :].strip() or (digits[0] if digits else "")
    return _conference(found.which, rest, words, register) if rest else _path_of_body(found.which, register)


def _body_called(text: str, register: Register) -> str | None:
    """The body with an id or a name, in any language."""
    by_id = next((one for one in register.bodies if one.casefold() == text), None)
    names = (one for one in register.names_of_kind("body") if normal(one.form).text.casefold() == text)
    return by_id or next((one.subject.removeprefix("body/") for one in names), None)


def _conference(body: str, rest: str, words: ScriptWords, register: Register) -> str | None:
    """The path of a body's conference by what stands after its name: 18, -18, 2018, (Dubai, 2018)."""
    if rest.strip("-").isdecimal():
        return _of(register.conference_called(body, rest.strip("-")))
    inside = read_inside(rest[1:-1], words) if rest[:1] == "(" and rest[-1:] == ")" else None
    marker = inside.marker if inside and inside.marker else Marker()
    if marker.year is None:
        return None
    if marker.place:
        return _of(register.conference_at(body, marker.place, marker.year))
    return _of(register.conference_called(body, str(marker.year)))


def _of(conference: Conference | None) -> str | None:
    return f"conf/{conference.id}" if conference else None


def _not_found(words: str, register: Register) -> ProblemError:
    close = nearest(words, register)
    hint = "did you mean one of these?" if close else "name a number with its body, or look for words of its title"
    return problem(
        Code.NOT_FOUND, "nothing is called so", where=repr(words[:60]), hint=hint, choices=close
    )  # fmt: skip
