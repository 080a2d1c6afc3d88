"""The lint marker-form: "Rev." is missing or too much, by the form that the body uses."""

from collections.abc import Iterator
from dataclasses import replace

from graph_service.checking.case import Case, TextCase
from graph_service.checking.certainty import surest
from graph_service.checking.finding import Place, Severity, When
from graph_service.checking.judgement import NO_EDITION, JudgedText
from graph_service.checking.outcome import Hit, Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Lint, Setting, Severities
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status
from graph_service.register.values import MarkerForm

_PRINTS_REVISED = {"yes", "by revision number"}
_FIRST = 0


def marker_form(judged: JudgedText) -> Iterator[Hit]:
    """Find the markers that say "Rev." of a first edition, or do not say it of a later one that there is."""
    whole = judged.whole
    for case in whole.cases:
        judgement = judged.of(case)
        outcome = None if judgement and judgement.rule in NO_EDITION else _of_mention(case)
        if outcome:
            yield Hit(mention=case.mention, outcome=outcome)
    formula = whole.text.head.formula
    if formula and formula.marker.revised:
        place = Place(locator=formula.locator, start=formula.start, end=formula.end, text=formula.text)
        yield Hit(mention=None, outcome=_of_formula(whole, formula.text, formula.marker), place=place)


def _of_mention(case: Case) -> Outcome | None:
    mention = case.mention
    form = case.knowledge.register.marker_form(mention.instrument.body, mention.kind.value)
    if form is None or form.says_revised not in _PRINTS_REVISED or mention.edition is None or not mention.marker.year:
        return None
    if mention.marker.revised is None or mention.marker.revision is not None or not case.has_own_marker:
        return None
    expected = _expected(case)
    if expected is None or expected[0] == mention.marker.revised:
        return None
    should, status, facts = expected
    right = replace(mention.marker, revised=should)
    return Outcome(
        variant=("missing" if facts else "missing-only") if should else "too-much",
        words={"marker": case.printed(right), "earlier": facts},
        severity=_severity(form),
        when=When.AT_ADOPTION,
        status=status,
        rewrite=Rewrite(text=case.rewriter.with_marker(mention, right), keeps_edition=True),
        evidence=tuple(dict.fromkeys(fact.evidence.source for fact in facts)),
    )


def _severity(form: MarkerForm) -> Severity:
    return Severity(form.severity)


def _expected(case: Case) -> tuple[bool, Status, tuple[EditionFact, ...]] | None:
    """Whether the marker should say "Rev.", how sure that is, and what shows it; None where nobody can tell.

    An instrument that existed before is revised: an earlier edition shows it, or a revision number. That it did not
    exist is known from an attested first edition alone.
    """
    fact, edition = case.fact, case.mention.edition
    if edition is None:
        return None
    earlier = case.knowledge.earlier(edition, case.mention.marker)
    is_printed = fact is not None and fact.marker_printed and fact.evidence.status is Status.ATTESTED
    if earlier:
        if fact and is_printed and not fact.marker.revised:
            return None
        return True, Status.ATTESTED if is_printed else surest(one.evidence.status for one in earlier), earlier[-1:]
    if fact and fact.marker.revision is not None:
        return fact.marker.revision > _FIRST, fact.evidence.status, ()
    if fact and is_printed:
        return bool(fact.marker.revised), Status.ATTESTED, ()
    return (True, Status.ATTESTED, ()) if _was_struck(case) else None


def _was_struck(case: Case) -> bool:
    """Whether a tracked change struck another edition at the same place: so the instrument existed before."""
    mention = case.mention
    return any(
        other.is_struck
        and other.locator == mention.locator
        and other.instrument == mention.instrument
        and other.edition not in {None, mention.edition}
        for other in case.of.text.mentions
    )


def _of_formula(whole: TextCase, text: str, marker: Marker) -> Outcome:
    markers = whole.rewriter(whole.text.lang).markers
    right = replace(marker, revised=False)
    return Outcome(
        variant="formula",
        words={"marker": markers.printed(right, "")},
        when=When.AT_ADOPTION,
        rewrite=Rewrite(text=markers.rewritten(text, marker, right, ""), keeps_edition=True),
    )


RULE = Lint(
    id="marker-form",
    title="“Rev.” missing or too much",
    what="The marker says “Rev.” of an edition that is the first, or does not say it of an instrument that existed "
    "before, by the form that each body uses. The title line counts, and so does a marker in the enacting formula, "
    "which names a conference and is never revised.",
    why="“(Geneva, 2022)” says that the text was new in Geneva in 2022; “(Rev. Geneva, 2022)” that it was amended "
    "there. The two name different histories.",
    guidance="Write the marker as the fix has it.",
    severities=Severities(
        draft=Severity.ERROR, adopted=Severity.ERROR, note="error for PP, WTDC and WTSA, warning for the other bodies"
    ),
    fix=Grade.APPLIED,
    examples=(
        Example(
            lang="fr",
            sentence="la Résolution 98 (Genève, 2022) de l'Assemblée mondiale de normalisation des télécommunications,",
            setting=Setting.DRAFT_WTDC_22,
            fix="Résolution 98 (Rév. Genève, 2022) de l'Assemblée mondiale de normalisation des télécommunications",
        ),
        Example(
            lang="en",
            sentence="Resolution 190 (Rev. Busan, 2014) of the Plenipotentiary Conference,",
            fix="Resolution 190 (Busan, 2014) of the Plenipotentiary Conference",
        ),
        Example(
            lang="zh",
            sentence="全权代表大会第139号决议（2018年，迪拜），",
            fix="全权代表大会第139号决议（2018年，迪拜，修订版）",
        ),
        Example(
            lang="ar",
            sentence="القرار 139 (دبي، 2018) لمؤتمر المندوبين المفوضين،",
            fix="القرار 139 (المراجَع في دبي، 2018) لمؤتمر المندوبين المفوضين",
        ),
        Example(lang="en", sentence="Resolution 190 (Busan, 2014) of the Plenipotentiary Conference,", finds=False),
        Example(
            lang="fr",
            sentence="la Résolution 98 (Rév. Genève, 2022) de l'Assemblée mondiale de normalisation des "
            "télécommunications,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    finds=marker_form,
)
