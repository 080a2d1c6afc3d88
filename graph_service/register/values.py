"""The rows of the smaller tables as frozen values: languages, bodies, names, programmes, objectives, clauses."""

from dataclasses import dataclass
from datetime import date

from graph_service.register.fact import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of texts and interface: ISO 639-1 code, its own name, ISO 15924 script, ``ltr`` or ``rtl``."""

    lang: str
    name: str
    script: str
    direction: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Who adopts, or the basic text that provisions belong to; ``kind`` is conference, council, sector, former, ..."""

    id: str
    kind: str
    sector: str | None
    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a subject (``place/Dubai``, ``body/PP``, ``programme/connect-2030``) in one language.

    ``use`` is ``official``, ``abbreviation``, ``marker`` (a city as markers print it) or ``search form``.
    """

    subject: str
    lang: str
    form: str
    use: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme, agenda or plan; ``name`` is its short English name, ``line`` what it follows others in.

    ``is_cited`` says that texts cite it by name, as they do instruments; ``defined_by`` is the path of an edition.

    ``applies_from`` and ``applies_until`` are the days between which it applies by itself, None where not known.
    """

    id: str
    name: str
    line: str
    body: str
    is_cited: bool
    applies_from: date | None
    applies_until: date | None
    defined_by: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One programme followed by another: ``since`` is the day of the change, ``applies_from`` that of effect."""

    id: str
    kind: str
    predecessor: str
    successor: str
    since: date | None
    since_words: str
    applies_from: date | None
    defined_by: str
    note: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An objective of one plan: its Sector, the plan's period or name, its code and name."""

    id: str
    sector: str
    plan: str
    code: str
    name: str
    name_fr: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A body renamed, or an edition suppressed or merged; the editions are IRI paths, empty where not known."""

    id: str
    kind: str
    from_name: str
    to_name: str
    from_edition: str
    to_edition: str
    since: date | None
    since_words: str
    note: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A list that is known to be closed, or not: whose, of what, from and up to which conference.

    ``subject`` is ``body/PP``, ``conference/pp-18`` or an instrument's path; ``closed`` is yes, inferred, repository or
    no. Only ``yes`` grounds a claim that something does not exist.
    """

    subject: str
    aspect: str
    kind: str
    since: str
    until: str
    closed: str
    note: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """An instrument that a list of texts in force holds, as of a conference."""

    body: str
    kind: str
    number: str
    as_of: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerForm:
    """How a body prints the markers of one kind: place, conference, year, date or revision, and whether it says Rev."""

    body: str
    kind: str
    form: str
    says_revised: str
    severity: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause key, its group (preamble, operative, place), its direct edge, and its word in each language."""

    id: str
    group: str
    property: str
    labels: tuple[tuple[str, str], ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source that rows name by a short id: what it is and its file's name."""

    id: str
    what: str
    file: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyGroup:
    """A study group of a Sector: the number after the slash of its Questions."""

    sector: str
    number: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionRange:
    """The numbers that one Article of a basic text holds, both ends included; a number may end in letters (``28C``)."""

    text: str
    article: str
    first: str
    last: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesNumbers:
    """Numbers of one series by which a bare number is told: a Report from a Recommendation, ITU-R from ITU-T.

    ``kind`` is empty where it is the Sector that they tell, ``series`` where they hold for any. ``numbers`` are numbers
    (``2012``), numbers with one revision (``2020-1``), where another kind has the others, and ranges (``2055..2057``).
    """

    sector: str
    kind: str
    series: str
    numbers: tuple[str, ...]
    evidence: Evidence

    def __contains__(self, number: str) -> bool:
        """Whether a number, with its revision (``2020-1``) or without, is one of them."""
        base = number.partition("-")[0]
        return any(_holds(entry, number, base) for entry in self.numbers)


def _holds(entry: str, number: str, base: str) -> bool:
    first, is_range, last = entry.partition("..")
    if is_range:
        return base.isdecimal() and int(first) <= int(base) <= int(last)
    return entry in {number, base}
