"""The titles that pages show under a name, each with the language that it is in."""

from dataclasses import dataclass

from graph_service.analysing.holdings import EditionNode
from graph_service.analysing.snapshot import Snapshot
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.register import Register
from graph_service.register.values import Objective

_ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The words of a title and their language."""

    words: str
    lang: str


def title_in(snapshot: Snapshot, register: Register, iri: str, lang: str) -> Title | None:
    """Return the title of an edition, or of an instrument the newest one; in the language if it is known in it."""
    work = snapshot.works.get(iri)
    if work and work.instrument and work.instrument.kind is Kind.OBJECTIVE:
        objective = objective_of(register, work.instrument)
        return objective_name(objective, lang) if objective else None
    editions = [iri] if work is None else list(reversed(work.editions))
    nodes = [snapshot.editions[one] for one in editions if one in snapshot.editions]
    own = next((Title(words=title, lang=lang) for node in nodes if (title := dict(node.titles).get(lang))), None)
    return own or next((found for node in nodes if (found := title_of(node, lang))), None)


def title_of(node: EditionNode, lang: str) -> Title | None:
    """Return the title of an edition in a language, else in English, else in any; None where none is known."""
    known = dict(node.titles)
    found = next((code for code in (lang, _ENGLISH, *known) if known.get(code)), None)
    return Title(words=known[found], lang=found) if found else None


def objective_of(register: Register, instrument: Instrument) -> Objective | None:
    """Return the objective that an instrument's name stands for."""
    named = (instrument.numbering, instrument.number)
    return next((one for one in register.objectives if (one.plan, one.code) == named), None)


def objective_name(objective: Objective, lang: str) -> Title:
    """Return the name of an objective in French where it is known and wanted, else in English."""
    if lang == "fr" and objective.name_fr:
        return Title(words=objective.name_fr, lang=lang)
    return Title(words=objective.name, lang=_ENGLISH)
