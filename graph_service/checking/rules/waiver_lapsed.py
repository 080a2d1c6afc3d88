"""The notice waiver-lapsed: a waiver that fits nothing any more."""

from collections.abc import Iterable, Iterator

from graph_service.checking.finding import Finding, Severity
from graph_service.checking.outcome import Outcome
from graph_service.checking.rule import Example, Grade, Notice, Severities
from graph_service.checking.waivers import Waiver, fits


def waiver_lapsed(waivers: Iterable[Waiver], findings: Iterable[Finding], doc: str) -> Iterator[Outcome]:
    """Find the waivers for a document that fit none of its findings."""
    told = tuple(findings)
    for waiver in waivers:
        if waiver.doc == doc and not any(fits(waiver, finding) for finding in told):
            what = (waiver.rule, waiver.cited, waiver.quote)
            yield Outcome(words={"waiver": tuple(filter(None, what)) or (waiver.reason,), "by": waiver.by})


RULE = Notice(
    id="waiver-lapsed",
    title="Waiver without effect",
    what="A waiver for this document fits none of its findings any more.",
    why="A waiver lapses when the edition that it was written against is no longer the newest, or when the text was "
    "corrected. A forgotten one could hide a new finding.",
    guidance="Delete the row, or write it anew against the present finding.",
    severities=Severities(draft=Severity.INFO, adopted=Severity.INFO),
    fix=Grade.NONE,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 167 (Rev. Dubai, 2018) of the Plenipotentiary Conference,",
            given=("waiver: stale-at-adoption",),
        ),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            given=("waiver: stale-at-adoption",),
        ),
        Example(
            lang="en",
            sentence="Resolution 167 (Rev. Busan, 2014) of the Plenipotentiary Conference,",
            given=("waiver: revised-at-same-conference",),
            finds=False,
        ),
    ),
    finds=waiver_lapsed,
)
