"""Texts with a series: Recommendations, Reports, Supplements to a series, and what the catalogue has beside them."""

import re
from dataclasses import replace

from graph_service.citing.identifying.catalogue import COLLECTIONS, RADIO_SERIES, SHARED_SERIES
from graph_service.citing.identifying.decided import Decided, kind_of, made, sector_of
from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change, Numbered
from graph_service.citing.identifying.shapes import Number
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_VOLUME = re.compile(r"[IVX]+(?:\.[IVX]+)?")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def series_supplement(draft: Draft, register: Register) -> Decided | None:
    """Return a Supplement to a series or a part of one: A Suppl. 5, E-300 Suppl. 1."""
    supplement = draft.changes.get(Change.SUPPLEMENT)
    group = _group(draft)
    if supplement is None or group is None:
        return None
    if supplement.number is None or not supplement.number[0].isdecimal():
        raise draft.refuse("a Supplement has a number")
    draft.number = None
    body = draft.former or draft.sector or "ITU-T"
    series = re.sub(r"[^A-Z].*", "", group)
    return _dated_alike(
        made(draft, register, Kind.SUPPLEMENT, body, f"{group}.{supplement.number}", series=series), supplement
    )  # fmt: skip


def _dated_alike(one: Decided, supplement: Numbered) -> Decided:
    """The date of a Supplement to a series is that of the text and of the Supplement: they are the same."""
    if one.marker.year is None and supplement.year:
        return replace(one, marker=replace(one.marker, year=supplement.year, month=supplement.month, revised=False))
    if one.marker.year and supplement.year is None:
        dated = replace(supplement, year=one.marker.year, month=one.marker.month)
        return replace(one, changes={**one.changes, Change.SUPPLEMENT: dated})
    return one


def _group(draft: Draft) -> str | None:
    """The letters of a series, or those of a part of one: A, E-100, E100-300."""
    number = draft.number
    if draft.letters:
        return draft.letters if number is None else None
    if number is None or not number.letters or number.coded:
        return None
    if draft.is_series or (not number.dotted and number.revision is not None):
        tail = f"-{number.revision}" if number.revision is not None else ""
        return f"{number.letters}{'' if tail else '-'}{number.core}{tail}"
    is_part = number.hyphenated and len(number.letters) == 1 and number.core.endswith("00")
    return f"{number.letters}-{number.core}" if is_part else None


def guide(draft: Draft, register: Register) -> Decided | None:
    """Return an Implementers' Guide: its number is that of its Recommendation, with a sign."""
    if not draft.is_guide:
        return None
    number = draft.number
    if number is None or not number.letters:
        raise draft.refuse("an Implementers' Guide has the number of its Recommendation")
    draft.number = number if number.core.startswith("Imp") else replace(number, core=f"Imp{number.core}")
    return in_series(draft, register)


def collection(draft: Draft, register: Register) -> Decided | None:
    """Return a series of ITU-R as one publication, or a volume of its Reports: ITU-R BO, ITU-R LS-0, ITU-R IV.IX."""
    number, kind = draft.number, kind_of(draft)
    letters = number.letters if number else draft.letters
    if number is None and letters is None and draft.body in RADIO_SERIES:
        letters, draft.body = draft.body, None
    if not letters or sector_of(draft) != "ITU-R":
        return None
    body = draft.former or "ITU-R"
    if number is not None:
        return _numbered_collection(draft, register, number, body)
    if letters in RADIO_SERIES | COLLECTIONS and kind is not Kind.REPORT:
        return made(draft, register, kind or Kind.RECOMMENDATION, body, letters, series=letters)
    return made(draft, register, kind or Kind.REPORT, body, letters) if _VOLUME.fullmatch(letters) else None


def _numbered_collection(draft: Draft, register: Register, number: Number, body: str) -> Decided | None:
    """The Reports of a series in one volume (BO2), or an issue of a collection (LS-0)."""
    letters, kind = number.letters, kind_of(draft)
    is_volume = not number.dotted and not number.hyphenated and number.revision is None
    if is_volume and kind in {None, Kind.REPORT} and re.fullmatch(r"\d", number.core):
        return made(draft, register, Kind.REPORT, body, f"{letters}{number.core}", series=letters)
    if letters not in COLLECTIONS or not number.core.isdecimal():
        return None
    draft.number = replace(number, revision=int(number.core))
    return made(draft, register, kind or Kind.RECOMMENDATION, body, letters, series=letters)


