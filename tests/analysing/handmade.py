"""Snapshots made by hand: who cites whom in a few letters."""

from graph_service.analysing.holdings import CitationRow, EditionNode, Work
from graph_service.analysing.snapshot import Snapshot
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, edition_path, instrument_path
from graph_service.names.kind import Kind


def iri(name: str) -> str:
    """The IRI of ``5`` (an instrument) or ``5/pp-18`` (an edition of it)."""
    return f"{THINGS}pp/res/{name}"


def snapshot(*edges: str) -> Snapshot:
    """A snapshot of edges such as ``1/pp-18 > 2/pp-14``, all of them Resolutions of PP."""
    rows = tuple(_row(place, edge) for place, edge in enumerate(edges))
    names = {end.strip() for edge in edges for end in edge.split(">")}
    editions = {iri(name): _edition(name) for name in sorted(names) if "/" in name}
    works = {iri(name.split("/")[0]): _work(name.split("/")[0], editions) for name in sorted(names)}
    labels = {one: one.removeprefix(THINGS) for one in (*editions, *works)}
    return Snapshot(works=works, editions=editions, citations=rows, labels=labels)


def _row(place: int, edge: str) -> CitationRow:
    citing, cited = (end.strip() for end in edge.split(">"))
    return CitationRow(
        iri=f"{iri(citing)}/cit/{place}", citing=iri(citing), citing_work=iri(citing.split("/")[0]), cited=iri(cited),
        work=iri(cited.split("/")[0]), clause="recalls", part=f"recalls.{place + 1}", text=cited, lang="en",
        locator=str(place), source="handmade",
    )  # fmt: skip


def _resolution(number: str) -> Instrument:
    return Instrument(kind=Kind.RESOLUTION, body="PP", number=number)


def _edition(name: str) -> EditionNode:
    number, key = name.split("/")
    named = Edition(instrument=_resolution(number), key=key)
    return EditionNode(
        iri=THINGS + edition_path(named), work=iri(number), label=name, edition=named, marker="", year=None,
        earliest=None, latest=None, conference=None, is_revision=False, is_attested=True, status="attested",
        source="handmade", titles=(), followed_by=(), suppressed=(),
    )  # fmt: skip


def _work(number: str, editions: dict[str, EditionNode]) -> Work:
    named = _resolution(number)
    return Work(
        iri=THINGS + instrument_path(named), label=number, instrument=named, latest=None, suppressed=(),
        editions=tuple(one.iri for one in editions.values() if one.work == iri(number)), succeeded_by=(),
    )  # fmt: skip
