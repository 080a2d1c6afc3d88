"""The rule revised-at-same-conference: the conference that adopts the citing text also revised the cited one."""

from dataclasses import replace

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity, When
from graph_service.checking.outcome import Outcome
from graph_service.checking.overtaking import ground_of, is_better_later, overtaken
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.register.edition_fact import EditionFact


def revised_at_same_conference(case: Case) -> Outcome | None:
    """Hold where the adopting conference revised the cited instrument, or another file of the dossier would."""
    if case.is_sector_text or case.is_programme or case.mention.edition is None:
        return None
    if case.dates.is_draft:
        return _by_dossier(case)
    ground = ground_of(case.later_at_text)
    if ground is None:
        return _by_dossier(case)
    same = [fact for fact in case.later_at_text if fact.conference == case.dates.conference and fact.conference]
    if not same or is_better_later(case, ground) or same[-1].evidence.status is not ground.status:
        return None
    return _told(case, overtaken(case, ground, When.AT_ADOPTION), same[-1])


def _told(case: Case, outcome: Outcome, revised: EditionFact) -> Outcome:
    """The outcome with the conference that adopted the text and its own edition as the words of the message."""
    latest = outcome.words["latest"]
    words = {**outcome.words, "newer": revised, "conference": f"conference/{case.dates.conference}"}
    return replace(outcome, words=words, variant="" if latest == revised else "newest")


def _by_dossier(case: Case) -> Outcome | None:
    """A text checked together with this one would revise the cited instrument or take it away; no more than an info."""
    if case.later_at_text or case.mention.edition is None:
        return None
    member = case.of.dossier.revising(case.mention.instrument, case.dates.conference, but=case.of.text.doc)
    if member is None or (member.edition == case.mention.edition and not member.suppresses):
        return None
    return Outcome(
        variant="dossier-suppressed" if member.suppresses else "dossier",
        words={"file": member.file or member.doc, "conference": f"conference/{member.conference}"},
        severity=Severity.INFO,
        when=When.AT_ADOPTION,
        evidence=(member.file or member.doc,),
    )


RULE = Verdict(
    id="revised-at-same-conference",
    title="Revised by the same conference",
    what="The conference that adopts the citing text also revised the cited one, so the reference was out of date on "
    "the day on which it was adopted. Among the files of one check, another file that would revise the cited text "
    "is named as an information.",
    why="Committees work side by side: while one amends a Resolution, another cites the edition of four years before.",
    guidance="Put the marker of the adopting conference. In a set of proposals, agree with the authors of the file "
    "that is named.",
    severities=Severities(
        draft=Severity.INFO,
        adopted=Severity.ERROR,
        note="info where only another file of the set would revise or suppress it",
    ),
    fix=Grade.APPLIED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 167 (Rev. Busan, 2014) of the Plenipotentiary Conference,",
            fix="Resolution 167 (Rev. Dubai, 2018) of the Plenipotentiary Conference",
        ),
        Example(
            lang="es",
            sentence="la Resolución 71 (Rev. Busán, 2014) de la Conferencia de Plenipotenciarios,",
            fix="Resolución 71 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios",
        ),
        Example(
            lang="en", sentence="Resolution 167 (Rev. Dubai, 2018) of the Plenipotentiary Conference,", finds=False
        ),
        Example(
            lang="es",
            sentence="la Resolución 71 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=revised_at_same_conference,
)
