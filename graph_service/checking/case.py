"""What a rule sees: one mention with all that is known of what it cites, and the text that it stands in."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from graph_service.checking.dates import Dates
from graph_service.checking.dossier import Dossier, own_edition
from graph_service.checking.finding import Newer
from graph_service.checking.habits import habits_of
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.checking.programme_print import ProgrammePrinter
from graph_service.checking.rewriting import Rewriter, shares_marker
from graph_service.checking.span import Span
from graph_service.citing.mention import CitingText, Mention
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.edition import Edition
from graph_service.names.iri import THINGS, edition_path, instrument_path
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status
from graph_service.register.values import Clause, Programme

_SECTORS = {"ITU-T", "ITU-R", "ITU-D"}
_MADE_BY = {"WTSC": "WTSA", "ITU-D": "WTDC"}
_OUTSIDE = {"outside", "union", "basic text"}
_PRINTED = "printed"
_OPERATIVE = "operative"
_LOWERED = {"annex", "footnote", "body"}
_MONTH = slice(5, 7)
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class TextCase:
    """One citing text under check, with its dates and all that its citations are judged by."""

    text: CitingText
    knowledge: Knowledge
    dates: Dates
    lexicons: Mapping[str, Lexicon]
    dossier: Dossier = field(default_factory=Dossier)

    @cached_property
    def cases(self) -> tuple["Case", ...]:
        """One case for each mention that stands, in order; of struck words nothing is said."""
        return tuple(Case(mention=mention, of=self) for mention in self.text.mentions if not mention.is_struck)

    @cached_property
    def by_enumeration(self) -> Mapping[int, tuple["Case", ...]]:
        """The cases of each list or sentence enumeration."""
        return grouped(self.cases, lambda case: case.mention.enumeration)

    @cached_property
    def by_locator(self) -> Mapping[str, tuple["Case", ...]]:
        """The cases of each paragraph."""
        return grouped(self.cases, lambda case: case.mention.locator)

    @cached_property
    def own(self) -> Edition | None:
        """The edition that the text itself is, None where it does not say."""
        return own_edition(self.text, self.knowledge.register)

    def rewriter(self, lang: str) -> Rewriter:
        """Return what writes mentions anew in a language; English stands in for one without a lexicon."""
        if lang not in self._rewriters:
            self._rewriters[lang] = self._make_rewriter(lang)
        return self._rewriters[lang]

    @cached_property
    def _rewriters(self) -> dict[str, Rewriter]:
        return {}

    def _make_rewriter(self, lang: str) -> Rewriter:
        printing = self.lexicons.get(lang, self.lexicons["en"]).printing
        register = self.knowledge.register
        habits = habits_of((mention for mention in self.text.mentions if mention.lang == lang), printing)
        return Rewriter(
            printing=printing,
            markers=MarkerPrinter(register=register, printing=printing, lang=lang, habits=habits),
            programmes=ProgrammePrinter(register=register, lang=lang),
        )

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """The clauses of the register by key."""
        return {clause.id: clause for clause in self.knowledge.register.clauses}

    def newer(self, fact: EditionFact) -> Newer:
        """Return an edition as the one that stands in the place of another, its marker in the text's language."""
        markers = self.rewriter(self.text.lang).markers
        return Newer(
            edition=fact.edition,
            iri=THINGS + edition_path(fact.edition),
            marker=markers.printed(marker_of(fact), fact.edition.instrument.kind.value),
            source=fact.evidence.source,
            since=fact.latest,
        )


