"""What is known of every instrument in time: the register's editions and those of ingested texts, asked at a date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from graph_service.checking.certainty import surest
from graph_service.checking.coverage import Lists
from graph_service.checking.replacing import Removal, Removals
from graph_service.checking.span import Span, span_of_fact, span_of_name
from graph_service.checking.succession import Programmes
from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.fact import Status
from graph_service.register.register import Register


class Knowledge:
    """The register and what ingested texts add to it, as the rules ask it.

    ``extra`` are editions that ingested texts attest; where the register has the edition too, the surer one stands.
    """

    def __init__(self, register: Register, extra: Iterable[EditionFact] = ()) -> None:
        self.register = register
        self.lists = Lists(register)
        self.programmes = Programmes(register)
        self._removals = Removals(register)
        self._extra = _grouped(extra)
        self._lines: dict[Instrument, tuple[EditionFact, ...]] = {}

    # Lines of editions

    def line(self, instrument: Instrument) -> tuple[EditionFact, ...]:
        """Return the acts on an instrument, oldest first, abrogations included; empty where it is not known."""
        if instrument not in self._lines:
            self._lines[instrument] = self._merged(instrument)
        return self._lines[instrument]

    def texts(self, instrument: Instrument) -> tuple[EditionFact, ...]:
        """Return the editions of an instrument, oldest first; supplements to an edition (``/amd-1``) are none."""
        return tuple(fact for fact in self.line(instrument) if _is_text(fact))

    def fact(self, edition: Edition) -> EditionFact | None:
        """Return what is known of an edition, None where it is not known."""
        acts = self.line(edition.instrument)
        return next((fact for fact in acts if fact.edition == edition and fact.act is not Act.ABROGATED), None)

    def span(self, edition: Edition, marker: Marker) -> Span:
        """Return when an edition was made, from what is known of it, else from its key and printed marker."""
        fact = self.fact(edition)
        return span_of_fact(self.register, fact) if fact else span_of_name(self.register, edition, marker)

    def later(self, edition: Edition, marker: Marker, until: date) -> tuple[EditionFact, ...]:
        """Return the editions that came after one, up to a day, that day included; oldest first.

        A text that a conference adopted as new under the same number is no edition of the older one: each World
        Telecommunication Policy Forum numbers its Opinions from 1.
        """
        cited = self.span(edition, marker)
        return tuple(
            fact
            for fact in self.texts(edition.instrument)
            if fact.edition != edition
            and self._came(fact, until)
            and cited.before(span_of_fact(self.register, fact))
            and not self._is_new(fact)
        )

    def earlier(self, edition: Edition, marker: Marker) -> tuple[EditionFact, ...]:
        """Return the editions that came before one; oldest first."""
        cited = self.span(edition, marker)
        facts = self.texts(edition.instrument)
        return tuple(
            fact for fact in facts if fact.edition != edition and span_of_fact(self.register, fact).before(cited)
        )

    def newest(self, instrument: Instrument, until: date) -> EditionFact | None:
        """Return the newest of the surest editions up to a day, None where none is known."""
        known = [fact for fact in self.texts(instrument) if self._came(fact, until)]
        best = surest(fact.evidence.status for fact in known)
        return next((fact for fact in reversed(known) if fact.evidence.status is best), None)

    def _is_new(self, fact: EditionFact) -> bool:
        """Whether a conference adopted a text as new and did not revise one."""
        body = self.register.bodies.get(fact.edition.instrument.body)
        of_conference = body is not None and body.kind == "conference"
        return of_conference and fact.act is Act.ADOPTED and not fact.marker.revised

    def _came(self, fact: EditionFact, until: date) -> bool:
        return span_of_fact(self.register, fact).by(until)

    def _merged(self, instrument: Instrument) -> tuple[EditionFact, ...]:
        found = {(fact.edition, fact.act is Act.ABROGATED): fact for fact in self.register.line(instrument)}
        for fact in self._extra.get(instrument, ()):
            key = (fact.edition, fact.act is Act.ABROGATED)
            known = found.get(key)
            found[key] = _surer(known, fact) if known else fact
        return tuple(sorted(found.values(), key=self._in_time))

    def _in_time(self, fact: EditionFact) -> tuple[date, int, str]:
        span = span_of_fact(self.register, fact)
        return span.latest or date.min, -1 if span.rank is None else span.rank, fact.edition.key

    # Ends

    def removals(self, instrument: Instrument, until: date) -> tuple[Removal, ...]:
        """Return how an instrument was taken away up to a day, the surest first; empty while it stands.

        A text of it that was adopted after its end takes the end back.
        """
        facts = [fact for fact in self.line(instrument) if fact.act is Act.ABROGATED]
        by_line = [_removal_of(fact) for fact in facts]
        by_table = self._removals.of(instrument)
        ends = [end for end in (*by_table, *by_line) if end.since and end.since <= until]
        texts = [span_of_fact(self.register, fact) for fact in self.texts(instrument)]
        standing = [end for end in ends if not any(text.by(until) and _after(text, end) for text in texts)]
        return tuple(sorted(standing, key=lambda end: (_STATUSES.index(end.status), not end.into, end.since)))

    def undated_removal(self, instrument: Instrument) -> Removal | None:
        """Return the end of an instrument of which the day is not known, None where there is none."""
        facts = [_removal_of(fact) for fact in self.line(instrument) if fact.act is Act.ABROGATED]
        return next((end for end in (*self._removals.of(instrument), *facts) if end.since is None), None)

    # Conferences

    def conferences_between(self, body: str, cited: Span, until: date) -> tuple[Conference, ...]:
        """Return the conferences of a body that met after an edition was made, up to a day."""
        held = self.register.conferences_of(body)
        return tuple(one for one in held if _closes(one) <= until and _met_after(one, cited))

    def conference_of(self, edition: Edition | None) -> Conference | None:
        """Return the conference or Council session that made an edition, None where its key names none."""
        if edition is None:
            return None
        key = f"council-{edition.key}" if edition.instrument.body == "Council" else edition.key
        return self.register.conference(key)

    def in_force(self, instrument: Instrument, edition: Edition, day: date) -> bool:
        """Whether an edition stands on a day as far as is known: neither followed nor taken away."""
        if self.removals(instrument, day):
            return False
        return not self.later(edition, Marker(), day)


_STATUSES = tuple(Status)


def _grouped(facts: Iterable[EditionFact]) -> Mapping[Instrument, tuple[EditionFact, ...]]:
    found: dict[Instrument, list[EditionFact]] = defaultdict(list)
    for fact in facts:
        found[fact.edition.instrument].append(fact)
    return {instrument: tuple(group) for instrument, group in found.items()}


def _surer(known: EditionFact, other: EditionFact) -> EditionFact:
    """Of two accounts of one edition the surer one, with the titles of both."""
    same = surest((known.evidence.status, other.evidence.status)) is known.evidence.status
    best, rest = (known, other) if same else (other, known)
    told = {lang for lang, _ in best.titles}
    more = [(pair, said) for pair, said in zip(rest.titles, rest.title_evidence, strict=False) if pair[0] not in told]
    return replace(
        best,
        titles=(*best.titles, *(pair for pair, _ in more)),
        title_evidence=(*best.title_evidence, *(said for _, said in more)),
    )


def _is_text(fact: EditionFact) -> bool:
    return fact.act is not Act.ABROGATED and "/" not in fact.edition.key


def _removal_of(fact: EditionFact) -> Removal:
    return Removal(
        instrument=fact.edition.instrument,
        since=fact.latest,
        source=fact.evidence.source,
        status=fact.evidence.status,
    )


def _after(text: Span, end: Removal) -> bool:
    return bool(text.earliest and end.since and text.earliest > end.since)


def _closes(conference: Conference) -> date:
    return conference.closes or date(conference.year, 12, 31)


def _met_after(conference: Conference, cited: Span) -> bool:
    if cited.latest is None:
        return False
    return (conference.closes or date(conference.year, 1, 1)) > cited.latest
