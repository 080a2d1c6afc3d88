"""What things are called in the reader's language: instruments, editions, conferences, bodies, clauses."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph_service.analysing.snapshot import Snapshot
from graph_service.checking.habits import Habits
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.graph import iris
from graph_service.lexicon.lexicon import Lexicon
from graph_service.lexicon.printing import Printing
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, NotAPathError, parse
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register
from graph_service.web.titles import Title, title_in

SOURCE_LANGUAGE = "en"
_CONFERENCE = THINGS + "conf/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Namer:
    """Names things in one language; where the language has no name, the store's English one is given."""

    lang: str
    register: Register
    lexicons: Mapping[str, Lexicon]
    snapshot: Snapshot

    def of(self, iri: str) -> str:
        """Return what a thing is called."""
        folder, _, word = iri.removeprefix(THINGS).partition("/")
        match folder:
            case "conf":
                return self.conference(word)
            case "clause":
                return self.clause(word)
            case "body" | "sector":
                return self.body_at(iri)
            case _ if not word and folder.upper() in self.register.bodies:
                return self.body(folder.upper())
        return self._text(iri)

    def title(self, iri: str) -> Title | None:
        """Return the title of an edition, or of an instrument the newest one, in this language if it is known in it."""
        return title_in(self.snapshot, self.register, iri, self.lang)

    def source(self, name: str) -> str | None:
        """Return the IRI of the source of this name, None where the graph has no such source."""
        iri = iris.source(name).value
        return iri if iri in self.snapshot.labels else None

    def _text(self, iri: str) -> str:
        """The name of an instrument or edition; the store's label for a thing of another sort."""
        if self.lang == SOURCE_LANGUAGE:
            return self.snapshot.label(iri)
        try:
            name = parse(iri.removeprefix(THINGS))
        except NotAPathError:
            return self.snapshot.label(iri)
        return self._edition(iri, name) if isinstance(name, Edition) else self.instrument(name, iri)

    def instrument(self, instrument: Instrument, iri: str = "") -> str:
        """Return the name of an instrument."""
        if instrument.kind is Kind.PROGRAMME:
            return self.programme(instrument.number)
        if self.lang == SOURCE_LANGUAGE or instrument.kind.value not in self._printing.kinds:
            return self.snapshot.label(iri) if iri else str(instrument)
        return self._with_body(instrument, self._label(instrument))

    def marker(self, marker: Marker, kind: str) -> str:
        """Return an edition marker as texts in this language print it."""
        return self._markers.printed(marker, kind)

    def marker_of(self, iri: str) -> str:
        """Return the marker of an edition, empty where it has none."""
        node = self.snapshot.editions.get(iri)
        if node is None:
            return ""
        fact = self.register.fact(node.edition) if node.edition else None
        if fact is None or node.edition is None or self.lang == SOURCE_LANGUAGE:
            return node.marker
        return self.marker(fact.marker, node.edition.instrument.kind.value) or node.marker

    def conference(self, conference_id: str) -> str:
        """Return the name of a conference with city and year."""
        held = self.register.conference(conference_id)
        if held is None:
            return self.snapshot.label(_CONFERENCE + conference_id)
        if not held.place:
            return f"{self.body(held.body)} ({held.year})"
        where = self._printing.place_marker.format(rev="", place=self._markers.city(held.place), year=held.year)
        return f"{self.body(held.body)}{self._printing.marker_gap}{where}"

    def body(self, body_id: str) -> str:
        """Return the full name of a body."""
        known = self._named(f"body/{body_id}", "official")
        if known:
            return known
        body = self.register.bodies.get(body_id)
        return body.name if body else body_id

    def abbreviation(self, body_id: str) -> str:
        """Return the short name of a body: ``PP``, ``CMDT``."""
        return self._named(f"body/{body_id}", "abbreviation", "official") or body_id

    def body_at(self, iri: str) -> str:
        """Return the name of the body or Sector at an IRI."""
        word = iri.rpartition("/")[2]
        found = next((body for body in self.register.bodies if body.casefold() == word.casefold()), None)
        return self.body(found) if found else self.snapshot.label(iri)

    def programme(self, slug: str) -> str:
        """Return the name of a programme, agenda or plan."""
        known = self.register.programme(slug)
        english = known.name if known else self.snapshot.label(f"{THINGS}programme/{slug}")
        if self.lang == SOURCE_LANGUAGE:
            return english
        return self.register.name(f"programme/{slug}", self.lang, "official", "search form") or english

    def clause(self, key: str) -> str:
        """Return the word of a clause."""
        found = next((clause for clause in self.register.clauses if clause.id == key), None)
        labels = dict(found.labels) if found else {}
        return labels.get(self.lang) or labels.get(SOURCE_LANGUAGE) or key

    def cited(self, iri: str) -> str:
        """Return how a text in this language cites a thing in full: name, edition, body; empty where it has no way."""
        try:
            name = parse(iri.removeprefix(THINGS))
        except NotAPathError:
            return ""
        instrument = name.instrument if isinstance(name, Edition) else name
        phrase = self._printing.of_body.get(instrument.body, "")
        if instrument.kind is Kind.PROVISION:
            return self._printing.provision(instrument.body, instrument.number)
        if instrument.kind.value not in self._printing.kinds:
            return self.of(iri) if instrument.kind is Kind.PROGRAMME else ""
        marker = self.marker_of(iri) if isinstance(name, Edition) else ""
        label = self._label(instrument)
        if not phrase:
            return self.of(iri)
        if self._printing.marker_last:
            return f"{phrase}{label}{self._printing.marker_gap}{marker}"
        marked = f"{label}{self._printing.marker_gap}{marker}" if marker else label
        return f"{marked} {phrase}"

    def _edition(self, iri: str, edition: Edition) -> str:
        marker = self.marker_of(iri)
        name = self.instrument(edition.instrument, self.snapshot.work_of(iri))
        return f"{name}{self._printing.marker_gap}{marker}" if marker else self.snapshot.label(iri)

    def _label(self, instrument: Instrument) -> str:
        kind = self._printing.kind_word(instrument.kind.value)
        return self._printing.label.format(kind=kind, number=instrument.number)

    def _with_body(self, instrument: Instrument, label: str) -> str:
        if not instrument.body:
            return label
        join = " " if self._printing.marker_last else self._printing.list_join
        return f"{self.abbreviation(instrument.body)}{join}{label}"

    def _named(self, subject: str, *uses: str) -> str | None:
        return self.register.name(subject, self.lang, *uses) or self.register.name(subject, SOURCE_LANGUAGE, *uses)

    @property
    def _printing(self) -> Printing:
        return self.lexicons[self.lang].printing

    @property
    def _markers(self) -> MarkerPrinter:
        return MarkerPrinter(register=self.register, printing=self._printing, lang=self.lang, habits=Habits())
