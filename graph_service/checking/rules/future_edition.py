"""The rule future-edition: the cited edition was adopted after the date of the citing text."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.register.fact import Status


def future_edition(case: Case) -> Outcome | None:
    """Hold where the cited edition was made after the date of the text: no harm in a draft to that conference."""
    edition = case.mention.edition
    if edition is None or case.is_programme or not case.span.after(case.dates.text):
        return None
    is_addressed = case.dates.is_draft and edition.key == case.dates.conference
    return Outcome(
        variant=_variant(case, is_addressed=is_addressed),
        words={
            "conference": f"conference/{edition.key}",
            "date": case.span.latest or case.dates.text,
            "text_date": case.dates.text,
        },
        severity=Severity.INFO if is_addressed else Severity.WARNING if case.dates.is_draft else None,
        when=When.AT_ADOPTION,
        since=case.span.latest,
        status=_status(case),
    )


def _variant(case: Case, *, is_addressed: bool) -> str:
    if is_addressed:
        return "addressed"
    return "draft" if case.dates.is_draft else ""


def _status(case: Case) -> Status:
    """How sure it is that the edition came later: its year alone may tell, else the days of its conference."""
    year = case.mention.marker.year
    if year and year > case.dates.text.year:
        return Status.ATTESTED
    conference = case.knowledge.conference_of(case.mention.edition)
    return Status(conference.status) if conference else Status.ATTESTED


RULE = Verdict(
    id="future-edition",
    title="Edition of the future",
    what="The cited edition was, or will be, adopted after the date of the citing text.",
    why="An adopted text cannot have known it. In a draft it stands for what its authors expect: the conference may "
    "decide otherwise, or not revise that text at all.",
    guidance="In a draft, check before the end of the conference that it did revise that text. In an adopted text, "
    "look for a later hand or a mistaken year.",
    severities=Severities(
        draft=Severity.WARNING, adopted=Severity.ERROR, note="info in a draft to the very conference that is cited"
    ),
    fix=Grade.NONE,
    examples=(
        Example(
            lang="fr",
            sentence="la Résolution 50 (Rév. Kigali, 2022) de la présente Conférence,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference,"),
        Example(
            lang="fr",
            sentence="la Résolution 200 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
        Example(lang="en", sentence="Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,", finds=False),
    ),
    holds=future_edition,
)
