"""Editions that texts in a store attest of themselves, read back as the facts that the register is made of."""

from dataclasses import replace
from datetime import date

from graph_service.graph import iris
from graph_service.graph.engine import Engine
from graph_service.graph.text_json import head_from
from graph_service.graph.vocabulary import PREFIXES
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, NotAPathError, parse
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.fact import Evidence, Grade, Status

_HEAD = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("itu", "dct"))
_TEXTS = f"""{_HEAD}
SELECT ?edition ?conference ?revised ?earliest ?latest ?status ?grade ?source ?certainty ?head ?lang ?title WHERE {{
  GRAPH ?g {{
    ?text itu:textOf ?edition ; itu:head ?head ; dct:language ?lang .
    ?edition a itu:Edition ; itu:status ?status ; itu:grade ?grade ; itu:certainty ?certainty .
    ?edition dct:source/dct:identifier ?source .
    OPTIONAL {{ ?edition itu:adoptedAt ?conference }}
    OPTIONAL {{ ?edition itu:revisedAt ?revised }}
    OPTIONAL {{ ?edition itu:earliest ?earliest ; itu:latest ?latest }}
    OPTIONAL {{ ?text dct:title ?title }}
  }}
  FILTER (STRSTARTS(STR(?g), "{iris.SOURCE_GRAPHS}"))
}}
ORDER BY ?edition ?source ?lang ?revised
"""
_SUPPRESSED = f"""{_HEAD}
SELECT DISTINCT ?g ?instrument ?conference ?closes WHERE {{
  GRAPH ?g {{ ?instrument itu:suppressedAt ?conference }}
  FILTER (STRSTARTS(STR(?g), "{iris.SOURCE_GRAPHS}"))
  OPTIONAL {{ ?conference itu:closes ?closes }}
}}
"""
_READ = f"""{_HEAD}
SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?reading a itu:Reading }} FILTER (STRSTARTS(STR(?g), "{iris.SOURCE_GRAPHS}")) }}
"""
_SOURCES = f"""{_HEAD}
SELECT DISTINCT ?g ?source WHERE {{
  GRAPH ?g {{ ?entity itu:sha256 ?sum . ?entity a itu:Source ; dct:identifier ?source }}
  FILTER (STRSTARTS(STR(?g), "{iris.SOURCE_GRAPHS}"))
}}
"""


def _suppressions(engine: Engine) -> list[dict[str, str]]:
    """The suppressions that texts attest; joined here, since only their graph joins the three to each other.

    An engine that orders patterns by chance would multiply all readings, instruments and sources first.
    """
    suppressed = list(engine.select(_SUPPRESSED).dicts())
    if not suppressed:
        return []
    read = {graph for (graph,) in engine.select(_READ)}
    sources: dict[str, list[str]] = {}
    for row in engine.select(_SOURCES).dicts():
        sources.setdefault(row["g"], []).append(row["source"])
    found = [row | {"source": source} for row in suppressed if row["g"] in read for source in sources.get(row["g"], ())]
    return sorted(found, key=lambda row: (row["instrument"], row["conference"], row["source"]))


def added_lines(engine: Engine) -> tuple[EditionFact, ...]:
    """Return the editions and suppressions that texts in the store attest, oldest tables of the register apart.

    One fact an edition and source; titles of its languages are put together. What the register attests as well is
    returned all the same: who merges the two lets the surer one stand.
    """
    facts: dict[tuple[str, str], EditionFact] = {}
    for row in engine.select(_TEXTS).dicts():
        fact = _fact(row)
        if fact is not None:
            key = row["edition"], row["source"]
            facts[key] = _joined(facts[key], fact) if key in facts else fact
    ends = (_suppression(row) for row in _suppressions(engine))
    return (*facts.values(), *(fact for fact in ends if fact is not None))


def _fact(row: dict[str, str]) -> EditionFact | None:
    edition = _named(row["edition"])
    if not isinstance(edition, Edition):
        return None
    title = ((row["lang"], row["title"]),) if row["title"] else ()
    return EditionFact(
        edition=edition, conference=_conference(row["conference"]), act=Act.REVISED if row["revised"] else Act.ADOPTED,
        marker=head_from(row["head"]).marker or Marker(), earliest=_day(row["earliest"]), latest=_day(row["latest"]),
        titles=title, marker_printed=row["certainty"] == "certain",
        evidence=Evidence(source=row["source"], grade=Grade(row["grade"]), status=Status(row["status"])),
    )  # fmt: skip


def _joined(first: EditionFact, second: EditionFact) -> EditionFact:
    """The fact with the titles of both; everything else is the same, as it is of one source."""
    return replace(first, titles=(*first.titles, *(title for title in second.titles if title not in first.titles)))


def _suppression(row: dict[str, str]) -> EditionFact | None:
    instrument, conference = _named(row["instrument"]), _conference(row["conference"])
    if not isinstance(instrument, Instrument) or conference is None:
        return None
    return EditionFact(
        edition=Edition(instrument=instrument, key=conference), conference=conference, act=Act.ABROGATED,
        marker=Marker(), earliest=_day(row["closes"]), latest=_day(row["closes"]), titles=(),
        evidence=Evidence(source=row["source"], grade=Grade.OFFICIAL_TEXT, status=Status.ATTESTED),
    )  # fmt: skip


def _named(iri: str) -> Instrument | Edition | None:
    try:
        return parse(iri.removeprefix(THINGS))
    except NotAPathError:
        return None


def _conference(iri: str) -> str | None:
    return iri.removeprefix(f"{THINGS}conf/") or None


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
