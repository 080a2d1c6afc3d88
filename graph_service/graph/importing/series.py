"""Series of Recommendations: which one a text belongs to, and which supplements a whole series has.

Each record of a series names all supplements to it. That a supplement supplements the series is said once, of the
supplement; what a record names beyond it is said of the instrument.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph_service.graph import iris
from graph_service.graph.importing.terms import SERIES, SERIES_CLASS, SUPPLEMENTS
from graph_service.graph.statement import Pair, text
from graph_service.graph.vocabulary import BODY, LABEL, TYPE
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind

_WITH_SERIES = (Kind.RECOMMENDATION, Kind.REPORT, Kind.SUPPLEMENT)

Series = tuple[str, str]
"""The body and the letters: ITU-T and G, or E-100 for a supplement to that part of a series."""


def series_of(instrument: Instrument) -> Series | None:
    """Return the series of a Recommendation, Report or supplement, None for any other text.

    >>> series_of(Instrument(kind=Kind.SUPPLEMENT, body="ITU-T", number="E-100.2"))
    ('ITU-T', 'E-100')
    """
    letters, dot, _ = instrument.number.partition(".")
    if not dot or not letters[:1].isalpha() or instrument.kind not in _WITH_SERIES:
        return None
    return instrument.body, letters


def series_node(series: Series) -> NamedNode:
    """Return the IRI of a series: ``itu-t/series/G``."""
    body, letters = series
    return iris.thing(f"{body.lower()}/series/{letters}")


def membership(instrument: Instrument) -> Iterator[Pair]:
    """Yield what is said of an instrument: the series that it is of, or that it supplements."""
    series = series_of(instrument)
    if series:
        yield (SUPPLEMENTS if instrument.kind is Kind.SUPPLEMENT else SERIES), series_node(series)


def series_pairs(series: Series) -> tuple[Pair, ...]:
    """Return what is said of a series itself."""
    body, letters = series
    return (TYPE, SERIES_CLASS), (LABEL, text(f"{body} {letters} series", "en")), (BODY, iris.body(body))


def beyond_series(instrument: Instrument, supplements: Iterable[Instrument]) -> list[Instrument]:
    """Return the supplements of an instrument that its series does not have as a whole."""
    own = series_of(instrument)
    return sorted(one for one in supplements if one.kind is not Kind.SUPPLEMENT or series_of(one) != own)
