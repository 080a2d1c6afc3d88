"""The rule instrument-suppressed: the cited text was abrogated or merged into another, attested with its day."""

from graph_service.checking.case import Case, marker_of
from graph_service.checking.finding import Newer, Severity, When
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.replacing import Removal
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.names.instrument import Instrument
from graph_service.names.iri import THINGS, instrument_path
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status


def instrument_suppressed(case: Case) -> Outcome | None:
    """Hold where the cited instrument no longer stands; the way to what took its place is walked to its end."""
    if case.is_sector_text or case.is_programme:
        return None
    ends = case.knowledge.removals(case.mention.instrument, case.last_day)
    end = next((end for end in ends if end.since and end.status is Status.ATTESTED), None)
    if end is None or end.since is None:
        return None
    return removed(case, end, When.AT_ADOPTION if end.since <= case.dates.text else When.SINCE)


def removed(case: Case, end: Removal, when: When) -> Outcome:
    """Return what is said of a citation whose instrument was taken away."""
    newest = [case.knowledge.newest(instrument, case.last_day) for instrument in end.into]
    target = _newer(case, end.into[0], newest[0], end) if end.into else None
    return Outcome(
        variant=_variant(end),
        words={"date": end.since or "", "into": end.into, "way": end.way},
        when=when,
        since=end.since,
        newer=target,
        latest=target,
        status=end.status,
        rewrite=_rewrite(case, end.into[0], newest[0]) if end.into else None,
        evidence=(end.source,),
    )


def _variant(end: Removal) -> str:
    if end.into:
        return "merged"
    return "" if end.since else "no-day"


def _newer(case: Case, into: Instrument, newest: EditionFact | None, end: Removal) -> Newer:
    if newest:
        return case.of.newer(newest)
    return Newer(edition=None, iri=THINGS + instrument_path(into), marker="", source=end.source, since=end.since)


def _rewrite(case: Case, into: Instrument, newest: EditionFact | None) -> Rewrite | None:
    marker = marker_of(newest) if newest else None
    text = case.rewriter.with_instrument(case.mention, into, marker)
    return Rewrite(text=text, offered=True) if text else None


RULE = Verdict(
    id="instrument-suppressed",
    title="Abrogated or merged",
    what="The cited Resolution or Decision was abrogated, or merged into another one.",
    why="Nothing of it applies any more; where it was merged, its matter stands elsewhere under another number.",
    guidance="Cite the text that took its place, if there is one, else drop the reference.",
    severities=Severities(draft=Severity.ERROR, adopted=Severity.ERROR, since=Severity.WARNING),
    fix=Grade.SUGGESTED,
    examples=(
        Example(lang="en", sentence="Resolution 185 (Busan, 2014) of the Plenipotentiary Conference,"),
        Example(
            lang="fr",
            sentence="la Résolution 166 (Rév. Busan, 2014) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="Resolution 190 (Busan, 2014) of the Plenipotentiary Conference,", finds=False),
        Example(
            lang="fr",
            sentence="la Résolution 139 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    holds=instrument_suppressed,
)
