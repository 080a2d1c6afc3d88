"""What an identification's IRI names: the instrument, its edition, and below it the amendment or annex."""

from graph_service.citing.identifying.decided import Decided
from graph_service.citing.identifying.identification import Change, Numbered
from graph_service.citing.resolver import identity
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for

_STEPS = {
    Change.ANNEX: "annex", Change.APPENDIX: "app", Change.SUPPLEMENT: "suppl", Change.AMENDMENT: "amd",
    Change.CORRIGENDUM: "cor", Change.ADDENDUM: "add", Change.ERRATUM: "err",
}  # fmt: skip
_DATED_ALWAYS = frozenset({Change.ANNEX, Change.APPENDIX, Change.SUPPLEMENT})
_OF_CONFERENCES = frozenset({Kind.RESOLUTION, Kind.DECISION, Kind.OPINION})
_NO_GROUP = "unknown"


def thing_of(decided: Decided, register: Register) -> Instrument | Edition:
    """Return the instrument, or the edition where one is named; its key goes down to the amendment or annex."""
    instrument = _instrument(decided, register)
    edition = _edition(decided, instrument, register)
    steps = _steps(decided, has_base=edition is not None)
    if decided.conference and decided.kind in _OF_CONFERENCES:
        edition = Edition(instrument=instrument, key=decided.conference)
    if not steps:
        return edition or instrument
    return Edition(instrument=instrument, key="/".join([edition.key, *steps] if edition else steps))


def _edition(decided: Decided, instrument: Instrument, register: Register) -> Edition | None:
    """The edition that the marker names; a Bulletin has none, a Handbook its year."""
    marker = decided.marker
    match decided.kind:
        case Kind.BULLETIN:
            return None
        case Kind.HANDBOOK:
            month = f"-{marker.month:02d}" if marker.month else ""
            return Edition(instrument=instrument, key=f"{marker.year}{month}") if marker.year else None
        case _:
            return edition_for(register, instrument, marker)


def _instrument(decided: Decided, register: Register) -> Instrument:
    if decided.kind is Kind.PROGRAMME:
        return Instrument(kind=decided.kind, body="", number=decided.slug or "")
    if decided.kind is Kind.OBJECTIVE:
        code = f"{decided.number[0]}.{decided.number[1:]}"
        return Instrument(kind=decided.kind, body=decided.body, number=code, numbering=decided.period)
    number = decided.number.replace("/", "-") if decided.series else decided.number
    if decided.series and decided.until:
        number = f"{number}-{decided.until}"
    if decided.kind is Kind.QUESTION:
        number = number if "/" in number else f"{number}/{_NO_GROUP}"
        return Instrument(kind=decided.kind, body=decided.body, number=number, numbering=decided.period)
    instrument, _ = identity(decided.kind, decided.body, "0", decided.marker, register)
    return Instrument(
        kind=decided.kind, body=instrument.body, number=number, numbering=instrument.numbering
    )  # fmt: skip


def _steps(decided: Decided, *, has_base: bool) -> list[str]:
    found = [change for change in Change if change in decided.changes and _is_text(change, decided)]
    if decided.is_series_supplement:
        found.remove(Change.SUPPLEMENT)
    steps = [
        _step(change, decided.changes[change], with_date=change in _DATED_ALWAYS or (at == 0 and not has_base))
        for at, change in enumerate(found)
    ]  # fmt: skip
    return [*steps, "attachment"] if decided.attached else steps


def _is_text(change: Change, decided: Decided) -> bool:
    """Whether it is published on its own: an Annex or Appendix only where it has its own date, or of a Bulletin."""
    is_part = change in {Change.ANNEX, Change.APPENDIX}
    return not is_part or decided.changes[change].year is not None or decided.kind is Kind.BULLETIN


def _step(change: Change, found: Numbered, *, with_date: bool) -> str:
    words = [_STEPS[change], *([found.number.replace("+", "plus")] if found.number else [])]
    if with_date and found.year:
        words += [str(found.year), *([f"{found.month:02d}"] if found.month else [])]
    return "-".join(words)
