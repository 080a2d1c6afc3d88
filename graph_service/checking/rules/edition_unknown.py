"""The rule edition-unknown: the cited edition is not in the graph, and the list that would hold it is open."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict


def edition_unknown(case: Case) -> Outcome | None:
    """Hold where the edition is not known; what is cited without edition and not known is counted and not listed."""
    if case.is_timeless or case.fact:
        return None
    if case.is_programme:
        return Outcome(listed=False) if case.programme is None else None
    if case.mention.marker.is_empty:
        return None if case.knowledge.line(case.mention.instrument) else Outcome(listed=False)
    editions = case.knowledge.texts(case.mention.instrument)
    return Outcome(
        variant="others" if editions else "",
        words={"editions": editions, "conferences": _met_alike(case)},
    )


def _met_alike(case: Case) -> tuple[str, ...]:
    """Where the marker fits no conference of the body: those of its year or place."""
    marker, edition = case.mention.marker, case.mention.edition
    if edition is None or edition.is_resolved:
        return ()
    held = case.knowledge.register.conferences_of(case.conference_body)
    alike = [one for one in held if one.year == marker.year or (marker.place and one.place == marker.place)]
    return tuple(f"conference/{one.id}" for one in alike)


RULE = Verdict(
    id="edition-unknown",
    title="Edition not known here",
    what="The cited edition is not in the graph. The list that would hold it is not known to be complete, so nothing "
    "follows from that.",
    why="The register knows many editions and not all. Silence would look like approval.",
    guidance="Look the edition up. If you find it, add it to the register with its source.",
    severities=Severities(draft=Severity.INFO, adopted=Severity.INFO),
    fix=Grade.NONE,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 50 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference,",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 50 (Rév. Buenos Aires, 2017) de la présente Conférence,",
            setting=Setting.DRAFT_WTDC_22,
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
    holds=edition_unknown,
)
