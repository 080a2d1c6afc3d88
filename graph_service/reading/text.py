"""Plain text: a line is a paragraph, its number the locator; what a conversion from Word left in it is passed over."""

import re

from graph_service.errors import Code, problem
from graph_service.reading.block import Block, RawText
from graph_service.reading.encoding import decode

_DEBRIS = re.compile(r"\[bookmark: [^\]\n]{0,60}\]|\[footnoteRef:\d{1,3}\]\d{0,3}")
_COMMENT = "# source:"
_LONGEST_LINE = 10_000_000


def read_text(data: bytes, where: str) -> tuple[RawText, ...]:
    """Return the lines of a text; a first line that begins with ``# source:`` is a comment, but counts.

    Raise unreadable-file for what is no text in any known encoding, too-large for a line without end.
    """
    lines = decode(data, where).split("\n")
    if max(map(len, lines)) > _LONGEST_LINE:
        raise problem(
            Code.TOO_LARGE,
            f"a line of it is longer than {_LONGEST_LINE // 10**6} million characters",
            where=where,
            hint="break it into paragraphs",
        )
    blocks = tuple(
        _block(line.rstrip("\r"), number)
        for number, line in enumerate(lines, 1)
        if line.strip() and not (number == 1 and line.startswith(_COMMENT))
    )
    return (RawText(blocks=blocks),)


def _block(line: str, number: int) -> Block:
    omitted = tuple(found.span() for found in _DEBRIS.finditer(line)) if "[" in line else ()
    return Block(text=line, locator=str(number), omitted=omitted)
