"""Content negotiation: the Accept header against what is on offer (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A representation on offer: its name here, its media type, other types that mean the same when named in full.

    ``suffix`` is what an address ends in to ask for it; ``charset`` is said in the Content-Type of text.
    """

    name: str
    media: str
    also: tuple[str, ...] = ()
    suffix: str = ""
    charset: str = ""

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return f"{self.media}; charset={self.charset}" if self.charset else self.media


@dataclass(frozen=True, slots=True, kw_only=True)
class _Range:
    kind: str
    subtype: str
    quality: float

    def fit(self, media: str) -> int:
        """How closely the range names a media type: 0 not at all, 1 ``*/*``, 2 ``text/*``, 3 by its name."""
        kind, _, subtype = media.partition("/")
        if (self.kind, self.subtype) == ("*", "*"):
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subtype == "*" else 3 * (self.subtype == subtype)


SELECT_OFFERS = (
    Offer(name="json", media="application/sparql-results+json", also=("application/json", "text/json")),
    Offer(name="xml", media="application/sparql-results+xml", also=("application/xml", "text/xml")),
    Offer(name="csv", media="text/csv", charset="utf-8"),
    Offer(name="tsv", media="text/tab-separated-values", charset="utf-8"),
)
"""What a SELECT can be answered in, the preferred first."""

ASK_OFFERS = SELECT_OFFERS[:2]
"""What an ASK can be answered in: CSV and TSV have no form for a boolean."""

GRAPH_OFFERS = (
    Offer(name="turtle", media="text/turtle", also=("application/x-turtle",), suffix="ttl", charset="utf-8"),
    Offer(name="ntriples", media="application/n-triples", also=("text/plain",), suffix="nt"),
    Offer(name="jsonld", media="application/ld+json", also=("application/json",), suffix="jsonld"),
    Offer(name="rdfxml", media="application/rdf+xml", suffix="rdf"),
    Offer(name="nquads", media="application/n-quads", suffix="nq"),
    Offer(name="trig", media="application/trig", suffix="trig"),
)
"""What a CONSTRUCT, a DESCRIBE or the description of a thing can be answered in."""


def choose(accept: str | None, offers: Sequence[Offer]) -> Offer | None:
    """Return the offer that an Accept header prefers, the first one without a header; None where none will do.

    Of the ranges that fit an offer the most specific one decides; among equal qualities the order of the offers.
    """
    if accept is None or not accept.strip():
        return offers[0]
    ranges = _ranges(accept)
    best, quality = None, 0.0
    for offer in offers:
        found = max(_quality(offer.media, ranges), *(_exact(media, ranges) for media in offer.also), 0.0)
        if found > quality:
            best, quality = offer, found
    return best


def named(suffix: str, offers: Sequence[Offer]) -> Offer | None:
    """Return the offer that a suffix of an address (``ttl``) asks for, None where there is none."""
    return next((offer for offer in offers if offer.suffix == suffix), None)


def _quality(media: str, ranges: Sequence[_Range]) -> float:
    fitting = [(one.fit(media), one.quality) for one in ranges if one.fit(media)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else 0.0


def _exact(media: str, ranges: Sequence[_Range]) -> float:
    return next((one.quality for one in ranges if f"{one.kind}/{one.subtype}" == media), 0.0)


def _ranges(accept: str) -> tuple[_Range, ...]:
    found = (_range(part) for part in accept.split(","))
    return tuple(one for one in found if one is not None)


def _range(part: str) -> _Range | None:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, slash, subtype = media.partition("/")
    if not (kind and slash and subtype):
        return None
    quality = next((one.partition("=")[2] for one in parameters if one.partition("=")[0].strip() == "q"), "1")
    try:
        weight = min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return None
    return _Range(kind=kind, subtype=subtype, quality=weight)
