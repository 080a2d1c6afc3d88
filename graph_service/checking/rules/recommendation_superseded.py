"""The rule recommendation-superseded: a newer edition of a cited Recommendation is in force."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.overtaking import ground_of, overtaken
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict


def recommendation_superseded(case: Case) -> Outcome | None:
    """Hold for dated references to a text of a Sector of which a newer edition is known."""
    if not case.is_sector_text:
        return None
    at_text, at_check = ground_of(case.later_at_text), ground_of(case.later_at_check)
    if at_check is None:
        return None
    if at_text and at_text.status is at_check.status:
        outcome = overtaken(case, at_text, When.AT_ADOPTION)
    else:
        outcome = overtaken(case, at_check, When.SINCE)
    return _offered(outcome)


def _offered(outcome: Outcome) -> Outcome:
    rewrite = Rewrite(text=outcome.rewrite.text, offered=True) if outcome.rewrite else None
    return Outcome(
        variant=outcome.variant,
        words=outcome.words,
        when=outcome.when,
        since=outcome.since,
        newer=outcome.newer,
        latest=outcome.latest,
        status=outcome.status,
        rewrite=rewrite,
        evidence=outcome.evidence,
    )


RULE = Verdict(
    id="recommendation-superseded",
    title="A newer edition is in force",
    what="The text cites a Recommendation, Question or Report of a Sector by date or revision, and a newer one is in "
    "force.",
    why="Recommendations are approved between conferences and often replaced; a dated reference binds the reader "
    "to the old text.",
    guidance="If nothing depends on the dated text, cite the newest edition or leave the date away.",
    severities=Severities(draft=Severity.WARNING, adopted=Severity.WARNING, since=Severity.WARNING),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Recommendation ITU-T X.999 (05/2010),",
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01", "itu-t/rec/X.999/2016-07 revised 2016-07-22"),
            fix="Recommendation ITU-T X.999 (07/2016)",
        ),
        Example(
            lang="fr",
            sentence="la Recommandation UIT-T X.999 (05/2010) et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01", "itu-t/rec/X.999/2016-07 revised 2016-07-22"),
            fix="Recommandation UIT-T X.999 (07/2016)",
        ),
        Example(
            lang="en",
            sentence="Recommendation ITU-T X.999,",
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01", "itu-t/rec/X.999/2016-07 revised 2016-07-22"),
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Recommandation UIT-T X.999 (07/2016) et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01", "itu-t/rec/X.999/2016-07 revised 2016-07-22"),
            finds=False,
        ),
    ),
    holds=recommendation_superseded,
)
