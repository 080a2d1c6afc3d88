"""Verdicts and lints of one text become findings: merged where one fix serves both, repeated ones with their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph_service.checking.case import Case, TextCase, cited_iri
from graph_service.checking.certainty import greater
from graph_service.checking.finding import Finding, Fix, Place, Severity
from graph_service.checking.fixing import fix_of
from graph_service.checking.judgement import JudgedText, Judgement
from graph_service.checking.outcome import Hit, Outcome
from graph_service.checking.rule import Lint, Rule
from graph_service.checking.telling import Teller
from graph_service.checking.verdict import severity_of
from graph_service.citing.mention import Mention
from graph_service.names.iri import THINGS, edition_path
from graph_service.register.fact import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A finding with its order in the text and the part that it stands in."""

    order: tuple[int, int]
    part: str
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes the findings of one text in one language."""

    judged: JudgedText
    rules: Sequence[Rule]
    teller: Teller

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of verdicts and lints, one for each citation, in the order of the text."""
        verdicts = {id(one.case.mention): self._of_verdict(one) for one in self.judged.judgements if one.severity}
        beside: list[Placed] = []
        for rule in self.rules:
            if isinstance(rule, Lint):
                for hit in rule.finds(self.judged):
                    placed = self._of_hit(rule, hit)
                    key = id(hit.mention)
                    if hit.mention and key in verdicts and _one_fix(verdicts[key].finding, placed.finding):
                        verdicts[key] = _with_lint(verdicts[key], placed.finding)
                    else:
                        beside.append(placed)
        return tuple(_gathered(sorted([*verdicts.values(), *beside], key=lambda one: one.order)))

    @property
    def _whole(self) -> TextCase:
        return self.judged.whole

    def _of_verdict(self, judgement: Judgement) -> Placed:
        rule = next(rule for rule in self.rules if rule.id == judgement.rule)
        severity = judgement.severity or Severity.INFO
        return self._placed(rule, judgement.outcome, severity, judgement.case.mention, judgement.outcome.place)

    def _of_hit(self, rule: Lint, hit: Hit) -> Placed:
        case = self._case(hit.mention)
        severity = severity_of(rule, hit.outcome, self._whole, case)
        return self._placed(rule, hit.outcome, severity, hit.mention, hit.place)

    def _placed(
        self, rule: Rule, outcome: Outcome, severity: Severity, mention: Mention | None, place: Place | None
    ) -> Placed:
        at = place or _place_of(mention)
        finding = Finding(
            rule=rule.id,
            severity=severity,
            message=self.teller.told(rule.id, outcome, at.text),
            doc=self._whole.text.doc,
            places=(at,),
            iri=cited_iri(mention) if mention else self._own_iri(),
            when=outcome.when,
            since=outcome.since,
            newer=outcome.newer,
            latest=outcome.latest,
            fix=fix_of(rule, outcome, severity, at, self._case(mention)),
            certainty=_certainty(outcome, mention),
            evidence=outcome.evidence,
        )
        return Placed(order=self._order(mention, at), part=mention.part if mention else "", finding=finding)

    def _case(self, mention: Mention | None) -> Case | None:
        return Case(mention=mention, of=self._whole) if mention else None

    def _own_iri(self) -> str:
        return THINGS + edition_path(self._whole.own) if self._whole.own else ""

    def _order(self, mention: Mention | None, at: Place) -> tuple[int, int]:
        """The place of a finding among the text's mentions; what stands in no paragraph of theirs comes by number."""
        mentions = self._whole.text.mentions
        if mention:
            return next(index for index, one in enumerate(mentions) if one is mention), at.start
        before = [index for index, one in enumerate(mentions) if _is_before(one, at)]
        return (before[-1] if before else -1), at.start


def _is_before(mention: Mention, at: Place) -> bool:
    if mention.locator == at.locator:
        return mention.start <= at.start
    return mention.locator.isdecimal() and at.locator.isdecimal() and int(mention.locator) < int(at.locator)


def _place_of(mention: Mention | None) -> Place:
    if mention is None:
        return Place(locator="", start=0, end=0, text="")
    return Place(locator=mention.locator, start=mention.start, end=mention.end, text=mention.text)


def _certainty(outcome: Outcome, mention: Mention | None) -> str:
    if outcome.status is not Status.ATTESTED:
        return outcome.status.value
    return mention.certainty.value if mention else "certain"


def _one_fix(verdict: Finding, lint: Finding) -> bool:
    """Whether the verdict's fix rewrites the words that the lint would, and is as strong."""
    if verdict.fix is None or lint.fix is None or verdict.places != lint.places:
        return False
    return verdict.fix.apply or not lint.fix.apply


def _with_lint(verdict: Placed, lint: Finding) -> Placed:
    finding = replace(
        verdict.finding,
        also=(*verdict.finding.also, lint.rule),
        severity=greater(verdict.finding.severity, lint.severity),
        message=f"{verdict.finding.message} {lint.message}",
        evidence=tuple(dict.fromkeys((*verdict.finding.evidence, *lint.evidence))),
    )
    return replace(verdict, finding=finding)


def _gathered(placed: Iterable[Placed]) -> Iterator[Finding]:
    """Findings in order; the same citation again in the same part of the text is one more place of the first."""
    found: dict[object, Finding] = {}
    for index, one in enumerate(placed):
        finding = one.finding
        key = (one.part, finding.rule, finding.also, finding.severity, finding.iri, _words(finding.fix), _text(finding))
        if one.part and key in found:
            found[key] = replace(found[key], places=(*found[key].places, *finding.places))
        else:
            found[key if one.part else index] = finding
    yield from found.values()


def _words(fix: Fix | None) -> tuple[str, bool] | None:
    return (fix.text, fix.apply) if fix else None


def _text(finding: Finding) -> str:
    return finding.places[0].text
