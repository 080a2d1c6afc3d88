"""What no query or update may ask for: to reach other places (SERVICE, LOAD). A look at the text, without parsing it.

The words are sought anywhere, in strings and comments too: a look that knows strings can be led astray by a text that
the store reads otherwise. A reading process can open no socket in any case; here the refusal gets its reason.
"""

import re

from graph_service.errors import Code, Problem

_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_NAMED = r"(?:<|[?$]\w|[\w.-]*:)"
_REACHES = (
    ("service", re.compile(rf"(?<![A-Za-z_:?$@.-])service{_GAP}(?:silent{_GAP})?{_NAMED}", re.IGNORECASE)),
    ("load", re.compile(rf"(?<![A-Za-z_:?$@.-])load{_GAP}(?:silent{_GAP})?{_NAMED}", re.IGNORECASE)),
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST_CODE_POINT = 0x10FFFF


def forbidden(text: str) -> Problem | None:
    """Return the problem of a query or update that reaches for other places, None for any other."""
    plain = _ESCAPE.sub(_character, text) if "\\" in text else text
    lower = plain.lower()
    for word, pattern in _REACHES:
        if word not in lower:
            continue
        found = pattern.search(plain)
        if found is not None:
            what = f"{word.upper()} is not available here (character {found.start() + 1})"
            hint = "ask this store only, and join elsewhere"
            return Problem(code=Code.REFUSED, what=what, where="the query", hint=hint)
    return None


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= _LAST_CODE_POINT else escape[0]
