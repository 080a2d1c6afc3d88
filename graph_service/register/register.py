"""The register as one frozen value: what ``data/`` holds, and the lookups that every later stage asks it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph_service.names.conference import Conference
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.corrections import Correction
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.values import (
    Body,
    Clause,
    Coverage,
    InForce,
    Language,
    MarkerForm,
    Name,
    Objective,
    Programme,
    ProvisionRange,
    Replacement,
    SeriesNumbers,
    SourceText,
    StudyGroup,
    Succession,
)


@dataclass(frozen=True, kw_only=True)
class Register:
    """Everything that ``data/`` attests, corrections applied.

    ``version`` is a hash of the tables' content, equal for equal data. ``facts`` are the rows of ``editions.csv``;
    ``conflicts`` names the rows that two sources of equal grade tell differently, neither of which stands.
    """

    version: str
    languages: tuple[Language, ...]
    bodies: Mapping[str, Body]
    conferences: Mapping[str, Conference]
    names: tuple[Name, ...]
    facts: tuple[EditionFact, ...]
    programmes: Mapping[str, Programme]
    successions: tuple[Succession, ...]
    objectives: tuple[Objective, ...]
    replacements: tuple[Replacement, ...]
    coverage: tuple[Coverage, ...]
    in_force: tuple[InForce, ...]
    clauses: tuple[Clause, ...]
    marker_forms: tuple[MarkerForm, ...]
    sources: tuple[SourceText, ...]
    study_groups: tuple[StudyGroup, ...] = ()
    provisions: tuple[ProvisionRange, ...] = ()
    series_numbers: tuple[SeriesNumbers, ...] = ()
    corrections: tuple[Correction, ...] = ()
    conflicts: tuple[str, ...] = ()

    # Editions

    @cached_property
    def lines(self) -> Mapping[Instrument, tuple[EditionFact, ...]]:
        """Every known instrument with its acts, oldest first; an abrogation is the last act of a line."""
        found: dict[Instrument, list[EditionFact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.edition.instrument].append(fact)
        return {instrument: tuple(sorted(acts, key=_in_time)) for instrument, acts in found.items()}

    def line(self, instrument: Instrument) -> tuple[EditionFact, ...]:
        """Return the acts on an instrument, oldest first; empty where it is not known."""
        return self.lines.get(instrument, ())

    def fact(self, edition: Edition) -> EditionFact | None:
        """Return what is known of an edition, None where it is not in the register."""
        return self._by_edition.get(edition)

    @cached_property
    def _by_edition(self) -> Mapping[Edition, EditionFact]:
        return {fact.edition: fact for fact in self.facts if fact.act is not Act.ABROGATED}

    # Conferences and places

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, int], tuple[Conference, ...]]:
        found: dict[tuple[str, int], list[Conference]] = defaultdict(list)
        for conference in self.conferences.values():
            if conference.place:
                found[conference.place, conference.year].append(conference)
        return {key: tuple(group) for key, group in found.items()}

    def conference(self, conference_id: str) -> Conference | None:
        """Return the conference with an id (``pp-18``), None where there is none."""
        return self.conferences.get(conference_id)

    def conferences_of(self, body: str) -> tuple[Conference, ...]:
        """Return the conferences of a body in order of time."""
        return self._by_body.get(body, ())

    @cached_property
    def _by_body(self) -> Mapping[str, tuple[Conference, ...]]:
        found: dict[str, list[Conference]] = defaultdict(list)
        for conference in self.conferences.values():
            found[conference.body].append(conference)
        return {
            body: tuple(sorted(group, key=lambda one: (one.closes or date(one.year, 12, 31), one.id)))
            for body, group in found.items()
        }

    def conferences_at(self, place: str, year: int) -> tuple[Conference, ...]:
        """Return the conferences of any body at a place (its English name) in a marker's year."""
        return self._by_place.get((place, year), ())

    def conference_at(self, body: str, place: str, year: int) -> Conference | None:
        """Return the conference of one body at a place in a marker's year, None where it held none."""
        return next((one for one in self.conferences_at(place, year) if one.body == body), None)

    def conference_called(self, body: str, digits: str) -> Conference | None:
        """Return a body's conference by the year in its name (``18`` of PP-18) or that of its markers (``2022``)."""
        held = self.conferences_of(body)
        short = digits[-2:]
        names = {f"-{digits}", f"-{short}", f"-20{short}"} if len(digits) > len(short) else {f"-{short}", f"-20{short}"}
        found = next((one for one in held if any(one.id.endswith(name) for name in names)), None)
        return found or next((one for one in held if str(one.year) == digits), None)

    def place_named(self, form: str) -> str | None:
        """Return the English name of a city printed in any language's marker, None for what is no known city."""
        return self._places.get(form.casefold())

    @cached_property
    def _places(self) -> Mapping[str, str]:
        return {name.form.casefold(): name.subject.removeprefix("place/") for name in self.names_of_kind("place")}

    def city(self, place: str, lang: str) -> str | None:
        """Return the name of a city as markers in a language print it, None where it is not known."""
        return self.name(f"place/{place}", lang, "marker")

    # Names, programmes, coverage

    def sectors_with_group(self, number: str) -> tuple[str, ...]:
        """Return the Sectors that have a study group of a number."""
        return tuple(group.sector for group in self.study_groups if group.number == number)

    def is_report(self, sector: str, series: str, number: str) -> bool:
        """Whether a number of a series (``M``, ``2010-1``) is one of the Sector's Reports as far as is known."""
        return self._has_number(sector, "report", series, number)

    def is_radio_number(self, series: str, number: str) -> bool:
        """Whether a number of a series that two Sectors have is known to be of ITU-R and not of ITU-T."""
        return self._has_number("ITU-R", "", series, number)

    def _has_number(self, sector: str, kind: str, series: str, number: str) -> bool:
        rows = (row for row in self.series_numbers if (row.sector, row.kind) == (sector, kind))
        return any(row.series in {series, ""} and number in row for row in rows)

    @cached_property
    def highest_numbers(self) -> Mapping[tuple[str, str], int]:
        """The highest number known of each body and kind, where numbers are plain."""
        found: dict[tuple[str, str], int] = {}
        for instrument in self.lines:
            if instrument.number.isdecimal() and not instrument.numbering:
                key = instrument.body, instrument.kind.value
                found[key] = max(found.get(key, 0), int(instrument.number))
        return found

    def names_of_kind(self, kind: str) -> tuple[Name, ...]:
        """Return the names whose subject is of a kind: ``place``, ``body`` or ``programme``."""
        return self._names_by_kind.get(kind, ())

    @cached_property
    def _names_by_kind(self) -> Mapping[str, tuple[Name, ...]]:
        found: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            found[name.subject.partition("/")[0]].append(name)
        return {kind: tuple(names) for kind, names in found.items()}

    def name(self, subject: str, lang: str, *uses: str) -> str | None:
        """Return the first name of a subject in a language with one of the uses, in the order of the uses."""
        named = self._names_by_subject.get((subject, lang), ())
        wanted = uses or ("official", "marker", "search form", "abbreviation")
        return next((name.form for use in wanted for name in named if name.use == use), None)

    @cached_property
    def _names_by_subject(self) -> Mapping[tuple[str, str], tuple[Name, ...]]:
        found: dict[tuple[str, str], list[Name]] = defaultdict(list)
        for name in self.names:
            found[name.subject, name.lang].append(name)
        return {key: tuple(names) for key, names in found.items()}

    def programme(self, slug: str) -> Programme | None:
        """Return the programme, agenda or plan with an id (``connect-2030``), None where there is none."""
        return self.programmes.get(slug)

    def programmes_called(self, name: str) -> tuple[Programme, ...]:
        """Return the programmes with a short English name; two Buenos Aires Action Plans bear one, newest first."""
        return self._programmes_by_name.get(name.casefold(), ())

    @cached_property
    def _programmes_by_name(self) -> Mapping[str, tuple[Programme, ...]]:
        found: dict[str, list[Programme]] = defaultdict(list)
        for programme in sorted(self.programmes.values(), key=lambda one: one.id, reverse=True):
            found[programme.name.casefold()].append(programme)
        return {name: tuple(group) for name, group in found.items()}

    def coverage_of(self, subject: str, aspect: str) -> tuple[Coverage, ...]:
        """Return what is said of the completeness of one list: ``conference/pp-18``, ``adopted and revised``."""
        return self._coverage.get((subject, aspect), ())

    @cached_property
    def _coverage(self) -> Mapping[tuple[str, str], tuple[Coverage, ...]]:
        found: dict[tuple[str, str], list[Coverage]] = defaultdict(list)
        for row in self.coverage:
            found[row.subject, row.aspect].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    def marker_form(self, body: str, kind: str) -> MarkerForm | None:
        """Return how a body prints the markers of one kind of its instruments, None where no row says."""
        return next((form for form in self.marker_forms if (form.body, form.kind) == (body, kind)), None)


def _in_time(fact: EditionFact) -> tuple[date, str]:
    return fact.latest or date.min, fact.edition.key
