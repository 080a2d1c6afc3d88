"""The rule wrong-conference: that body held no conference at that place in that year."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.names.conference import Conference
from graph_service.names.marker import Marker


def wrong_conference(case: Case) -> Outcome | None:
    """Hold where no conference of the body fits the marker and the calendar of that body is known to be closed."""
    mention, marker = case.mention, case.mention.marker
    if mention.edition is None or mention.edition.is_resolved or not marker.year or not case.is_of_conference:
        return None
    body = case.conference_body
    closed = case.knowledge.lists.calendar(body, marker.year)
    if closed is None or (not case.body_is_printed and _met_there(case, marker)):
        return None
    candidates = _candidates(case, body, marker)
    text = case.rewriter.with_marker(mention, _marker_for(case, candidates[0])) if candidates else None
    return Outcome(
        variant="" if marker.place else "year",
        words={
            "body": f"body/{body}",
            "place": f"place/{marker.place}" if marker.place else "",
            "year": str(marker.year),
            "conferences": tuple(f"conference/{one.id}" for one in candidates),
        },
        when=When.AT_ADOPTION,
        status=closed,
        rewrite=Rewrite(text=text, offered=True) if text else None,
        evidence=case.knowledge.lists.calendar_sources(body),
    )


def _met_there(case: Case, marker: Marker) -> bool:
    """Whether any body met there: where the body is only inferred, the inference may be what is wrong."""
    if not marker.place or not marker.year:
        return False
    return bool(case.knowledge.register.conferences_at(marker.place, marker.year))


def _candidates(case: Case, body: str, marker: Marker) -> tuple[Conference, ...]:
    """The conferences that may be meant, likeliest first: of that year, or at that place in the nearest year.

    Those of which the register has an edition of the instrument come before the others.
    """
    held = case.knowledge.register.conferences_of(body)
    alike = [one for one in held if one.year == marker.year or (marker.place and one.place == marker.place)]
    adopting = {fact.conference for fact in case.knowledge.texts(case.mention.instrument)}
    nearest = alike or sorted(held, key=lambda one: _distance(one, marker))[:2]
    return tuple(sorted(nearest, key=lambda one: (one.id not in adopting, _distance(one, marker))))


def _distance(conference: Conference, marker: Marker) -> int:
    return abs(conference.year - (marker.year or 0))


def _marker_for(case: Case, conference: Conference) -> Marker:
    cited = case.mention.marker
    return Marker(
        place=conference.place if cited.place else None,
        year=conference.year,
        revised=cited.revised,
        conference_word=cited.conference_word,
    )


RULE = Verdict(
    id="wrong-conference",
    title="No such conference",
    what="The body named with the reference held no conference at that place in that year, and its calendar is known "
    "to be complete there.",
    why="Such an edition cannot exist: a place or a year is mistaken, often by one.",
    guidance="The message lists the conferences that may be meant; choose the one that adopted the edition you mean.",
    severities=Severities(
        draft=Severity.ERROR, adopted=Severity.ERROR, note="warning where only the cycle speaks for the calendar"
    ),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 71 (Rev. Busan, 2012) of the Plenipotentiary Conference,",
            fix="Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2016) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="Resolution 66 (Rev. Rome, 2016) of the Radiocommunication Assembly,", finds=False),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=wrong_conference,
)
