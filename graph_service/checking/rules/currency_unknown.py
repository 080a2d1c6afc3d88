"""The rule currency-unknown: no later edition is known, but not all that may have been adopted since is known."""

from graph_service.checking.case import Case
from graph_service.checking.finding import Severity
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.names.conference import Conference
from graph_service.register.fact import Status

_CONFERENCES_OF_SECTOR = {"ITU-D"}


def currency_unknown(case: Case) -> Outcome | None:
    """Hold where the acts of a conference since the cited edition are not completely known; the message names them."""
    if case.is_timeless or case.is_programme or case.mention.edition is None:
        return None
    removal = _said_to_be_gone(case)
    if case.is_sector_text and case.mention.instrument.body not in _CONFERENCES_OF_SECTOR:
        closed = case.knowledge.lists.sector(case.mention.instrument, case.last_day)
        return None if closed else Outcome(variant="sector")
    silent = _silent(case)
    if not silent:
        return Outcome(variant="gone", words={"source": removal}) if removal else None
    return Outcome(
        variant="gone" if removal else "",
        words={"conferences": tuple(f"conference/{one.id}" for one in silent), "source": removal or ""},
    )


def _silent(case: Case) -> tuple[Conference, ...]:
    since = case.knowledge.conferences_between(case.conference_body, case.span, case.last_day)
    return case.knowledge.lists.silent(case.mention.instrument, since)


def _said_to_be_gone(case: Case) -> str | None:
    """Who says that the instrument was taken away, where that is not attested or has no day."""
    ends = [end for end in case.knowledge.removals(case.mention.instrument, case.last_day) if _is_unsure(end.status)]
    undated = case.knowledge.undated_removal(case.mention.instrument)
    return ends[0].source if ends else undated.source if undated else None


def _is_unsure(status: Status) -> bool:
    return status is not Status.ATTESTED


RULE = Verdict(
    id="currency-unknown",
    title="Currency not known",
    what="No later edition is known, but the acts of a conference that met since then are not completely known.",
    why="“No later edition known” is not “current”: an edition that nobody told the register of may exist.",
    guidance="Look at the Final Acts of the conferences that are named.",
    severities=Severities(draft=Severity.INFO, adopted=Severity.INFO),
    fix=Grade.NONE,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 190 (Busan, 2014) of the Plenipotentiary Conference,",
            at="2023-01-01",
        ),
        Example(
            lang="fr",
            sentence="la Résolution 90 (Hammamet, 2016) de l'Assemblée mondiale de normalisation des "
            "télécommunications,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(
            lang="en",
            sentence="Resolution 190 (Busan, 2014) of the Plenipotentiary Conference,",
            at="pp-18",
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=currency_unknown,
)
