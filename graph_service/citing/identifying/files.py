"""Names of files and document symbols become drafts: T-REC-T.4-200307-I, R-RES-R.9-7-2023-PDF-E, A/RES/70/1."""

import re
from collections.abc import Mapping

from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change, Numbered
from graph_service.citing.identifying.shapes import Number, question_at, series_at
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker

_SECTORS = {"T": "ITU-T", "R": "ITU-R", "D": "ITU-D"}
_ADDRESS = re.compile(r"^(?:https?://[^?]*/(?:[^?/]*\?\S*\bid=)?)?(?:ITU[ -])?(?=[A-Z]{1,2}[-/])")
_ENDING = re.compile(r"(?:&\S*)?(?:\.(?:pdf|docx?|html?|zip))?(?:/[a-z]{2})?/?$", re.IGNORECASE)
_RECOMMENDATION = re.compile(
    r"(?P<sector>[TRD])-REC-(?P<number>[A-Za-z][\w.\-]*?)(?:-(?P<stamp>\d{6}))?(?:-(?P<status>[A-Z]))?"
    r"(?:!(?P<changes>[\w+\-]*))?(?:!(?P<format>[\w\-]*))?(?:-(?P<letter>[A-Z]))?"
)
_BY_YEAR = re.compile(
    r"(?P<sector>[TRD])-(?P<what>REP|HDB|RES|QUE|OPN|SP-OB)[-.](?P<number>[\w.]+?(?:-\d{1,2})?)(?:-(?P<year>(?:19|20)\d\d))?"
    r"(?P<format>(?:-(?:OAS|R\d|PDF|MSW|HTM|ZIP))*)(?:-(?P<letter>[A-Z]))?"
)
_SYMBOL = re.compile(r"(?P<organ>[ASE])/RES/(?P<number>\d+(?:/\d+[A-Z]?)?)(?: \((?P<year>\d{4})\))?")
_ORGANS = {"A": "UNGA", "S": "UNSC", "E": "ECOSOC"}
_CHANGE = re.compile(
    r"(?P<sign>Amd|Cor|Cr|Err|Er|Add|Ann|App|Sup)s?(?P<number>[A-Z]{0,4}[\d.]*\+?(?:-\d+(?!\w))?[a-z]?)"
)
_CHANGES = {
    "Amd": Change.AMENDMENT, "Cor": Change.CORRIGENDUM, "Cr": Change.CORRIGENDUM,
    "Err": Change.ERRATUM, "Er": Change.ERRATUM, "Add": Change.ADDENDUM,
    "Ann": Change.ANNEX, "App": Change.APPENDIX, "Sup": Change.SUPPLEMENT,
}  # fmt: skip
_SUPPLEMENT = re.compile(r"(?P<group>[A-Z](?:\.\d+)?)\.?(?P<series>Ser)?\.?Supp?l?\.?(?P<number>\d+(?:\.\d+)*)")
_KINDS = {"REP": Kind.REPORT, "RES": Kind.RESOLUTION, "QUE": Kind.QUESTION, "OPN": Kind.OPINION}


def read_file_name(text: str, source: str, languages: Mapping[str, str]) -> Draft | None:
    """Return the draft of a file's name or address or a document symbol, None for what has another form.

    Raise not-an-identifier for one whose parts are not as they should be.
    """
    name = _ENDING.sub("", _ADDRESS.sub("", text))
    draft = Draft(text=source)
    if match := _RECOMMENDATION.fullmatch(name):
        _recommendation(draft, match)
    elif match := _BY_YEAR.fullmatch(name):
        _by_year(draft, match)
    elif match := _SYMBOL.fullmatch(name):
        _symbol(draft, match)
        return draft
    else:
        return None
    letter = match["letter"] or (match["format"] or "").rpartition("-")[2]
    if letter in languages:
        draft.language = languages[letter]
    return draft


def _recommendation(draft: Draft, match: re.Match[str]) -> None:
    draft.sector = _SECTORS[match["sector"]]
    draft.kinds.append(Kind.RECOMMENDATION)
    date = _stamp(match["stamp"]) if match["stamp"] else None
    supplement = _SUPPLEMENT.fullmatch(match["number"])
    if supplement:
        draft.letters = supplement["group"].replace(".", "-")
        draft.changes[Change.SUPPLEMENT] = Numbered(number=supplement["number"])
    else:
        draft.set_number(_whole_number(draft, match["number"]))
    changes = list(_changes_of(draft, match["changes"] or ""))
    for change, number in changes:
        draft.changes[change] = Numbered(number=number)
    if date and changes:
        last, number = changes[-1]
        draft.changes[last] = Numbered(number=number, year=date.year, month=date.month)
    elif date:
        draft.marker = date


def _whole_number(draft: Draft, printed: str) -> Number:
    number = series_at(printed, 0)
    if number is None and re.fullmatch(r"[A-Z]{2,3}", printed):
        draft.letters = printed
    if number is None or number.end != len(printed):
        raise draft.refuse(f"{printed!r} is no number of a Recommendation")
    return number


def _changes_of(draft: Draft, printed: str) -> list[tuple[Change, str | None]]:
    found: list[tuple[Change, str | None]] = []
    position = 0
    while position < len(printed):
        match = _CHANGE.match(printed, position)
        if not match:
            raise draft.refuse(f"{printed!r} is no amendment, corrigendum, annex or the like")
        found.append((_CHANGES[match["sign"]], match["number"].rpartition("-")[2] or None))
        position = match.end() + (printed[match.end() : match.end() + 1] == "-")
    return found


def _by_year(draft: Draft, match: re.Match[str]) -> None:
    draft.sector = _SECTORS[match["sector"]]
    what, printed = match["what"], match["number"]
    if match["year"]:
        draft.marker = Marker(year=int(match["year"]), revised=False)
    base, _, revision = printed.partition("-")
    match what:
        case "HDB":
            draft.is_handbook = True
            draft.number = Number(core=printed, end=len(printed))
        case "SP-OB":
            draft.is_bulletin = True
            draft.number = Number(core=printed, end=len(printed))
        case "RES" | "OPN":
            draft.kinds.append(_KINDS[what])
            core = base.partition(".")[2] or base
            draft.number = Number(core=core, revision=int(revision) if revision else None, end=len(printed))
        case "QUE":
            draft.kinds.append(Kind.QUESTION)
            draft.number = question_at(printed, 0)
        case _:
            draft.kinds.append(_KINDS[what])
            draft.set_number(_whole_number(draft, printed))


def _symbol(draft: Draft, match: re.Match[str]) -> None:
    draft.body = _ORGANS[match["organ"]]
    draft.kinds.append(Kind.RESOLUTION)
    core, _, group = match["number"].partition("/")
    draft.number = Number(core=core, group=group or None, end=match.end())
    if match["year"]:
        draft.marker = Marker(year=int(match["year"]), revised=False)


def _stamp(digits: str) -> Marker:
    return Marker(year=int(digits[:4]), month=int(digits[4:]), revised=False)
