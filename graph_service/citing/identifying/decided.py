"""What has been decided of an identifier, before it has an IRI and a canonical form."""

from dataclasses import dataclass, field, replace

from graph_service.citing.identifying.catalogue import FORMER_SECTOR
from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change, Numbered
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an identifier names.

    ``conference`` is printed before the word (PP-18 Resolution 197), ``period`` a study period or that of a plan,
    ``until`` the end of a range, ``slug`` the id of a programme, ``attached`` a piece published beside the text.
    """

    kind: Kind
    body: str
    number: str
    series: str | None = None
    marker: Marker = field(default_factory=Marker)
    conference: str | None = None
    period: str | None = None
    part: str | None = None
    changes: dict[Change, Numbered] = field(default_factory=dict)
    language: str | None = None
    also: tuple[str, ...] = ()
    until: str | None = None
    slug: str | None = None
    attached: str | None = None

    @property
    def is_series_supplement(self) -> bool:
        """Whether it is a Supplement to a series, not to one Recommendation."""
        return self.kind is Kind.SUPPLEMENT


def made(draft: Draft, register: Register, kind: Kind, body: str, number: str, *, series: str | None = None) -> Decided:
    """Return what a draft names, its other parts as they are printed. Raise where it names its edition twice."""
    return Decided(
        kind=kind, body=body, number=number, series=series, marker=_marker(draft, register),
        conference=draft.conference, period=draft.period, part=draft.attached or draft.part,
        changes=dict(draft.changes), language=draft.language, also=tuple(draft.also), until=draft.until,
        attached=draft.attached,
    )  # fmt: skip


def sector_of(draft: Draft) -> str | None:
    """Return the Sector that is printed, or that took over from the body that is."""
    return draft.sector or FORMER_SECTOR.get(draft.former or "")


def kind_of(draft: Draft) -> Kind | None:
    """Return the kind that a word names."""
    return draft.kinds[0] if draft.kinds else None


def _marker(draft: Draft, register: Register) -> Marker:
    marker = draft.marker or Marker()
    revision = draft.version if draft.version is not None else draft.number.revision if draft.number else None
    if revision is not None:
        marker = replace(marker, revision=revision)
    session = register.conference(draft.conference) if draft.conference else None
    if session is None:
        return marker
    if draft.marker:
        raise draft.refuse("it names its edition twice")
    return replace(marker, place=session.place, year=session.year)
