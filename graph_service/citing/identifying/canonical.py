"""The one form in which an identification is printed; it reads back to itself."""

from collections.abc import Mapping

from graph_service.citing.identifying.catalogue import HANDBOOK_SIGN
from graph_service.citing.identifying.decided import Decided
from graph_service.citing.identifying.identification import Change, Numbered
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.register.register import Register

SIGNS = {
    Change.ANNEX: "Annex", Change.APPENDIX: "App.", Change.SUPPLEMENT: "Suppl.", Change.AMENDMENT: "Amd.",
    Change.CORRIGENDUM: "Cor.", Change.ADDENDUM: "Add.", Change.ERRATUM: "Err.",
}  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_RADIO = frozenset({"ITU-R", "CCIR"})


def canonical(decided: Decided, register: Register, letters: Mapping[str, str]) -> str:
    """Return the canonical form; ``letters`` are those of the languages, by code."""
    standards = [other for other in decided.also if other[:1].isalpha() and "." not in other.partition(" ")[0]]
    text = _head(decided, register, [other for other in decided.also if other not in standards])
    text += _dated(decided)
    text += "".join(_change(change, decided) for change in Change if change in decided.changes)
    if decided.part:
        text += f", {decided.part}"
    text += "".join(f" | {standard}" for standard in standards)
    return f"{text}-{letters[decided.language]}" if decided.language else text


def _head(decided: Decided, register: Register, joint: list[str]) -> str:
    number = _numbered(decided, joint)
    special = _special(decided, number)
    if special:
        return special
    if decided.series and decided.kind is Kind.RECOMMENDATION and not _reads_as_report(decided, register):
        return f"{decided.body} {number}"
    holder = decided.conference.upper() if decided.conference else decided.body
    return f"{holder} {decided.kind.value.capitalize()} {number}"


def _special(decided: Decided, number: str) -> str | None:
    """The head of what is printed in a form of its own."""
    group, _, own = decided.number.partition(".")
    forms = {
        Kind.BULLETIN: f"ITU OB {number}",
        Kind.SUPPLEMENT: f"{decided.body} {group} {SIGNS[Change.SUPPLEMENT]} {own}",
        Kind.PROVISION: f"{decided.body} {number}",
        Kind.PROGRAMME: number,
        Kind.OBJECTIVE: f"{decided.kind.value.capitalize()} {number}",
    }
    if decided.series == HANDBOOK_SIGN:
        forms[Kind.HANDBOOK] = f"{decided.body} {number}.{HANDBOOK_SIGN}"
    return forms.get(decided.kind)


def _numbered(decided: Decided, joint: list[str]) -> str:
    """The number with the numbers joined to it, its revision, and the end of its range."""
    revision = decided.marker.revision
    number, stroke, group = decided.number.partition("/") if decided.kind is Kind.QUESTION else (decided.number, "", "")
    number = "/".join([number, *joint])
    if revision is not None and not _has_versions(decided):
        number += f"-{revision}"
    if decided.until:
        number += ("-" if decided.series else " to ") + decided.until
    version = f" (V{revision})" if revision is not None and _has_versions(decided) else ""
    return f"{number}{stroke}{group}{version}"


def _has_versions(decided: Decided) -> bool:
    """Whether the revision is a version: ITU-T prints (V2), ITU-R a hyphen."""
    return decided.body in {"ITU-T", "CCITT"} and decided.series is not None


def _reads_as_report(decided: Decided, register: Register) -> bool:
    if decided.body not in _RADIO or not decided.series:
        return False
    revision = decided.marker.revision
    core = decided.number.partition(".")[2]
    whole = core if revision is None else f"{core}-{revision}"
    return register.is_report("ITU-R", decided.series, whole)


def _dated(decided: Decided) -> str:
    date = "" if decided.conference else edition(decided.marker, with_roman=decided.kind is Kind.BULLETIN)
    period = f" ({decided.period})" if decided.period else ""
    return (f" {date}" if date else "") + period


def edition(marker: Marker, *, with_roman: bool = False) -> str:
    """Return a marker in brackets without its revision: ``(Rev. Dubai, 2018)``, ``(04/2016)``; empty without one."""
    if marker.year is None:
        return ""
    if marker.day and marker.month:
        if with_roman:
            return f"({marker.day}.{_ROMAN[marker.month - 1]}.{marker.year})"
        return f"({marker.year}-{marker.month:02d}-{marker.day:02d})"
    if marker.month and marker.place is None:
        return f"({marker.month:02d}/{marker.year})"
    if marker.conference_word:
        return f"({'Rev.' if marker.revised else ''}{marker.conference_word}-{marker.year % 100:02d})"
    rev = "Rev. " if marker.revised else ""
    return f"({rev}{marker.place}, {marker.year})" if marker.place else f"({rev}{marker.year})"


def _change(change: Change, decided: Decided) -> str:
    found = decided.changes[change]
    if change is Change.SUPPLEMENT and decided.is_series_supplement:
        return ""
    number = f" {found.number}" if found.number else ""
    return f" {SIGNS[change]}{number}{_change_date(found)}"


def _change_date(found: Numbered) -> str:
    date = edition(Marker(year=found.year, month=found.month))
    return f" {date}" if date else ""
