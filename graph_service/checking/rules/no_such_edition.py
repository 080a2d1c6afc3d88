"""The rule no-such-edition: the list is complete and has no such edition."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.register.edition_fact import Act


def no_such_edition(case: Case) -> Outcome | None:
    """Hold where the conference's list, or the line of the instrument, is closed and lacks the cited edition."""
    edition = case.mention.edition
    if edition is None or case.fact or not edition.is_resolved or case.is_programme:
        return None
    lists = case.knowledge.lists
    by_conference = lists.acts(edition.key, edition.instrument.kind.value)
    if not by_conference and not lists.misses(edition.instrument, case.span):
        return None
    editions = case.knowledge.texts(edition.instrument)
    return Outcome(
        variant=_variant(case),
        words={"conference": f"conference/{edition.key}", "editions": editions},
        when=When.AT_ADOPTION,
        evidence=lists.sources(edition.instrument, edition.key),
    )


def _variant(case: Case) -> str:
    edition = case.mention.edition
    acts = case.knowledge.line(case.mention.instrument)
    if any(fact.edition == edition and fact.act is Act.ABROGATED for fact in acts):
        return "abrogated"
    return "" if acts else "never"


RULE = Verdict(
    id="no-such-edition",
    title="No such edition",
    what="The list of what that conference adopted, or of the editions of that text, is complete and has no such "
    "edition.",
    why="The reference leads nowhere. Mostly the number or the conference is mistaken.",
    guidance="The message lists the editions that exist; choose the one that is meant.",
    severities=Severities(draft=Severity.ERROR, adopted=Severity.ERROR),
    fix=Grade.NONE,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 5 (Rev. Dubai, 2018) of the Plenipotentiary Conference,",
        ),
        Example(
            lang="es",
            sentence="la Resolución 899 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="Resolution 5 (Kyoto, 1994) of the Plenipotentiary Conference,", finds=False),
        Example(
            lang="es",
            sentence="la Resolución 55 (Rev. Buenos Aires, 2017) de la Conferencia Mundial de Desarrollo de las "
            "Telecomunicaciones,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=no_such_edition,
)
