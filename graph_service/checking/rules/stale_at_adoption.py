"""The rule stale-at-adoption: a later edition existed at the date of the citing text."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome
from graph_service.checking.overtaking import ground_of, is_better_later, overtaken
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict


def stale_at_adoption(case: Case) -> Outcome | None:
    """Hold where an edition later than the cited one existed when the text was adopted, or would be."""
    if case.is_sector_text or case.is_programme:
        return None
    ground = ground_of(case.later_at_text)
    if ground is None or is_better_later(case, ground):
        return None
    return overtaken(case, ground, When.AT_ADOPTION)


RULE = Verdict(
    id="stale-at-adoption",
    title="A later edition existed already",
    what="The text cites an edition of a Resolution, Decision or Recommendation of a conference although a later "
    "edition existed at the date of the text.",
    why="Whoever follows the reference reads a text that no longer stands. The slip mostly comes from copying a "
    "paragraph of an earlier edition without going through its references.",
    guidance="Replace the edition marker by the newest one. If the old edition is meant, say so in words: "
    "“as first adopted by”, “the former”.",
    severities=Severities(draft=Severity.ERROR, adopted=Severity.ERROR),
    fix=Grade.APPLIED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 30 (Rev. Dubai, 2014) of the World Telecommunication Development Conference,",
            fix="Resolution 30 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Busan, 2014) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            fix="Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires",
        ),
        Example(
            lang="en",
            sentence="Resolution 30 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference,",
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=stale_at_adoption,
)
