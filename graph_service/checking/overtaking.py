"""What later editions of an instrument mean for a citation: the first that overtook it, the one to write, how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.checking.case import Case, marker_of
from graph_service.checking.certainty import surest
from graph_service.checking.finding import When
from graph_service.checking.outcome import Outcome, Rewrite
from graph_service.checking.rewriting import shares_marker, standing
from graph_service.register.edition_fact import EditionFact
from graph_service.register.fact import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The surest of some later editions: the first, the last, and one later still that is less sure, where known."""

    first: EditionFact
    last: EditionFact
    status: Status
    contested_by: EditionFact | None


def ground_of(later: Sequence[EditionFact]) -> Ground | None:
    """Return the surest ground that later editions give, None where there is none."""
    if not later:
        return None
    best = surest(fact.evidence.status for fact in later)
    sure = [fact for fact in later if fact.evidence.status is best]
    last = sure[-1]
    return Ground(first=sure[0], last=last, status=best, contested_by=later[-1] if later[-1] is not last else None)


def is_better_later(case: Case, ground: Ground) -> bool:
    """Whether what came after the date of the text is a surer ground: an unsure one must not hide it."""
    whole = ground_of(case.later_at_check)
    return whole is not None and whole.status is not ground.status


def overtaken(case: Case, ground: Ground, when: When, variant: str = "") -> Outcome:
    """Return what is said of a citation that an edition overtook, with the newest at the check date as its fix."""
    whole = ground_of(case.later_at_check) or ground
    return Outcome(
        variant=variant or ("newest" if whole.last is not ground.first else ""),
        words={
            "newer": ground.first,
            "latest": whole.last,
            "conference": f"conference/{ground.first.conference}" if ground.first.conference else "",
        },
        when=when,
        since=ground.first.latest,
        newer=case.of.newer(ground.first),
        latest=case.of.newer(whole.last),
        status=ground.status,
        rewrite=rewrite_to(case, whole),
        evidence=evidence_of(ground.first, whole.last),
    )


def rewrite_to(case: Case, ground: Ground) -> Rewrite:
    """Return the mention with the newest sure edition; offered where a later one is told of but not attested.

    A mention that has its marker from the end of a list stays as it is where the whole list goes to one edition: the
    item that bears the marker is mended.
    """
    marker = marker_of(ground.last)
    if shares_marker(case.mention) and is_uniform(case, ground):
        return Rewrite(text=standing(case.mention))
    return Rewrite(
        text=case.rewriter.with_marker(case.mention, marker),
        offered=ground.contested_by is not None or case.mention.conference_beside or not is_uniform(case, ground),
    )


def is_uniform(case: Case, ground: Ground) -> bool:
    """Whether all that share the printed marker of a mention would go to the same edition; True where none shares."""
    for other in case.in_enumeration_cases:
        if other.mention.marker != case.mention.marker or not _one_marker(case, other):
            continue
        theirs = ground_of(other.later_at_check)
        if theirs is None or theirs.last.conference != ground.last.conference:
            return False
    return True


def _one_marker(case: Case, other: Case) -> bool:
    """Whether two mentions of an enumeration have their edition from one printed marker."""
    return shares_marker(case.mention) or shares_marker(other.mention)


def evidence_of(*facts: EditionFact) -> tuple[str, ...]:
    """Return the sources of some facts, each once, in order."""
    found = [source for fact in facts for source in (fact.evidence.source, *fact.other_sources)]
    return tuple(dict.fromkeys(found))
