"""The rule undated: a Resolution or Decision of a conference is cited without an edition marker."""

from graph_service.checking.case import Case, marker_of
from graph_service.checking.finding import Severity
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.names.kind import Kind
from graph_service.register.fact import Status

_KINDS = {Kind.RESOLUTION, Kind.DECISION}


def undated(case: Case) -> Outcome | None:
    """Hold where neither the mention nor its list or sentence gives an edition."""
    if case.mention.kind not in _KINDS or not case.is_of_conference or not case.mention.marker.is_empty:
        return None
    beside = (*case.in_sentence, *case.in_enumeration)
    if any(other.instrument == case.mention.instrument and not other.marker.is_empty for other in beside):
        return None
    newest = case.knowledge.newest(case.mention.instrument, case.last_day)
    if newest is None or newest.evidence.status is not Status.ATTESTED:
        return Outcome(variant="unknown")
    text = case.rewriter.with_marker(case.mention, marker_of(newest))
    target = case.of.newer(newest)
    return Outcome(
        words={"latest": newest},
        latest=target,
        rewrite=Rewrite(text=text, offered=True),
        evidence=(newest.evidence.source,),
    )


RULE = Verdict(
    id="undated",
    title="No edition named",
    what="A Resolution or Decision of a conference is cited without an edition marker, and none stands in its list or "
    "sentence.",
    why="It is usual to cite texts of conferences by edition. Without one the reader cannot tell which text was meant.",
    guidance="Add the marker of the edition that is meant, or leave the reference open on purpose.",
    severities=Severities(draft=Severity.INFO, adopted=Severity.INFO),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 167 of the Plenipotentiary Conference,",
            fix="Resolution 167 (Rev. Dubai, 2018) of the Plenipotentiary Conference",
        ),
        Example(
            lang="zh",
            sentence="全权代表大会第139号决议，",
            setting=Setting.DRAFT_WTDC_22,
            fix="全权代表大会第139号决议（2018年，迪拜，修订版）",
        ),
        Example(
            lang="en", sentence="Resolution 167 (Rev. Dubai, 2018) of the Plenipotentiary Conference,", finds=False
        ),
        Example(
            lang="zh",
            sentence="全权代表大会第139号决议（2018年，迪拜，修订版），",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=undated,
)
