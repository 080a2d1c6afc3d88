"""What the store answers, serialised in the format that is accepted, cut at the rows allowed, sent in frames."""

import socket
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NoReturn

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from graph_service.api.confinement import address_space
from graph_service.api.cutting import ROW_FORMATS, RowCutter
from graph_service.api.frames import Job
from graph_service.api.negotiation import ASK_OFFERS, GRAPH_OFFERS, SELECT_OFFERS, Offer, choose
from graph_service.api.output import CutError, Output
from graph_service.errors import Code, problem

Found = QuerySolutions | QueryBoolean | QueryTriples

_RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
}
_WITH_COMMENTS = {"turtle", "ntriples", "nquads", "trig"}
_UNSTREAMED = {"csv", "tsv"}
"""Formats in which only the header can say that the result was cut, so that it must be known before."""
_LOOK_EVERY = 16
"""After how many short answers the process looks how large it is."""
_MOST_CHOICES = 256


class Answering:
    """Sends answers; ``most_space`` bytes of address space are where a process has grown too large to go on."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.most_space = 0
        self._out: Output | None = None
        self._is_late = False
        self._prefixes = prefixes
        self._answers = 0
        self._chosen: dict[tuple[str | None, tuple[Offer, ...]], Offer] = {}

    def begin(self, *, is_late: bool = False) -> None:
        """Prepare for the next answer; ``is_late`` is told with it."""
        self._out, self._is_late = None, is_late

    @property
    def has_begun(self) -> bool:
        """Whether a part of the last answer has been sent, so that it cannot be begun again."""
        return self._out is not None and self._out.is_long

    def send(self, found: Found, job: Job, connection: socket.socket) -> None:
        """Send the answer to a query. Raise not-acceptable where none of its formats is accepted."""
        match found:
            case QuerySolutions():
                self._send_rows(found, job, connection)
            case QueryTriples():
                self.send_triples(found, job, connection)
            case _:
                offer = self._choice(job.accept, ASK_OFFERS)
                out = self._out = Output(
                    connection, offer.content_type, cutter=None, streams=False, is_late=self._is_late
                )
                found.serialize(out.as_file(), _RESULTS[offer.name])
                self._finish(out, is_cut=False)

    def send_triples(self, found: Iterator[Triple], job: Job, connection: socket.socket) -> None:
        """Send a graph."""
        offer = self._choice(job.accept, GRAPH_OFFERS)
        out = self._out = Output(connection, offer.content_type, cutter=None, streams=True, is_late=self._is_late)
        serialize(islice(found, job.rows), out.as_file(), _GRAPHS[offer.name], prefixes=self._prefixes)
        is_cut = next(found, None) is not None
        if is_cut and offer.name in _WITH_COMMENTS:
            out.note(b"# truncated: the result has more than these %d triples\n" % job.rows)
        self._finish(out, is_cut=is_cut)

    def _send_rows(self, found: QuerySolutions, job: Job, connection: socket.socket) -> None:
        offer = self._choice(job.accept, SELECT_OFFERS)
        cutter = RowCutter(format=ROW_FORMATS[offer.name], limit=job.rows)
        streams = offer.name not in _UNSTREAMED
        out = self._out = Output(connection, offer.content_type, cutter=cutter, streams=streams, is_late=self._is_late)
        try:
            found.serialize(out.as_file(), _RESULTS[offer.name])
        except CutError:
            self._finish(out, is_cut=True)
        else:
            self._finish(out, is_cut=False)

    def _choice(self, accept: str | None, offers: tuple[Offer, ...]) -> Offer:
        """The offer that is accepted; the same headers come again and again."""
        found = self._chosen.get((accept, offers))
        if found is None:
            found = choose(accept, offers) or _refuse(offers)
            if len(self._chosen) < _MOST_CHOICES:
                self._chosen[accept, offers] = found
        return found

    def _finish(self, out: Output, *, is_cut: bool) -> None:
        self._answers += 1
        is_due = out.is_long or self._answers % _LOOK_EVERY == 0
        out.finish(is_cut=is_cut, retire=is_due and address_space() > self.most_space)


def _refuse(offers: Sequence[Offer]) -> NoReturn:
    media = tuple(offer.media for offer in offers)
    what, hint = "none of the accepted formats is on offer", "accept one of those named"
    raise problem(Code.NOT_ACCEPTABLE, what, where="Accept", hint=hint, choices=media)
