"""A citing text is checked: every citation judged at its dates, and what somebody should know of it told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph_service.checking.case import TextCase
from graph_service.checking.composing import Composer
from graph_service.checking.dates import Dates
from graph_service.checking.dossier import Dossier
from graph_service.checking.finding import Finding, Place, Severity
from graph_service.checking.judgement import JudgedText
from graph_service.checking.knowledge import Knowledge
from graph_service.checking.registry import RULES
from graph_service.checking.report import Counts, Judged, Report
from graph_service.checking.rule import Notice, Rule, Verdict
from graph_service.checking.telling import Teller, teller
from graph_service.checking.verdict import judged
from graph_service.checking.waivers import Waiver, fits, waivers_in
from graph_service.citing.mention import CitingText
from graph_service.lexicon.lexicon import Lexicon

_CURRENT = "current"
_UNKNOWN = {"edition-unknown", "currency-unknown"}


def check(
    text: CitingText,
    knowledge: Knowledge,
    *,
    dates: Dates,
    lexicons: Mapping[str, Lexicon],
    lang: str = "en",
    waivers: Sequence[Waiver] = (),
    dossier: Dossier | None = None,
    rules: Sequence[Rule] = RULES,
) -> Report:
    """Return the report on one text, told in a language. ``rules`` are all of them unless some are to be left out."""
    whole = TextCase(text=text, knowledge=knowledge, dates=dates, lexicons=lexicons, dossier=dossier or Dossier())
    verdicts = judged(whole, [rule for rule in rules if isinstance(rule, Verdict)])
    speaks = teller(lang, lexicons, knowledge.register)
    findings = Composer(judged=verdicts, rules=rules, teller=speaks).findings()
    all_waivers = (*waivers, *waivers_in(text.comments, text.doc))
    told = tuple(_waived(finding, all_waivers) for finding in findings)
    lapsed = _lapsed(rules, all_waivers, told, text.doc, speaks)
    return Report(
        doc=text.doc,
        file=text.file,
        lang=text.lang,
        dates=dates,
        date_from=speaks.origin(dates.text_from),
        check_from=speaks.origin(dates.check_from),
        counts=_counts(verdicts, told),
        findings=(*told, *lapsed),
        judged=tuple(
            Judged(mention=one.case.mention, rule=one.rule, severity=one.severity) for one in verdicts.judgements
        ),
        notes=tuple(map(speaks.note, text.notes)),
    )


def _waived(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    """A finding with the waiver that fits it: it stays, and is not fixed."""
    waiver = next((one for one in waivers if fits(one, finding)), None)
    if waiver is None:
        return finding
    fix = replace(finding.fix, apply=False) if finding.fix else None
    return replace(finding, waived=waiver.told, fix=fix)


def _lapsed(
    rules: Sequence[Rule], waivers: Sequence[Waiver], findings: Sequence[Finding], doc: str, speaks: Teller
) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            rule=rule.id,
            severity=Severity.INFO,
            message=speaks.told(rule.id, outcome, ""),
            doc=doc,
            places=(Place(locator="", start=0, end=0, text=""),),
            iri="",
        )
        for rule in rules
        if isinstance(rule, Notice)
        for outcome in rule.finds(waivers, findings, doc)
    )


def _counts(verdicts: JudgedText, findings: Sequence[Finding]) -> Counts:
    rules = [one.rule for one in verdicts.judgements]
    return Counts(
        read=len(verdicts.whole.cases),
        current=rules.count(_CURRENT),
        unknown=sum(rule in _UNKNOWN for rule in rules),
        waived=sum(finding.waived is not None for finding in findings),
    )
