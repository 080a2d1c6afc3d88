"""Whether the parts of an identifier go together: what has a version, a study period, a range or a conference."""

from graph_service.citing.identifying.catalogue import FORMER_SECTOR, HANDBOOK_SIGN
from graph_service.citing.identifying.decided import Decided
from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change
from graph_service.names.kind import Kind

_ACTS = frozenset({Kind.RESOLUTION, Kind.DECISION, Kind.OPINION, Kind.RECOMMENDATION})
_WITHOUT_WORD = frozenset({Kind.BULLETIN, Kind.HANDBOOK, Kind.PROVISION})
_WITH_PERIOD = frozenset({Kind.QUESTION, Kind.OBJECTIVE})
_UNITED_NATIONS = frozenset({"UNGA", "UNSC", "ECOSOC", "UNESCO"})
_STANDARDIZATION = frozenset({"ITU-T", "CCITT"})


def nonsense(one: Decided, draft: Draft) -> str | None:
    """Return what is wrong with parts that were each read but make no name together; None where they do."""
    return _of_edition(one, draft) or _of_number(one, draft) or _of_words(one, draft)


def _of_edition(one: Decided, draft: Draft) -> str | None:
    if draft.version is not None and not (_is_standardization(one) and one.kind is Kind.RECOMMENDATION):
        return "only Recommendations of ITU-T have versions"
    if one.conference and (one.kind not in _ACTS or one.series or one.conference.partition("-")[0] != _session(one)):
        return "the conference adopts no such text"
    if one.period and one.kind not in _WITH_PERIOD:
        return "only Questions and objectives have a period"
    return None


def _session(one: Decided) -> str:
    return "wtsc" if one.conference and one.conference.startswith("wtsc") else one.body.lower()


def _of_number(one: Decided, draft: Draft) -> str | None:
    is_group = bool(draft.number and draft.number.group)
    if is_group and one.kind is not Kind.QUESTION and not (one.body in _UNITED_NATIONS and one.kind is Kind.RESOLUTION):
        return "only Questions and resolutions of the United Nations have two numbers"
    if one.until and one.kind is not Kind.PROVISION and not (_is_standardization(one) and one.until[:1].isalpha()):
        return "the end of the range is not understood"
    if any("/" in other for other in one.also) and not _is_standardization(one):
        return "only texts of ITU-T are joint with those of others"
    return None


def _of_words(one: Decided, draft: Draft) -> str | None:
    letters = {None, one.number, one.series, HANDBOOK_SIGN}
    of_others = draft.body or draft.former or draft.sector not in {None, "ITU-R"}
    is_supplement = one.kind is Kind.SUPPLEMENT
    found = (
        (draft.sector and draft.former and FORMER_SECTOR[draft.former] != draft.sector, "it names two Sectors"),
        (draft.kinds and one.kind in _WITHOUT_WORD, "the word for its kind does not go with it"),
        (one.kind is Kind.HANDBOOK and (draft.changes or one.marker.revision is not None), "a Handbook is not amended"),
        (draft.letters not in letters and not is_supplement, f"{draft.letters!r} belongs to nothing"),
        (draft.is_series and not is_supplement and Change.SUPPLEMENT not in one.changes, "a series has no number"),
        (one.series and draft.body, f"{draft.body} adopts no text with a series"),
        (one.kind is Kind.PROVISION and of_others, "a basic text has no other body"),
        (one.attached and not one.series, "nothing is attached to it"),
    )
    return next((message for holds, message in found if holds), None)


def _is_standardization(one: Decided) -> bool:
    return one.body in _STANDARDIZATION and bool(one.series)
