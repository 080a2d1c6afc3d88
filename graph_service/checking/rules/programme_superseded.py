"""The rule programme-superseded: a programme, plan or objective is named where another one applies."""

from dataclasses import replace

from graph_service.checking.case import Case
from graph_service.checking.certainty import weakest
from graph_service.checking.finding import Newer, Place, Severity, When
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.rule import Example, Grade, Setting, Severities, Verdict
from graph_service.checking.succession import Step
from graph_service.citing.mention import Beside
from graph_service.names.iri import THINGS
from graph_service.names.kind import Kind


def programme_superseded(case: Case) -> Outcome | None:
    """Hold where a successor applies at the date of the text or, later, at the check date."""
    programme = case.programme
    if programme is None or not case.is_named_in_words:
        return None
    steps = case.knowledge.programmes.followed(programme.id, case.last_day)
    if not steps:
        return None
    first, last = steps[0], steps[-1]
    text, place, is_sure = _rewritten(case, programme.id, last)
    is_offered = not case.is_operative or _is_plan(case, programme.id) or not is_sure
    return Outcome(
        variant="objective" if case.mention.kind is Kind.OBJECTIVE else "chain" if len(steps) > 1 else "",
        words={
            "programme": f"programme/{programme.id}",
            "newer": f"programme/{first.programme}",
            "latest": f"programme/{last.programme}",
            "date": first.since,
            "defined_by": last.defined_by,
        },
        severity=None if case.is_operative or case.mention.binding else Severity.WARNING,
        when=When.AT_ADOPTION if first.since <= case.dates.text else When.SINCE,
        since=first.since,
        newer=_newer(case, first),
        latest=_newer(case, last),
        status=weakest(*(step.status for step in steps)),
        rewrite=Rewrite(text=text, offered=is_offered) if text else None,
        place=place,
        evidence=tuple(dict.fromkeys(step.source for step in steps)),
    )


def _rewritten(case: Case, old: str, last: Step) -> tuple[str | None, Place | None, bool]:
    """The words with the successor's name, their place where that is more than the mention, and whether all agrees.

    The place and year in brackets behind the name go with it. An objective has no successor: its code means something
    else in the new plan.
    """
    mention = case.mention
    if mention.kind is Kind.OBJECTIVE:
        return None, None, False
    name = case.rewriter.with_programme(mention, old, last.programme)
    if name is None or mention.beside is None:
        return name, None, not mention.conference_beside
    bracket = _bracket(case, mention.beside, old, last.programme)
    if bracket is None:
        return name, None, False
    whole = Place(
        locator=mention.locator,
        start=mention.start,
        end=mention.beside.at.end,
        text=mention.text + mention.beside.text,
    )
    return name + bracket, whole, True


def _bracket(case: Case, beside: Beside, old: str, new: str) -> str | None:
    """The place and year behind a programme's name made those of its successor, None where they are not its own."""
    made, remade = (case.knowledge.programmes.made_at(slug) for slug in (old, new))
    if made is None or remade is None or (beside.marker.place, beside.marker.year) != (made.place, made.year):
        return None
    fresh = replace(beside.marker, place=remade.place, year=remade.year)
    return case.rewriter.markers.rewritten(beside.text, beside.marker, fresh, case.mention.kind.value)


def _is_plan(case: Case, slug: str) -> bool:
    return case.knowledge.programmes.is_plan(slug)


def _newer(case: Case, step: Step) -> Newer:
    register, lang = case.knowledge.register, case.of.text.lang
    subject = f"programme/{step.programme}"
    programme = register.programme(step.programme)
    short = programme.name if programme else step.programme
    return Newer(
        edition=None,
        iri=THINGS + subject,
        marker=short if lang == "en" else register.name(subject, lang) or short,
        source=step.source,
        since=step.since,
    )


RULE = Verdict(
    id="programme-superseded",
    title="Programme or plan superseded",
    what="The text names a programme, agenda, plan or objective where its successor applies, by the dates at which "
    "each of them applies. Declarations stand beside each other and are never superseded.",
    why="An operative clause that asks for the implementation of a programme that is over asks for nothing.",
    guidance="Name the programme that applies. Objectives of another plan have other contents under the same codes: "
    "look the new one up.",
    severities=Severities(
        draft=Severity.ERROR,
        adopted=Severity.ERROR,
        since=Severity.WARNING,
        note="error in operative clauses and after words that bind (“in accordance with”), else warning",
    ),
    fix=Grade.APPLIED,
    examples=(
        Example(
            lang="en",
            sentence="to contribute to the Connect 2020 Agenda,",
            clause="resolves",
            fix="Connect 2030 Agenda",
        ),
        Example(
            lang="fr",
            sentence="de contribuer à la mise en oeuvre du Programme Connect 2020,",
            setting=Setting.DRAFT_WTDC_22,
            clause="resolves",
            fix="Programme Connect 2030",
        ),
        Example(lang="en", sentence="to contribute to the Connect 2030 Agenda,", clause="resolves", finds=False),
        Example(
            lang="fr",
            sentence="de contribuer à la mise en oeuvre du Programme Connect 2030,",
            setting=Setting.DRAFT_WTDC_22,
            clause="resolves",
            finds=False,
        ),
    ),
    holds=programme_superseded,
)
