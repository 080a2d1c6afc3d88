"""Findings become a corrected file with its own proof: the one way in for command, API and pages."""

from collections.abc import Collection
from datetime import datetime

from graph_service.correcting.corrected import Check, Checked, Corrected
from graph_service.correcting.corrector import Corrector, TextCorrector, Wanted
from graph_service.correcting.edits import Edits, edits_of
from graph_service.correcting.proof import prove_target, repeated
from graph_service.errors import Code, problem

_MOST_ROUNDS = 4


def correct(
    data: bytes,
    *,
    name: str,
    checked: Checked,
    again: Check,
    author: str,
    at: datetime,
    accept: bool = False,
    only: Collection[str] | None = None,
    lang: str = "en",
) -> Corrected:
    """Return a file corrected by the findings of its check, proved; the given bytes are not changed.

    ``again`` reads and checks bytes as the first check did. A Word file gets tracked changes by ``author`` at ``at``
    and comments in ``lang``, clean text with ``accept``; other formats get the changed text. ``only`` chooses findings
    by their ids: their fixes are written, suggested ones too, and the others are left alone.
    Raise unsupported-format for what cannot be corrected, refused where the proof fails.
    """
    if not author.strip() or not author.isprintable():
        what, hint = f"{author!r} is no name of an author", "give a name of printable characters"
        raise problem(Code.BAD_REQUEST, what, where="author", hint=hint)
    wanted = Wanted(author=author, at=at, accept=accept, only=only, lang=lang)
    corrector = _corrector(data, name, checked, wanted)
    edits = edits_of(checked, only)
    edits = edits.without(corrector.unfit(edits))
    for _ in range(_MOST_ROUNDS):
        clean = corrector.clean(edits)
        if not edits.replacements:
            break
        second = again(clean)
        prove_target(checked, second, edits, name)
        left = repeated(checked, second, edits)
        if not left:
            break
        edits = edits.without(left)
    else:
        edits = Edits(replacements=(), refused=edits.refused)
        clean = corrector.clean(edits)
    return corrector.finished(edits, clean)


def _corrector(data: bytes, name: str, checked: Checked, wanted: Wanted) -> Corrector:
    kind = checked.documents[0].format if checked.documents else ""
    match kind:
        case "docx":
            from graph_service.correcting.docx import WordCorrector  # noqa: PLC0415 - lxml is loaded for Word alone

            return WordCorrector(data, name, checked, wanted)
        case "text" | "html" | "akn":
            return TextCorrector(data, name, checked.documents)
        case _:
            raise problem(
                Code.UNSUPPORTED_FORMAT,
                f"a file of this format ({kind or 'none'}) cannot be corrected",
                where=name,
                hint="correct the Word, HTML, Akoma Ntoso or text file that it was made from",
            )
