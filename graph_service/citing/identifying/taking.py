"""What a word of an identifier says goes into its draft; the word may want the number that follows it."""

import re

from graph_service.citing.identifying.catalogue import HANDBOOK_SIGN
from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change
from graph_service.citing.identifying.words import ScriptWords, Word
from graph_service.names.kind import Kind
from graph_service.register.register import Register

_ONCE = {"former": "former", "sector": "sector", "text": "basic_text"}
_FLAGS = {"series": "is_series", "guide": "is_guide", "bulletin": "is_bulletin", "sign": "has_number_sign"}


def take_word(draft: Draft, word: Word, printed: str, words: ScriptWords, register: Register) -> Change | str | None:
    """Take up one word; return what the number after it belongs to: a change, or the name of a part."""
    what, which = word.what, word.which
    if what in _ONCE:
        draft.set_once(_ONCE[what], which)
    elif what in _FLAGS:
        setattr(draft, _FLAGS[what], True)
    match what:
        case "change":
            draft.add_change(Change(which))
            return Change(which)
        case "part":
            return printed.casefold()
        case "provision":
            return _provision(draft, which, words)
        case "body":
            _body(draft, which, printed, register)
        case "kind":
            draft.kinds.append(Kind(which))
        case "attachment":
            draft.set_once("attached", printed.casefold())
        case "handbook":
            draft.is_handbook = True
            draft.letters = HANDBOOK_SIGN if printed.upper().startswith(HANDBOOK_SIGN) and draft.number else None
    return None


def _provision(draft: Draft, sign: str, words: ScriptWords) -> str | None:
    """The word of an Article or number: of the number that follows, or in Chinese of the one before it."""
    draft.has_number_sign = True
    if draft.number is None or draft.number.letters:
        draft.sign = sign if sign != "No." else draft.sign
        return None
    if not words.is_number_first:
        return sign
    if draft.loose is not None:
        draft.set_once("part", f"{sign} {draft.loose}")
        draft.loose = None
    elif draft.sign is None and sign != "No.":
        draft.sign = sign
    return None


def _body(draft: Draft, body: str, printed: str, register: Register) -> None:
    draft.set_once("body", body)
    digits = re.search(r"\d+$", printed)
    if digits:
        session = register.conference_called(body, digits[0])
        if session is None:
            raise draft.refuse(f"no conference is called {printed}")
        draft.set_once("conference", session.id)
