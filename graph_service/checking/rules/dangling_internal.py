"""The lint dangling-internal: "resolves 8 above" where there is no resolves 8."""

import re
from collections.abc import Iterator

from graph_service.checking.finding import Place, Severity, When
from graph_service.checking.judgement import JudgedText
from graph_service.checking.outcome import Hit, Outcome
from graph_service.checking.rule import Example, Grade, Lint, Setting, Severities
from graph_service.citing.mention import InternalReference

_PART = re.compile(r"(?P<clause>[A-Za-z]+)(?:-\d+)?(?:\.(?P<number>\d+))?")


def dangling_internal(judged: JudgedText) -> Iterator[Hit]:
    """Find references to a numbered part of a clause that the text has, where that number is not in it."""
    whole = judged.whole
    numbers: dict[str, set[int]] = {}
    for part in whole.text.parts:
        found = _PART.match(part)
        if found:
            held = numbers.setdefault(found["clause"], set())
            held.update({int(found["number"])} if found["number"] else set())
    for reference in whole.text.internal:
        held = numbers.get(reference.clause, set())
        if held and reference.number not in held:
            yield Hit(mention=None, outcome=_outcome(held), place=_place(reference))


def _outcome(held: set[int]) -> Outcome:
    return Outcome(words={"last": str(max(held))}, when=When.AT_ADOPTION)


def _place(reference: InternalReference) -> Place:
    return Place(locator=reference.locator, start=reference.start, end=reference.end, text=reference.text)


RULE = Lint(
    id="dangling-internal",
    title="Reference to a part that is not there",
    what="The text refers to one of its own parts, “resolves 8 above”, and has no such part.",
    why="Amendments renumber paragraphs and forget the references to them.",
    guidance="Find the paragraph that is meant and put its present number.",
    severities=Severities(draft=Severity.WARNING, adopted=Severity.WARNING),
    fix=Grade.NONE,
    examples=(
        Example(lang="en", sentence="1 to apply the procedure referred to in resolves 8 below;", clause="resolves"),
        Example(
            lang="fr",
            sentence="1 d'appliquer la procédure visée au point 8 du décide ci-dessous;",
            setting=Setting.DRAFT_WTDC_22,
            clause="resolves",
        ),
        Example(
            lang="fr",
            sentence="1 d'appliquer la procédure visée au point 1 du décide ci-dessus;",
            setting=Setting.DRAFT_WTDC_22,
            clause="resolves",
            finds=False,
        ),
        Example(
            lang="en",
            sentence="1 to apply the procedure referred to in resolves 1 above;",
            clause="resolves",
            finds=False,
        ),
    ),
    finds=dangling_internal,
)
