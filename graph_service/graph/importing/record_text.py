"""The text of a record in parts: its relations and its other keys, most of which other records have word for word.

Nine tenths of all bytes are relations. Each is an item of a list at the left margin, as each key is, so they can be cut
out as text, and text that was met before need not be parsed again.
"""

import re
from dataclasses import dataclass

_END = re.compile(r"\n(?![ \n]|- )")
_KEY = re.compile(r"\n(?=[A-Za-z_])")
_LIST = "\nrelation:\n"
_ITEM = "\n- "


@dataclass(frozen=True, slots=True)
class Cut:
    """A record's text without its relations, and the text of each relation, still an item of a list."""

    rest: str
    items: tuple[str, ...]

    def keys(self) -> list[str]:
        """Return the text of each key at the left margin, with what belongs to it."""
        return _KEY.split(self.rest.removeprefix("---\n").rstrip("\n"))


def cut(text: str) -> Cut | None:
    """Return a record's text in its parts; None where the relations do not stand in a plain list of their own."""
    before, found, after = text.partition(_LIST)
    if not found:
        return Cut(text, ()) if "\nrelation" not in text else None
    if not after.startswith("- ") or "\r" in text or "\t" in text or text.startswith("relation:"):
        return None
    inside, rest = _ended(after)
    if "\nrelation" in rest:
        return None
    first, *others = inside.split(_ITEM)
    return Cut(before + rest, (first, *(f"- {other}" for other in others)))


def _ended(after: str) -> tuple[str, str]:
    """The list, and what follows it: from the first line that is neither indented nor an item."""
    end = _END.search(after)
    return (after[: end.start()], after[end.start() :]) if end else (after, "\n")
