"""The machine-readable forms of a thing, as links."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A form and its address."""

    name: str
    url: str


_RDF = (("Turtle", "ttl"), ("JSON-LD", "jsonld"), ("N-Triples", "nt"))


def formats(path: str, *more: Link) -> tuple[Link, ...]:
    """Return the forms of the thing at a path: its RDF, and what else there is."""
    rdf = (Link(name=name, url=f"/doc/{quote(path)}.{suffix}") for name, suffix in _RDF)
    return (*more, *rdf)


def instrument_formats(path: str) -> tuple[Link, ...]:
    """Return the forms of an instrument or edition and of the lists about it."""
    api = f"/api/instruments/{quote(path)}"
    return formats(
        path,
        Link(name="JSON", url=api),
        Link(name="JSON: cited-by", url=f"{api}/cited-by"),
        Link(name="JSON: cites", url=f"{api}/cites"),
        Link(name="CSV: cited-by", url=f"/lists/cited-by/{quote(path)}.csv"),
        Link(name="CSV: cites", url=f"/lists/cites/{quote(path)}.csv"),
    )
