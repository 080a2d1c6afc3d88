"""The proof of a correction, before anything is written: the new file reads as it should, and no fix comes again."""

from collections.abc import Sequence

from graph_service.checking.finding import Finding
from graph_service.checking.output import finding_id
from graph_service.correcting.corrected import Checked, Refused
from graph_service.correcting.edits import Edits, Found, Places, Replacement, Spot, edited
from graph_service.correcting.remarks import refusal
from graph_service.errors import Code, ProblemError, problem

_REPEATED = "again"


def prove_target(before: Checked, after: Checked, edits: Edits, where: str) -> None:
    """Raise refused if the corrected file does not read as the target: every paragraph, changed or not."""
    if len(before.documents) != len(after.documents):
        raise unproved("it falls into other texts than before", where)
    changed = edits.by_spot()
    for index, (old, new) in enumerate(zip(before.documents, after.documents, strict=True)):
        if len(old.paragraphs) != len(new.paragraphs):
            raise unproved("it has more or fewer paragraphs than before", where)
        for number, (one, other) in enumerate(zip(old.paragraphs, new.paragraphs, strict=True)):
            target = edited(one, changed.get(Spot(document=index, paragraph=number), ()))
            if target != other.text and spaced(target) != spaced(other.text):
                raise unproved(f"paragraph {one.locator} does not read as it should", where)


def spaced(text: str) -> str:
    """Return a text with every white space as one space, as formats with markup read it."""
    return " ".join(text.split())


def repeated(before: Checked, after: Checked, edits: Edits) -> tuple[Refused, ...]:
    """Return the applied findings on whose words the second check has a fix to apply once more."""
    applied, changed = set(edits.applied), edits.by_spot()
    again: list[Refused] = []
    for index, (report, second) in enumerate(zip(before.reports, after.reports, strict=True)):
        fixed = _fixed(Places(after, index), second.findings)
        places = Places(before, index)
        for finding in report.findings:
            found = [here for place in finding.places if (here := places.found(place))]
            if finding_id(finding) in applied and any(
                _touches(here, fixed.get(here.spot, ()), changed.get(here.spot, ())) for here in found
            ):
                again += [refusal(finding, _REPEATED)]
    return tuple(again)


def _fixed(places: Places, findings: Sequence[Finding]) -> dict[Spot, list[Found]]:
    """The places where fixes are to be applied, by their paragraphs."""
    found: dict[Spot, list[Found]] = {}
    for finding in findings:
        for place in finding.places if finding.fix and finding.fix.apply else ():
            here = places.found(place)
            if here:
                found.setdefault(here.spot, []).append(here)
    return found


def _touches(found: Found, others: Sequence[Found], replacements: Sequence[Replacement]) -> bool:
    start, end = _moved(found.start, replacements), _moved(found.end, replacements)
    return any(one.start < end and start < one.end for one in others)


def _moved(border: int, replacements: Sequence[Replacement]) -> int:
    """Where a border of a mention stands when the replacements before it are made."""
    moved = border
    for one in replacements:
        if one.reach[0] < border:
            moved += len(one.text) - sum(end - start for start, end in one.cut)
    return moved


def unproved(reason: str, where: str) -> ProblemError:
    """Return the problem of a correction that fails its proof; nothing has been written then."""
    return problem(
        Code.REFUSED,
        f"the corrected file fails its own proof: {reason}",
        where=where,
        hint="nothing was written; mend the places by hand",
    )