def in_series(draft: Draft, register: Register) -> Decided | None:
    """Return the Recommendation or Report of a number with a series."""
    number = draft.number
    if number is None or not number.letters:
        return None
    match sector_of(draft) or _sector_of_series(draft, number, register):
        case "ITU-T":
            return _of_standardization(draft, register, number)
        case "ITU-D":
            return _of_development(draft, register, number)
        case _:
            return _of_radio(draft, register, number)


def _sector_of_series(draft: Draft, number: Number, register: Register) -> str:
    if number.coded:
        return "ITU-T"
    if len(number.letters) > 1 or "/" in number.core:
        if number.letters in RADIO_SERIES:
            return "ITU-R"
        raise draft.refuse(f"no Sector has a series {number.letters}")
    if number.hyphenated and number.revision is None:
        raise draft.refuse(f"{number.letters}-{number.core} is a part of a series without Supplement")
    if number.letters == "D" and number.spaced and draft.kinds:
        return "ITU-D"
    is_shared = number.letters in SHARED_SERIES and "." not in number.core and not number.joint
    is_radio = is_shared and (number.revision is not None or register.is_radio_number(number.letters, number.core))
    return "ITU-R" if is_radio else "ITU-T"


def _of_standardization(draft: Draft, register: Register, number: Number) -> Decided:
    if len(number.letters) > 1 and not number.coded:
        raise draft.refuse(f"ITU-T has no series {number.letters}")
    if "/" in number.core:
        raise draft.refuse(f"ITU-T has no number {number.number}")
    own = _without_revision(draft, number)
    draft.number = own
    one = made(draft, register, _kind(draft), draft.former or "ITU-T", own.number, series=own.letters)
    return replace(one, changes=_with_roman(one.changes))


def _without_revision(draft: Draft, number: Number) -> Number:
    """ITU-T numbers have no revision: what stands after a hyphen ends a range, or belongs to the number."""
    if number.revision is None:
        return number
    head, dot, last = number.core.rpartition(".")
    if dot and last.isdecimal() and int(last) < number.revision:
        draft.until = f"{number.letters}.{head}.{number.revision}"
        return replace(number, revision=None)
    return replace(number, core=f"{number.core}-{number.revision}", revision=None)


def _of_development(draft: Draft, register: Register, number: Number) -> Decided:
    """A Recommendation of ITU-D, which has no series but may print its letter: D 22."""
    if number.letters != "D":
        raise draft.refuse("ITU-D has no series")
    draft.number = replace(number, letters="")
    return made(draft, register, Kind.RECOMMENDATION, "ITU-D", number.core)


def _of_radio(draft: Draft, register: Register, number: Number) -> Decided:
    if number.letters == "R" and number.dotted and not draft.kinds:
        draft.number = replace(number, letters="")
        return made(draft, register, Kind.RESOLUTION, "RA", number.core)
    if number.letters not in RADIO_SERIES:
        raise draft.refuse(f"ITU-R has no series {number.letters}")
    whole = number.core if number.revision is None else f"{number.core}-{number.revision}"
    is_report = not draft.kinds and register.is_report("ITU-R", number.letters, whole)
    kind = Kind.REPORT if is_report else _kind(draft)
    return made(draft, register, kind, draft.former or "ITU-R", number.number, series=number.letters)


def _kind(draft: Draft) -> Kind:
    """The kind that is printed; an Opinion with a series is what French called Recommendations before 1993."""
    kind = kind_of(draft)
    if kind in {None, Kind.OPINION}:
        return Kind.RECOMMENDATION
    if kind not in {Kind.RECOMMENDATION, Kind.REPORT}:
        raise draft.refuse(f"a {kind.value if kind else 'text'} has no series")
    return kind


def _with_roman(changes: dict[Change, Numbered]) -> dict[Change, Numbered]:
    """The changes with the Appendix in Roman digits, as ITU-T numbers them."""
    appendix = changes.get(Change.APPENDIX)
    if appendix is None or appendix.number is None or not appendix.number.isdecimal():
        return changes
    left, digits = int(appendix.number), ""
    for value, sign in _ROMAN:
        while left >= value:
            digits, left = digits + sign, left - value
    return {**changes, Change.APPENDIX: replace(appendix, number=digits)}
