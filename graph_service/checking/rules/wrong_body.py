"""The rule wrong-body: the body is printed with the citation and only another body has that edition."""

from graph_service.checking.case import Case
from graph_service.checking.certainty import surest
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.register.edition_fact import EditionFact


def wrong_body(case: Case) -> Outcome | None:
    """Hold where the printed body met elsewhere, or surely adopted no such edition, and another body has it."""
    mention, marker = case.mention, case.mention.marker
    if not case.body_is_printed or not marker.place or not marker.year or mention.edition is None or case.fact:
        return None
    if not case.is_of_conference or (mention.edition.is_resolved and not _list_is_closed(case, mention.edition)):
        return None
    owners = _owners(case, marker.place, marker.year)
    if not owners:
        return None
    text = case.rewriter.with_body(mention, owners[0].edition.instrument.body)
    return Outcome(
        words={"bodies": tuple(fact.edition.instrument for fact in owners), "body": f"body/{mention.instrument.body}"},
        when=When.AT_ADOPTION,
        status=surest(fact.evidence.status for fact in owners),
        rewrite=Rewrite(text=text, offered=True) if text else None,
        evidence=tuple(fact.evidence.source for fact in owners),
    )


def _list_is_closed(case: Case, edition: Edition) -> bool:
    return case.knowledge.lists.acts(edition.key, edition.instrument.kind.value)


def _owners(case: Case, place: str, year: int) -> tuple[EditionFact, ...]:
    """The editions of that number that other bodies made at that place in that year."""
    cited = case.mention.instrument
    found: list[EditionFact] = []
    for conference in case.knowledge.register.conferences_at(place, year):
        other = Instrument(kind=cited.kind, body=conference.body, number=cited.number)
        fact = case.knowledge.fact(Edition(instrument=other, key=conference.id))
        if fact and conference.body != cited.body:
            found.append(fact)
    return tuple(found)


RULE = Verdict(
    id="wrong-body",
    title="Another body adopted it",
    what="The text names a body with the reference, and only another body has that edition.",
    why="Bodies number their Resolutions independently: Resolution 50 of one is not Resolution 50 of another, and the "
    "reader looks for it in vain.",
    guidance="Check which body is meant by place and year, and name that one.",
    severities=Severities(draft=Severity.ERROR, adopted=Severity.ERROR),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 77 (Rev. Dubai, 2018) of the World Radiocommunication Conference,",
            fix="Resolution 77 (Rev. Dubai, 2018) of the Plenipotentiary Conference",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de l'Assemblée mondiale de normalisation des "
            "télécommunications,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="Resolution 77 (Rev. Dubai, 2018) of the Plenipotentiary Conference,", finds=False),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=wrong_body,
)
