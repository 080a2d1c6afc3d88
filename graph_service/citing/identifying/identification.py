"""An identification: what an identifier names, part by part, with the one form it is printed in and its IRI."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker


class Change(StrEnum):
    """What a text can carry beside its number, in the order in which it is printed; the value is the field's name."""

    ANNEX = "annex"
    APPENDIX = "appendix"
    SUPPLEMENT = "supplement"
    AMENDMENT = "amendment"
    CORRIGENDUM = "corrigendum"
    ADDENDUM = "addendum"
    ERRATUM = "erratum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """An amendment, annex or the like: its number as printed, and its own date where one is printed."""

    number: str | None = None
    year: int | None = None
    month: int | None = None

    def row(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {"number": self.number, "year": self.year, "month": self.month}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """What a text names (design, section 6).

    ``number`` has its series (``G.989.2``) and, for a Question, its study group (``229/5``); ``marker`` is the edition
    of the base text, with the revision of an ITU-R text or the version of an ITU-T one. ``changes`` are the annex,
    amendment and the like, ``also`` the other numbers of a joint text and the end of a range. ``thing`` is what
    ``iri`` names; ``known`` says whether the register has it.
    """

    input: str
    kind: Kind
    body: str
    sector: str | None
    series: str | None
    number: str
    marker: Marker
    part: str | None
    changes: dict[Change, Numbered] = field(default_factory=dict)
    language: str | None
    also: tuple[str, ...]
    canonical: str
    iri: str
    thing: Instrument | Edition
    known: bool

    @property
    def instrument(self) -> Instrument:
        """The instrument, whatever edition of it is named."""
        return self.thing.instrument if isinstance(self.thing, Edition) else self.thing

    def row(self) -> dict[str, Any]:
        """Return the fields of a line of ``itugraph identify``, in their order."""
        changes = {change.value: found.row() if (found := self.changes.get(change)) else None for change in _PRINTED}
        return {
            "input": self.input, "kind": self.kind.value, "body": self.body, "sector": self.sector,
            "series": self.series, "number": self.number, "edition": _edition(self.marker), "part": self.part,
            **changes, "language": self.language, "also": list(self.also), "canonical": self.canonical,
            "iri": self.iri, "known": self.known,
        }  # fmt: skip


_PRINTED = (
    Change.SUPPLEMENT, Change.AMENDMENT, Change.CORRIGENDUM, Change.ERRATUM, Change.ADDENDUM, Change.ANNEX,
    Change.APPENDIX,
)  # fmt: skip


def _edition(marker: Marker) -> dict[str, Any] | None:
    if marker.is_empty:
        return None
    return {
        "place": marker.place, "year": marker.year, "month": marker.month, "day": marker.day,
        "revised": marker.revised, "revision": marker.revision,
    }  # fmt: skip
