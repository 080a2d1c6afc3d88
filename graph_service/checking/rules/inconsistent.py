"""The lint inconsistent: one text names an instrument in two editions, or a programme under two names."""

from collections.abc import Iterator

from graph_service.checking.case import Case, grouped, marker_of
from graph_service.checking.finding import Severity, When
from graph_service.checking.judgement import NO_EDITION, JudgedText
from graph_service.checking.outcome import Hit, Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Lint, Setting, Severities
from graph_service.names.kind import Kind

_HISTORICAL = "historical"
_BY_NAME = {"agenda", "un-agenda"}
"""Lines whose members replace each other under another name; plans for periods may well stand side by side."""


def inconsistent(judged: JudgedText) -> Iterator[Hit]:
    """Find the older of two editions, or names, that a text uses for one thing, where no verdict says it already."""
    yield from _editions(judged)
    yield from _programmes(judged)


def _editions(judged: JudgedText) -> Iterator[Hit]:
    dated = [case for case in judged.whole.cases if case.mention.edition and not case.mention.is_self]
    for group in grouped(dated, lambda case: case.mention.instrument).values():
        present = [case for case in group if not _is_historical(judged, case) and not _is_none(judged, case)]
        editions = {case.mention.edition for case in present}
        if len(editions) == 1 or not present or any(_is_said(judged, case) for case in present):
            continue
        newest = max(present, key=_in_time)
        for case in present:
            if case.mention.edition != newest.mention.edition:
                yield Hit(mention=case.mention, outcome=_outcome(case, newest))


def _programmes(judged: JudgedText) -> Iterator[Hit]:
    named = [case for case in judged.whole.cases if case.mention.kind is Kind.PROGRAMME and _is_by_name(case)]
    present = [case for case in named if not _is_historical(judged, case)]
    for case in present:
        later = [other for other in present if _precedes(case, other)]
        if later and not any(_is_said(judged, one) for one in (case, *later)):
            outcome = Outcome(words={"other": later[0].mention.text}, when=When.AT_ADOPTION)
            yield Hit(mention=case.mention, outcome=outcome)


def _is_by_name(case: Case) -> bool:
    return case.programme is not None and case.programme.line in _BY_NAME and case.is_named_in_words


def _precedes(case: Case, other: Case) -> bool:
    return case.knowledge.programmes.precedes(case.mention.instrument.number, other.mention.instrument.number)


def _is_said(judged: JudgedText, case: Case) -> bool:
    """Whether the verdict of a citation is above an info: then the difference is told there."""
    judgement = judged.of(case)
    return judgement is not None and judgement.severity not in {None, Severity.INFO}


def _is_historical(judged: JudgedText, case: Case) -> bool:
    judgement = judged.of(case)
    return judgement is not None and judgement.rule == _HISTORICAL


def _is_none(judged: JudgedText, case: Case) -> bool:
    """Whether the cited edition does not exist: then a mistake is told there, and another text may be meant."""
    judgement = judged.of(case)
    return judgement is not None and judgement.rule in NO_EDITION


def _in_time(case: Case) -> tuple[str, int]:
    return str(case.span.latest or ""), -1 if case.span.rank is None else case.span.rank


def _outcome(case: Case, newest: Case) -> Outcome:
    marker = marker_of(newest.fact) if newest.fact else newest.mention.marker
    return Outcome(
        words={"other": newest.mention.text},
        when=When.AT_ADOPTION,
        rewrite=Rewrite(text=case.rewriter.with_marker(case.mention, marker), offered=True),
    )


RULE = Lint(
    id="inconsistent",
    title="Two editions of one text",
    what="The text names an instrument in two editions, or a programme under two names, none of them as history, "
    "and no verdict above an information says so already.",
    why="One of the two is an oversight, or the reader will think so.",
    guidance="Name one edition throughout, or say why there are two.",
    severities=Severities(draft=Severity.WARNING, adopted=Severity.WARNING),
    fix=Grade.SUGGESTED,
    examples=(
        Example(
            lang="en",
            sentence="Resolution 50 (Rev. Dubai, 2014) of this Conference. It is applied with Resolution 50 (Rev. "
            "Kigali, 2022) of this Conference,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 50 (Rév. Dubaï, 2014) de la présente Conférence. Elle s'applique avec la "
            "Résolution 50 (Rév. Kigali, 2022) de la présente Conférence,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(
            lang="en",
            sentence="Resolution 50 (Rev. Kigali, 2022) of this Conference. It is applied with Resolution 50 (Rev. "
            "Kigali, 2022) of this Conference,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 50 (Rév. Kigali, 2022) de la présente Conférence,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    finds=inconsistent,
)