@dataclass(frozen=True, kw_only=True)
class Case:
    """One mention under judgement; ``of`` is its text."""

    mention: Mention
    of: TextCase

    @property
    def knowledge(self) -> Knowledge:
        """What is known."""
        return self.of.knowledge

    @property
    def dates(self) -> Dates:
        """The dates of the text and of the check."""
        return self.of.dates

    @property
    def rewriter(self) -> Rewriter:
        """What writes this mention anew, in its language."""
        return self.of.rewriter(self.mention.lang)

    @cached_property
    def fact(self) -> EditionFact | None:
        """What is known of the cited edition, None where it is not known or none is named."""
        return self.knowledge.fact(self.mention.edition) if self.mention.edition else None

    @cached_property
    def span(self) -> Span:
        """When the cited edition was made; open where none is named."""
        if self.mention.edition is None:
            return Span(earliest=None, latest=None)
        return self.knowledge.span(self.mention.edition, self.mention.marker)

    def later(self, until: date) -> tuple[EditionFact, ...]:
        """Return the editions that came after the cited one, up to a day; none where no edition is named."""
        if self.mention.edition is None:
            return ()
        return self.knowledge.later(self.mention.edition, self.mention.marker, until)

    @cached_property
    def later_at_text(self) -> tuple[EditionFact, ...]:
        """The later editions that there were at the date of the text."""
        return self.later(self.dates.text)

    @cached_property
    def later_at_check(self) -> tuple[EditionFact, ...]:
        """The later editions that there were at the check date, or at that of the text where the check is before it."""
        return self.later(self.last_day)

    @property
    def is_sector_text(self) -> bool:
        """Whether a Recommendation, Question, Report or the like of a Sector is cited."""
        return self.mention.instrument.body in _SECTORS

    @property
    def conference_body(self) -> str:
        """The body whose conferences make the editions of the cited instrument."""
        return conference_body(self.mention.instrument.body)

    @property
    def is_of_conference(self) -> bool:
        """Whether a text of a conference or assembly is cited: not of the Council, a Sector or another organization."""
        body = self.knowledge.register.bodies.get(self.conference_body)
        return body is not None and body.kind == "conference" and not self.is_sector_text

    @property
    def is_programme(self) -> bool:
        """Whether a programme, plan or objective is cited."""
        return self.mention.kind in {Kind.PROGRAMME, Kind.OBJECTIVE}

    @cached_property
    def programme(self) -> Programme | None:
        """The programme that is cited, or the plan that a cited objective belongs to."""
        return self.knowledge.programmes.programme_of(self.mention.instrument)

    @property
    def is_named_in_words(self) -> bool:
        """Whether what tells a plan from the others of its line is printed here, and not inferred from the text."""
        return self.mention.edition_from in {None, _PRINTED}

    @property
    def is_timeless(self) -> bool:
        """Whether what is cited has no editions that could follow one another: provisions, other organizations."""
        body = self.knowledge.register.bodies.get(self.mention.instrument.body)
        return self.mention.kind is Kind.PROVISION or (body is not None and body.kind in _OUTSIDE)

    @property
    def last_day(self) -> date:
        """The check date, or that of the text where the check is before it: what came later is not told."""
        return max(self.dates.check, self.dates.text)

    @property
    def is_operative(self) -> bool:
        """Whether an operative clause governs the words."""
        clause = self.of.clauses.get(self.mention.clause)
        return clause is not None and clause.group == _OPERATIVE

    @property
    def is_lowered(self) -> bool:
        """Whether the place takes one step off the severity: annex, footnote, text without clauses."""
        return self.mention.clause in _LOWERED

    @property
    def iri(self) -> str:
        """The IRI of what is cited: of the edition, or of the instrument where none is named."""
        return cited_iri(self.mention)

    @property
    def has_own_marker(self) -> bool:
        """Whether the marker is printed in the mention's own words and not for a whole list."""
        return not shares_marker(self.mention)

    def printed(self, marker: Marker) -> str:
        """Return a marker as this mention's language prints it."""
        return self.rewriter.markers.printed(marker, self.mention.instrument.kind.value)

    def title_of(self, fact: EditionFact) -> tuple[str | None, Status]:
        """Return the title of an edition in the mention's language and how well it is attested."""
        for (lang, title), said in zip(fact.titles, fact.title_evidence, strict=False):
            if lang == self.mention.lang:
                return title, said.status
        return None, Status.UNVERIFIED

    @property
    def body_is_printed(self) -> bool:
        """Whether the body is printed with this very citation and not inferred."""
        return self.mention.body_from == _PRINTED and self.mention.body_at is not None

    @cached_property
    def in_sentence(self) -> tuple[Mention, ...]:
        """The other mentions of the same sentence, struck ones left out."""
        here = self.mention.sentence_at
        if here is None:
            return ()
        return tuple(
            other.mention
            for other in self.of.by_locator[self.mention.locator]
            if other.mention is not self.mention and here.start <= other.mention.start < here.end
        )

    @cached_property
    def in_enumeration_cases(self) -> tuple["Case", ...]:
        """The other cases of the same list or sentence enumeration."""
        if not self.mention.enumeration:
            return ()
        return tuple(
            other for other in self.of.by_enumeration[self.mention.enumeration] if other.mention is not self.mention
        )

    @property
    def in_enumeration(self) -> tuple[Mention, ...]:
        """The other mentions of the same list or sentence enumeration."""
        return tuple(other.mention for other in self.in_enumeration_cases)


def conference_body(body: str) -> str:
    """Return the body whose conferences make the editions of a body's texts, under its present name."""
    return _MADE_BY.get(body, body)


def grouped(cases: Iterable[Case], key: Callable[[Case], Key]) -> Mapping[Key, tuple[Case, ...]]:
    """Return cases by a key, each group in order."""
    found: dict[Key, list[Case]] = defaultdict(list)
    for case in cases:
        found[key(case)].append(case)
    return {value: tuple(group) for value, group in found.items()}


def cited_iri(mention: Mention) -> str:
    """Return the IRI of what a mention cites: of the edition, or of the instrument where none is named."""
    if mention.edition:
        return THINGS + edition_path(mention.edition)
    return THINGS + instrument_path(mention.instrument)


def marker_of(fact: EditionFact) -> Marker:
    """Return the marker of an edition as texts print it; a Recommendation's month is in its key."""
    marker, key = fact.marker, fact.edition.key
    if fact.edition.instrument.body != "ITU-T" or marker.month or not key[_MONTH].isdecimal():
        return marker
    return Marker(year=marker.year or int(key[:4]), month=int(key[_MONTH]))
