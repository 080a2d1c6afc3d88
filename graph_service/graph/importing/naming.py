"""The identifier of a record becomes the name of a text: instrument, key, and the other numbers of a joint text.

The two shapes that nine records in ten have are read here at once; all others by `citing.identify`, which reads those
alike.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graph_service.citing.identify import identified
from graph_service.errors import ProblemError
from graph_service.graph.iris import slug
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_SERIES = r"[A-Z]\.\d+(?:\.\d+)*"
_STANDARDIZATION = re.compile(
    rf"ITU-T (?P<number>{_SERIES})(?P<joint>(?:/{_SERIES})*)"
    r"(?: \((?P<base>(?:19|20)\d\d)\) (?P<change>Amd|Cor|Err)\. (?P<nth>\d{1,3}))?"
    r" \((?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\)"
)
_RADIO = re.compile(r"ITU-R (?P<number>(?!R\.)[A-Z]{1,3}\.\d+)-(?P<revision>\d{1,3})")
_KINDS = {"technical-report": Kind.REPORT, "recommendation": Kind.RECOMMENDATION}
_KIND_WORDS = {"technical-report": "Report", "question": "Question", "handbook": "Handbook"}


class UnnamedError(ValueError):
    """Raised for an identifier that names no numbered text; its text is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What an identifier names: ``key`` is that of the edition as far as it is printed, ``also`` joint numbers.

    ``detail`` is what is printed after the number, ``(2000) Amd. 1 (12/2007)``; ``year`` and ``month`` are the text's
    own, where printed, and so is the ``revision`` of one that has no key by it.
    """

    instrument: Instrument
    key: str | None
    also: tuple[str, ...]
    detail: str
    year: int | None
    month: int | None
    revision: int | None = None

    def __reduce__(self) -> tuple[Callable[..., "Name"], tuple[object, ...]]:
        """Travel between processes as plain values."""
        one = self.instrument
        own = (self.key, self.also, self.detail, self.year, self.month, self.revision)
        return _name, ((one.kind.value, one.body, one.number, one.numbering), own)


class Namer:
    """Names records by the register and the words of all languages; each identifier is read once."""

    def __init__(self, register: Register, lexicons: Mapping[str, Lexicon]) -> None:
        self._register = register
        self._lexicons = lexicons
        self._read: dict[tuple[str, str], Name] = {}

    def name(self, docid: str, doctype: str) -> Name:
        """Return what an identifier names. Raise UnnamedError for one that names no numbered text."""
        known = self._read.get((docid, doctype))
        if known is None:
            known = _standardization(docid) or _radio(docid, doctype) or self._identified(docid, doctype)
            self._read[docid, doctype] = known
        return known

    def _identified(self, docid: str, doctype: str) -> Name:
        word = _KIND_WORDS.get(doctype)
        asked = f"{word} {docid}" if word and word.casefold() not in docid.casefold() else docid
        try:
            found = identified(asked, self._register, self._lexicons)
        except ProblemError as error:
            raise UnnamedError(f"its identifier {docid} names no numbered text: {error.problem.what}") from error
        kind = _KINDS.get(doctype) if found.instrument.kind in _KINDS.values() else None
        instrument = replace(found.instrument, kind=kind) if kind else found.instrument
        key = found.thing.key if isinstance(found.thing, Edition) else None
        joint = tuple(other for other in found.also if f"/{other}" in found.canonical)
        own = list(found.changes.values())[-1] if found.changes else None
        return Name(
            instrument=instrument,
            key="/".join(slug(step) for step in key.split("/")) if key else None,
            also=joint,
            detail=_detail(found.canonical, found.number, joint),
            year=own.year if own and own.year else found.marker.year,
            month=own.month if own and own.year else found.marker.month,
            revision=found.marker.revision if key is None else None,
        )


_Own = tuple[str | None, tuple[str, ...], str, int | None, int | None, int | None]


def _name(named: tuple[str, str, str, str | None], own: _Own) -> Name:
    kind, body, number, numbering = named
    key, also, detail, year, month, revision = own
    instrument = Instrument(kind=Kind(kind), body=body, number=number, numbering=numbering)
    return Name(
        instrument=instrument, key=key, also=also, detail=detail, year=year, month=month, revision=revision
    )  # fmt: skip


def _standardization(docid: str) -> Name | None:
    match = _STANDARDIZATION.fullmatch(docid)
    if not match:
        return None
    dated = f"({match['month']}/{match['year']})"
    change = match["change"]
    return Name(
        instrument=Instrument(kind=Kind.RECOMMENDATION, body="ITU-T", number=match["number"]),
        key=f"{match['base']}/{change.lower()}-{match['nth']}" if change else f"{match['year']}-{match['month']}",
        also=tuple(match["joint"].split("/")[1:]),
        detail=f"({match['base']}) {change}. {match['nth']} {dated}" if change else dated,
        year=int(match["year"]),
        month=int(match["month"]),
    )


def _radio(docid: str, doctype: str) -> Name | None:
    match = _RADIO.fullmatch(docid)
    if not match or doctype not in _KINDS:
        return None
    return Name(
        instrument=Instrument(kind=_KINDS[doctype], body="ITU-R", number=match["number"]),
        key=str(int(match["revision"])), also=(), detail=f"-{int(match['revision'])}", year=None, month=None,
    )  # fmt: skip


def _detail(canonical: str, number: str, joint: tuple[str, ...]) -> str:
    """What the canonical form prints after the number and what is joined to it."""
    for printed in ("/".join((number, *joint)), number):
        _, found, rest = canonical.partition(printed)
        if found:
            return rest.strip()
    return canonical
