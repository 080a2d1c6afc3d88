"""Whether a query may look into named graphs, by a look at its text without parsing it.

It may be wrong in one direction only: a query that names graphs is always seen, one that does not may be taken for one
that does (by a comment, a string), and is then answered from the folder, as right and slower.
"""

import re

_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_NAME = r"(?:[<?$]|[^\s!-,/:-@\[-^`{-~]*:)"
"""An IRI, a variable, or a prefixed name: of ASCII only letters, digits, ``_``, ``-`` and dots stand before a colon."""
_FOLLOWING = {
    "graph": re.compile(rf"{_GAP}{_NAME}"),
    "from": re.compile(rf"{_GAP}(?:named)?{_GAP}{_NAME}"),
}
"""What follows the keyword, in lower case."""
_IN_A_NAME = frozenset("?$:")
"""After these a word is a part of a variable or of a prefixed name."""


def names_graphs(text: str) -> bool:
    """Return False only where a query reads the default graph alone (SPARQL 1.1, section 13)."""
    lower = text.lower()
    return "\\u" in lower or any(_stands(word, lower) for word in _FOLLOWING)


def _stands(word: str, text: str) -> bool:
    """Whether a keyword stands somewhere with what it needs behind it."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if text[place - 1 : place] not in _IN_A_NAME and _FOLLOWING[word].match(text, end):
            return True
        place = text.find(word, end)
    return False
