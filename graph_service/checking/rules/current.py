"""The rule current: no later edition up to the check date, and every list since is complete; it ends the order."""

from graph_service.checking.case import Case
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict


def current(_: Case) -> Outcome:
    """Hold for what no rule before it took; counted, not listed."""
    return Outcome(listed=False)


RULE = Verdict(
    id="current",
    title="Current",
    what="No later edition up to the check date, and every list since is complete. Provisions, texts of other "
    "organizations and references without edition to what stands are counted here too.",
    why="The good news: the reference leads to the text that stands.",
    guidance="Nothing to do.",
    severities=Severities(draft=None, adopted=None, note="counted, not listed"),
    fix=Grade.NONE,
    examples=(
        Example(lang="en", sentence="Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,", finds=False),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=current,
)
