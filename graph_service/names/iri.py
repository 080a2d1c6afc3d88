"""IRI paths of instruments, editions and conferences: built and parsed in this one place (design, section 4)."""

import re

from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind

BASE = "https://w3id.org/itu-xref/"
"""The permanent base: data keep it, whatever host serves them."""
TERMS = BASE + "ont#"
THINGS = BASE + "id/"

_PROVISIONS = {"No.": "no", "Art.": "art", "App.": "app"}
_PROVISION_WORDS = {word: sign for sign, word in _PROVISIONS.items()}
_KINDS = {kind.path_word: kind for kind in Kind}
_BODIES = {"council": "Council", "itu-t": "ITU-T", "itu-r": "ITU-R", "itu-d": "ITU-D"}
_PERIOD = re.compile(r"\d{4}-\d{4}")
_NUMBERED_CONFERENCE = re.compile(r"(?P<body>[a-z]+)-\d{2,4}")


class NotAPathError(ValueError):
    """Raised for a path that names no instrument or edition; its text repeats the path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path!r} is no path of an instrument or edition")


def instrument_path(instrument: Instrument) -> str:
    """Return the path below ``id/``.

    >>> instrument_path(Instrument(kind=Kind.RESOLUTION, body="PP", number="197"))
    'pp/res/197'
    >>> instrument_path(Instrument(kind=Kind.QUESTION, body="ITU-D", number="1/2", numbering="2018-2021"))
    'itu-d/q/2018-2021/1-2'
    """
    number = instrument.number
    match instrument.kind:
        case Kind.PROGRAMME:
            return f"programme/{number}"
        case Kind.OBJECTIVE:
            plan = f"plan/{instrument.numbering}" if instrument.numbering else f"sector/{instrument.body.lower()}"
            return f"{plan}/objective/{number}"
        case Kind.PROVISION:
            sign, _, rest = number.partition(" ")
            return f"{instrument.body.lower()}/{_PROVISIONS[sign]}/{rest}"
    word, body = instrument.kind.path_word, instrument.body.lower()
    if instrument.kind is Kind.QUESTION and instrument.body == "ITU-R":
        return f"{body}/{word}/{number}"
    tail = number.replace("/", "-")
    if instrument.kind is Kind.QUESTION and instrument.numbering:
        return f"{body}/{word}/{instrument.numbering}/{tail}"
    return f"{instrument.numbering or body}/{word}/{tail}"


def edition_path(edition: Edition) -> str:
    """Return the path of an edition: that of its instrument and its key."""
    return f"{instrument_path(edition.instrument)}/{edition.key}"


def parse_instrument(path: str) -> Instrument:
    """Return the instrument of a path; the inverse of `instrument_path`. Raise NotAPathError for any other."""
    instrument, key = _split(path)
    if key:
        raise NotAPathError(path)
    return instrument


def parse(path: str) -> Instrument | Edition:
    """Return what a path names, an instrument or an edition of one. Raise NotAPathError for any other.

    >>> parse("itu-t/rec/Y.4000/2012-06").key
    '2012-06'
    """
    instrument, key = _split(path)
    return Edition(instrument=instrument, key=key) if key else instrument


def _split(path: str) -> tuple[Instrument, str]:
    match path.split("/"):
        case steps if not all(steps):
            raise NotAPathError(path)
        case ["programme", slug, *key]:
            return Instrument(kind=Kind.PROGRAMME, body="", number=slug), "/".join(key)
        case ["plan", period, "objective", code, *key]:
            body = _SECTORS.get(code[:1], "ITU")
            return Instrument(kind=Kind.OBJECTIVE, body=body, number=code, numbering=period), "/".join(key)
        case ["sector", sector, "objective", code, *key]:
            return Instrument(kind=Kind.OBJECTIVE, body=_body(sector), number=code), "/".join(key)
        case [text, sign, number, *key] if sign in _PROVISION_WORDS:
            number = f"{_PROVISION_WORDS[sign]} {number}"
            return Instrument(kind=Kind.PROVISION, body=_body(text), number=number), "/".join(key)
        case [body, "q", *rest] if rest:
            return _question(path, _body(body), rest)
        case [head, word, number, *key] if word in _KINDS:
            return _numbered(head, _KINDS[word], number), "/".join(key)
        case _:
            raise NotAPathError(path)


def _numbered(head: str, kind: Kind, step: str) -> Instrument:
    conference = _NUMBERED_CONFERENCE.fullmatch(head) if head not in _BODIES else None
    body = conference["body"].upper() if conference else _body(head)
    numbering = head if conference else None
    return Instrument(kind=kind, body=body, number=_number(kind, step), numbering=numbering)


def _body(head: str) -> str:
    return _BODIES.get(head, head.upper())


_SECTORS = {"D": "ITU-D", "R": "ITU-R", "T": "ITU-T", "I": "ITU"}


def _question(path: str, body: str, steps: list[str]) -> tuple[Instrument, str]:
    numbering = steps[0] if _PERIOD.fullmatch(steps[0]) else None
    match body, steps[1:] if numbering else steps:
        case "ITU-R", [question, group, *key]:
            number = f"{question}/{group}"
        case _, [step, *key] if step.count("-") == 1:
            number = step.replace("-", "/")
        case _:
            raise NotAPathError(path)
    return Instrument(kind=Kind.QUESTION, body=body, number=number, numbering=numbering), "/".join(key)


def _number(kind: Kind, step: str) -> str:
    # a Resolution with a stroke is one of the United Nations, whichever body; ITU's own never have a hyphen here
    return step.replace("-", "/", 1) if kind is Kind.RESOLUTION else step
