"""Replacements written into the runs of a Word paragraph: as tracked changes beside others', or as plain text."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from graph_service.correcting.docx_places import WordParagraph, spans
from graph_service.correcting.docx_splitting import isolate
from graph_service.correcting.docx_xml import SPACE, fresh, named, text, twin
from graph_service.correcting.edits import Replacement
from graph_service.reading.docx_runs import Piece, attribute, word

_SIGNS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
_CONTENT = re.compile("[\t\n\u2011]|[^\t\n\u2011]+")


@dataclass(frozen=True, slots=True)
class Home:
    """Another's insertion that a mark of ours stands beside, and its other half where ours parted it."""

    insertion: etree._Element
    half: etree._Element | None
    after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who corrects, when, and the numbers for the marks of change.

    ``ours`` are the numbers given, ``homes`` the insertions around each mark of ours, innermost first, in the order in
    which the marks were made.
    """

    name: str
    at: datetime
    numbers: Iterator[int]
    ours: set[str] = field(default_factory=set)
    homes: dict[etree._Element, list[Home]] = field(default_factory=dict)

    def mark(self, paragraph: etree._Element, name: str) -> etree._Element:
        """Return an empty ``w:ins`` or ``w:del`` of this author, its number remembered among ``ours``."""
        number = str(next(self.numbers))
        self.ours.add(number)
        return fresh(paragraph, name, id=number, author=self.name, date=stamp(self.at))


def stamp(at: datetime) -> str:
    """Return a moment as Word writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def borders_of(replacement: Replacement) -> set[int]:
    """Return the borders of a paragraph's text at which its runs must be split for a replacement."""
    return {replacement.at, *(border for stretch in replacement.cut for border in stretch)}


def write(
    paragraph: etree._Element, found: Sequence[Piece], replacements: Sequence[Replacement], author: Author
) -> None:
    """Make replacements in a paragraph, given its pieces, which are split at their borders already."""
    for one in sorted(replacements, key=lambda one: one.reach, reverse=True):
        runs = [run for start, end in one.cut for run in isolate(found, start, end, author.numbers)]
        if one.text:
            _put_in(paragraph, _leaning(found, one), one, runs, author)
        for run in runs:
            _take_out(run, author)


def touched(place: WordParagraph, replacement: Replacement) -> Iterator[Piece]:
    """Yield the pieces of text that a replacement changes or leans on, as they were when the paragraph was found."""
    lean = replacement.at - 1 if replacement.after else replacement.at
    for start, end, piece in spans(place.first):
        cuts = any(first < end and start < last for first, last in replacement.cut)
        if cuts or (replacement.text and start <= lean < end):
            yield piece


def _put_in(
    paragraph: etree._Element, lean: etree._Element, one: Replacement, cut: Sequence[etree._Element], author: Author
) -> None:
    mark = author.mark(paragraph, "ins")
    mark.append(_run(paragraph, cut[0] if cut else lean, one.text))
    neighbour, homes = _out_of_insertions(lean, after=one.after, author=author)
    if homes:
        author.homes[mark] = homes
    if one.after:
        neighbour.addnext(mark)
    else:
        neighbour.addprevious(mark)


def _leaning(found: Sequence[Piece], one: Replacement) -> etree._Element:
    """The run of the character that the new words lean on."""
    position = one.at - 1 if one.after else one.at
    for start, end, piece in spans(found):
        run = piece.node.getparent()
        if start <= position < end and run is not None:
            return run
    raise LookupError(position)


def _run(paragraph: etree._Element, model: etree._Element, words: str) -> etree._Element:
    """A run with the form of another: its properties, without what a tracked change did to them."""
    run = fresh(paragraph, "r")
    properties = next((one for one in model if word(one) == "rPr"), None)
    if properties is not None:
        copied = deepcopy(properties)
        for one in [one for one in copied if word(one) == "rPrChange"]:
            copied.remove(one)
        run.append(copied)
    run.extend([fresh(run, _SIGNS[part]) if part in _SIGNS else text(run, part) for part in _CONTENT.findall(words)])
    return run


def _out_of_insertions(run: etree._Element, *, after: bool, author: Author) -> tuple[etree._Element, list[Home]]:
    """The element beside which an insertion of ours stands: outside other people's, which are parted where need be."""
    element, homes = run, list[Home]()
    while (parent := element.getparent()) is not None and word(parent) == "ins":
        beside = element.getnext() if after else element.getprevious()
        half = None
        if beside is not None:
            rest = [*element.itersiblings()] if after else [element, *element.itersiblings()]
            half = _half(parent, rest, author)
        homes.append(Home(parent, half, after))
        element = half if half is not None and not after else parent
    return element, homes


def _half(insertion: etree._Element, rest: Sequence[etree._Element], author: Author) -> etree._Element:
    """The end of another's insertion as one of its own, of the same author and date."""
    half = twin(insertion, id=str(next(author.numbers)))
    half.extend(rest)
    insertion.addnext(half)
    return half


def _take_out(run: etree._Element, author: Author) -> None:
    mark = _mark_before(run, author)
    if mark is None:
        mark = author.mark(run, "del")
        run.addprevious(mark)
    mark.append(run)
    for node in run:
        if word(node) == "t":
            node.tag = named(node, "delText")
            node.set(SPACE, "preserve")


def _mark_before(run: etree._Element, author: Author) -> etree._Element | None:
    """Our own mark of deletion right before a run, which takes it up."""
    before = run.getprevious()
    if before is None or word(before) != "del":
        return None
    return before if attribute(before, "id") in author.ours else None
