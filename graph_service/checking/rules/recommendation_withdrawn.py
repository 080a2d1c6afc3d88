"""The rule recommendation-withdrawn: a text of the Standardization or Radiocommunication Sector was withdrawn."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.checking.rules.instrument_suppressed import removed


def recommendation_withdrawn(case: Case) -> Outcome | None:
    """Hold for dated references, and for undated ones outside words that look back."""
    if not case.is_sector_text or (case.mention.edition is None and case.mention.looking_back):
        return None
    ends = case.knowledge.removals(case.mention.instrument, case.last_day)
    end = ends[0] if ends else case.knowledge.undated_removal(case.mention.instrument)
    if end is None:
        return None
    was_gone = end.since is not None and end.since <= case.dates.text
    return removed(case, end, When.AT_ADOPTION if was_gone else When.SINCE)


RULE = Verdict(
    id="recommendation-withdrawn",
    title="Withdrawn",
    what="The cited Recommendation or other text of a Sector was withdrawn.",
    why="A withdrawn Recommendation gives no guidance any more; readers should be sent to the one that replaced it.",
    guidance="Cite the text that replaced it, or say that it is cited for history.",
    severities=Severities(draft=Severity.WARNING, adopted=Severity.WARNING, since=Severity.WARNING),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Recommendation ITU-T X.999 (05/2010),",
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01", "itu-t/rec/X.999/2018-01 abrogated 2018-01-13"),
        ),
        Example(
            lang="fr",
            sentence="la Recommandation UIT-T X.999 et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01", "itu-t/rec/X.999/2018-01 abrogated 2018-01-13"),
        ),
        Example(
            lang="en",
            sentence="Recommendation ITU-T X.999 (05/2010),",
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01",),
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Recommandation UIT-T X.999 et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
            given=("itu-t/rec/X.999/2010-05 adopted 2010-05-01",),
            finds=False,
        ),
    ),
    holds=recommendation_withdrawn,
)
