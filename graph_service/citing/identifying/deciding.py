"""A draft becomes what it names: kind, body, number and edition, through the register where the print is silent."""

import re
from dataclasses import replace

from graph_service.citing.bodies import ASSEMBLY_SECTOR, SECTOR_ASSEMBLY
from graph_service.citing.identifying.acting import acting_body, sector_of_question
from graph_service.citing.identifying.catalogue import HANDBOOK_SIGN
from graph_service.citing.identifying.decided import Decided, kind_of, made, sector_of
from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change
from graph_service.citing.identifying.sense import nonsense
from graph_service.citing.identifying.series import collection, guide, in_series, series_supplement
from graph_service.citing.identifying.shapes import Number
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_OF_SECTORS = (Kind.RECOMMENDATION, Kind.QUESTION, Kind.REPORT)
_UNITED_NATIONS = frozenset({"UNGA", "UNSC", "ECOSOC", "UNESCO"})
_RADIO_PROVISION = re.compile(r"\d{1,2}\.\d+[A-Z]*\d?(?:\.\d+)?")
_APPENDIX_NUMBER = re.compile(r"\d{1,2}[A-Z]?")
_TO_COME = 40
"""How far beyond the highest Resolution known a number may be one."""


def decide(draft: Draft, register: Register) -> Decided:
    """Return what a draft names. Raise not-an-identifier or ambiguous-name where its parts do not make one name."""
    if len({*draft.kinds}) > 1:
        raise draft.refuse("it names several kinds of text")
    if draft.loose is not None:
        raise draft.refuse("it names several numbers")
    for rule in (
        _bulletin, _handbook, _provision, series_supplement, guide, _question, collection, in_series, _act,
    ):  # fmt: skip
        decided = rule(draft, register)
        wrong = nonsense(decided, draft) if decided else None
        if wrong:
            raise draft.refuse(wrong)
        if decided:
            return decided
    raise draft.refuse("no number was found" if draft.number is None else "the number names nothing alone")


def _bulletin(draft: Draft, register: Register) -> Decided | None:
    if not draft.is_bulletin:
        return None
    behind_annex = _number_behind_annex(draft)
    if behind_annex:
        return made(draft, register, Kind.BULLETIN, "ITU", behind_annex)
    if draft.number is None or draft.number.letters or draft.number.group:
        raise draft.refuse("an Operational Bulletin has a number")
    return made(draft, register, Kind.BULLETIN, "ITU", draft.number.core)


def _number_behind_annex(draft: Draft) -> str | None:
    """The number of a Bulletin that is printed behind its annex, to which it then does not belong: 附件第1000期."""
    annex = draft.changes.get(Change.ANNEX)
    if draft.number is not None or annex is None or annex.number is None or not annex.number.isdecimal():
        return None
    draft.changes[Change.ANNEX] = replace(annex, number=None)
    return annex.number


def _handbook(draft: Draft, register: Register) -> Decided | None:
    number = draft.number
    if not draft.is_handbook and not (number and _is_bare(draft, number)):
        return None
    if number is None or number.letters or number.group:
        raise draft.refuse("a Handbook has a number")
    sign = HANDBOOK_SIGN if draft.is_handbook and draft.letters == HANDBOOK_SIGN else None
    return made(draft, register, Kind.HANDBOOK, sector_of(draft) or "ITU", number.core, series=sign)


def _is_bare(draft: Draft, number: Number) -> bool:
    """Whether ITU-R and a plain number are all: so its Handbooks are catalogued, Resolutions with their letter."""
    has_more = number.letters or number.group or draft.kinds or draft.body or draft.basic_text or draft.has_colon
    return draft.sector == "ITU-R" and number.revision is None and not has_more


def _provision(draft: Draft, register: Register) -> Decided | None:
    number = draft.number
    if draft.basic_text is None and not _is_radio_provision(draft):
        return None
    text = draft.basic_text or "RR"
    appended = next((draft.changes[one] for one in (Change.APPENDIX, Change.ANNEX) if one in draft.changes), None)
    if appended and appended.number and number is None:
        found = made(draft, register, Kind.PROVISION, text, f"App. {appended.number}")
        return replace(found, changes={key: one for key, one in found.changes.items() if one is not appended})
    if number is None or number.letters or number.group:
        raise draft.refuse("a numbered provision of the text was expected")
    if number.revision is not None:
        draft.until, draft.number = str(number.revision), replace(number, revision=None)
    return made(draft, register, Kind.PROVISION, text, f"{draft.sign or 'No.'} {number.core}")


def _is_radio_provision(draft: Draft) -> bool:
    """A number with a dot and nothing else, or an Appendix with a number and nothing else: both are of the RR."""
    if sector_of(draft) or draft.body or draft.kinds or draft.letters:
        return False
    number, appendix = draft.number, draft.changes.get(Change.APPENDIX)
    if number is None:
        return bool(appendix and appendix.number and _APPENDIX_NUMBER.fullmatch(appendix.number))
    return not number.letters and draft.has_number_sign and bool(_RADIO_PROVISION.fullmatch(number.core))


def _question(draft: Draft, register: Register) -> Decided | None:
    number, kind = draft.number, kind_of(draft)
    if number is None or number.letters or kind not in {None, Kind.QUESTION} or draft.body in _UNITED_NATIONS:
        return None
    sector = sector_of(draft) or ASSEMBLY_SECTOR.get(draft.body or "")
    if kind is None and not (number.marked or (sector and (number.group or draft.has_colon))):
        return None
    holder = sector or sector_of_question(draft, number, register)
    return made(draft, register, Kind.QUESTION, holder, number.number)


def _act(draft: Draft, register: Register) -> Decided | None:
    """A Resolution, Decision, Opinion, or a Recommendation or Report without series."""
    number = draft.number
    if number is None or number.letters or draft.letters:
        return None
    kind = kind_of(draft) or _kind_without_word(draft, number, register)
    if kind is None:
        return None
    body = _printed_body(draft, kind) or acting_body(draft, kind, number, register)
    return made(draft, register, kind, body, number.number)


def _kind_without_word(draft: Draft, number: Number, register: Register) -> Kind | None:
    if draft.former:
        return Kind.RECOMMENDATION
    match sector_of(draft):
        case "ITU-R" if number.revision is not None:
            highest = register.highest_numbers.get(("RA", Kind.RESOLUTION.value), 0)
            within = number.core.isdecimal() and int(number.core) <= highest + _TO_COME
            return Kind.RESOLUTION if within else Kind.RECOMMENDATION
        case "ITU-D" if number.revision is None:
            return Kind.RECOMMENDATION
        case _:
            is_united_nations = draft.body in _UNITED_NATIONS and number.group
            return Kind.RESOLUTION if is_united_nations or (draft.body and draft.marker) else None


def _printed_body(draft: Draft, kind: Kind) -> str | None:
    if draft.former:
        return draft.former
    if draft.body:
        keeps = kind is Kind.RECOMMENDATION and draft.body not in {"WTSA", "RA"}
        return draft.body if keeps or kind not in _OF_SECTORS else ASSEMBLY_SECTOR.get(draft.body, draft.body)
    if draft.sector:
        return draft.sector if kind in {*_OF_SECTORS, Kind.OPINION} else SECTOR_ASSEMBLY[draft.sector]
    return None
