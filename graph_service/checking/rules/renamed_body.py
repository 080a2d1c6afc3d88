"""The lint renamed-body: a body is called by a name that it no longer bears."""

import re
from collections.abc import Iterator

from graph_service.checking.case import Case, TextCase
from graph_service.checking.finding import Severity
from graph_service.checking.judgement import JudgedText
from graph_service.checking.outcome import Hit, Outcome
from graph_service.checking.rule import Example, Grade, Lint, Setting, Severities
from graph_service.register.values import Replacement

_KIND = "renamed-body"
_ABBREVIATION = re.compile(r"\(([^()]+)\)\s*$")
_FORMER = "former"


def renamed_body(judged: JudgedText) -> Iterator[Hit]:
    """Find former names of bodies, unless the cited text is older than the new name or a title holds the words."""
    whole = judged.whole
    renamings = _renamings(whole)
    for case in whole.cases:
        renaming = renamings.get(case.mention.body)
        if renaming and not _is_of_its_time(case, renaming):
            outcome = Outcome(
                words={
                    "former": renaming.from_name,
                    "present": renaming.to_name,
                    "date": renaming.since or renaming.since_words,
                },
                status=renaming.evidence.status,
                evidence=(renaming.evidence.source,),
            )
            yield Hit(mention=case.mention, outcome=outcome)


def _renamings(whole: TextCase) -> dict[str, Replacement]:
    """The renamings by the abbreviation of the former body; a body's first renaming counts."""
    register = whole.knowledge.register
    found: dict[str, Replacement] = {}
    for row in register.replacements:
        short = _ABBREVIATION.search(row.from_name)
        body = register.bodies.get(short[1]) if short and row.kind == _KIND else None
        if body and body.kind == _FORMER:
            found.setdefault(body.id, row)
    return found


def _is_of_its_time(case: Case, renaming: Replacement) -> bool:
    if case.mention.inside_title_of or renaming.since is None:
        return True
    return case.span.latest is not None and case.span.latest <= renaming.since


RULE = Lint(
    id="renamed-body",
    title="Former name of a body",
    what="A body is called by a name that it no longer bears, and neither a date nor a title explains it.",
    why="Readers of today look for the body under its present name.",
    guidance="Use the present name, unless the former one is meant.",
    severities=Severities(draft=Severity.INFO, adopted=Severity.INFO),
    fix=Grade.NONE,
    examples=(
        Example(lang="en", sentence="Resolution 18 of the World Telecommunication Standardization Conference,"),
        Example(lang="en", sentence="CCITT Recommendation D.90,"),
        Example(
            lang="fr",
            sentence="la Résolution 18 de la CMNT et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
        ),
        Example(lang="en", sentence="Recommendation ITU-T D.90,", finds=False),
        Example(
            lang="en",
            sentence="Resolution 20 (Helsinki, 1993) of the World Telecommunication Standardization Conference,",
            finds=False,
        ),
        Example(
            lang="fr",
            sentence="la Résolution 18 de l'AMNT et les travaux menés,",
            setting=Setting.DRAFT_WTDC_22,
            finds=False,
        ),
    ),
    finds=renamed_body,
)
