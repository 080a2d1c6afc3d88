"""The characters of a page or an XML file with the places of the source that they stand in, no parser between."""

import html
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_MARKUP = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<![^>]*>"
    r"|</?(?P<tag>[A-Za-z_][^\s/>]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_PRINTED = re.compile(r"\S+")
_RAW = {"script", "style"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that stand together in the source from ``start`` to ``end``, as they are or as one reference.

    ``raw`` tells that no reference can be written there.
    """

    text: str
    start: int
    end: int
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """All characters of a source but white space, and where each stands in the source.

    ``starts`` are where they begin; ``longer`` says where those that are references end; ``raw`` as above.
    """

    text: str
    starts: Sequence[int]
    longer: Mapping[int, int]
    raw: AbstractSet[int]

    def end(self, sign: int) -> int:
        """Return where a character ends in the source."""
        return self.longer.get(sign, self.starts[sign] + 1)


def stretches(source: str) -> Iterator[Stretch]:
    """Yield what stands between the tags of a source, references resolved, CDATA sections included."""
    at = 0
    while at < len(source):
        found = _MARKUP.search(source, at)
        yield from _resolved(source, at, found.start() if found else len(source))
        if found is None:
            return
        at = found.end()
        if found["cdata"]:
            yield Stretch(found["cdata"], *found.span("cdata"), raw=True)
        tag = (found["tag"] or "").lower()
        if tag in _RAW and not found[0].startswith("</") and not found[0].endswith("/>"):
            at = _end_of_raw(source, tag, at)


def _end_of_raw(source: str, tag: str, at: int) -> int:
    found = re.compile(rf"</{tag}\b", re.IGNORECASE).search(source, at)
    return found.start() if found else len(source)


def _resolved(source: str, start: int, end: int) -> Iterator[Stretch]:
    at = start
    for found in _REFERENCE.finditer(source, start, end):
        char = html.unescape(found[0])
        if char == found[0]:
            continue
        if found.start() > at:
            yield Stretch(source[at : found.start()], at, found.start())
        yield Stretch(char, *found.span())
        at = found.end()
    if at < end:
        yield Stretch(source[at:end], at, end)


def printed(source: str) -> Printed:
    """Return the characters of a source without white space, each with its place."""
    chars: list[str] = []
    starts = array("Q")
    longer: dict[int, int] = {}
    raw: set[int] = set()
    for one in stretches(source):
        is_reference = one.end - one.start != len(one.text)
        for found in _PRINTED.finditer(one.text):
            first, last = found.span()
            before = len(starts)
            chars.append(found[0])
            starts.extend([one.start] * (last - first) if is_reference else range(one.start + first, one.start + last))
            if is_reference:
                longer |= dict.fromkeys(range(before, len(starts)), one.end)
            if one.raw:
                raw.update(range(before, len(starts)))
    return Printed("".join(chars), starts, longer, raw)
