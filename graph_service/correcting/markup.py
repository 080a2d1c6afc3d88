"""HTML and Akoma Ntoso corrected in their source: every byte outside the replacements stays.

Where a paragraph's words stand in the source is found by marks: signs of no script are put before each candidate, the
file is read once more, and the mark that comes out at the right place of the right paragraph tells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from graph_service.correcting.characters import Characters
from graph_service.correcting.edits import Replacement, Spot
from graph_service.correcting.scanning import Printed, printed
from graph_service.reading.document import Document

Blocks = tuple[tuple[str, ...], ...]
"""The texts of the paragraphs of each text in a file."""
ReadBlocks = Callable[[bytes], Blocks]

_FIRST_MARK = 0xF0000
_LAST_MARK = 0xFFFFD
_AROUND = (40, 12, 0)
_MOST_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A character of a paragraph that must be found, and the characters around it that tell it from others."""

    spot: Spot
    position: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    wanted: _Wanted
    sign: int


@dataclass(frozen=True, slots=True)
class Splice:
    """``source[start:end]`` becomes ``text``."""

    start: int
    end: int
    text: str


class MarkupWriter:
    """Makes replacements in the source of one file."""

    def __init__(self, source: Characters, documents: Sequence[Document], read: ReadBlocks) -> None:
        self._source = source
        self._documents = documents
        self._read = read
        self._printed = printed(source.text)
        self._known: dict[_Wanted, int] = {}

    def corrected(self, replacements: Sequence[Replacement]) -> tuple[str, tuple[Replacement, ...]]:
        """Return the new source, and the replacements whose place in it was not found."""
        places = self._places(replacements)
        splices: list[Splice] = []
        lost: list[Replacement] = []
        for one in replacements:
            anchor = places.get(self._wanted(one))
            made = None if anchor is None else self._splices(one, anchor)
            if made is None:
                lost.append(one)
            else:
                splices += made
        return _spliced(self._source.text, splices), tuple(lost)

    def _text(self, spot: Spot) -> str:
        return self._documents[spot.document].paragraphs[spot.paragraph].text

    def _wanted(self, one: Replacement) -> _Wanted:
        """The character that a replacement is found by: the first printed one that it touches or leans on."""
        text = self._text(one.spot)
        first = one.reach[0]
        behind = next((at for at in range(first, len(text)) if not text[at].isspace()), None)
        before = next((at for at in range(first - 1, -1, -1) if not text[at].isspace()), None)
        leans_back = one.after and not one.cut
        at = before if (leans_back or behind is None) and before is not None else behind
        return _Wanted(one.spot, at or 0)

    # Where the words stand

    def _places(self, replacements: Sequence[Replacement]) -> dict[_Wanted, int]:
        """The number of the printed sign of the source that each wanted character is."""
        for around in _AROUND:
            open_ = [one for one in dict.fromkeys(map(self._wanted, replacements)) if one not in self._known]
            if open_:
                self._known |= self._marked([*self._candidates(open_, around)])
        return self._known

    def _candidates(self, wanted: Sequence[_Wanted], around: int) -> Iterator[_Candidate]:
        for one in wanted:
            text = self._text(one.spot)
            start = max(0, one.position - around)
            before = "".join(text[start : one.position].split())
            words = before + "".join(text[one.position : one.position + around + 1].split())
            at = self._printed.text.find(words)
            count = 0
            while at >= 0 and count < _MOST_CANDIDATES:
                yield _Candidate(one, at + len(before))
                count += 1
                at = self._printed.text.find(words, at + 1)

    def _marked(self, candidates: Sequence[_Candidate]) -> dict[_Wanted, int]:
        """Put a mark before each candidate, read, and keep those whose mark comes out where it is wanted."""
        signs = dict(zip(sorted({one.sign for one in candidates}), range(_FIRST_MARK, _LAST_MARK), strict=False))
        marks = []
        for sign, mark in signs.items():
            at = self._printed.starts[sign]
            marks.append(Splice(at, at, self._written(chr(mark), raw=sign in self._printed.raw)))
        came_out = _marks(self._read(self._source.encoded(_spliced(self._source.text, marks))))
        return {
            one.wanted: one.sign
            for one in candidates
            if came_out.get(signs.get(one.sign, 0)) == (one.wanted.spot, one.wanted.position)
        }

    # What is written

    def _splices(self, one: Replacement, anchor: int) -> list[Splice] | None:
        """What a replacement does to the source, None where its words do not stand there as in the paragraph."""
        text = self._text(one.spot)
        signs = _Signs(text, self._wanted(one).position, anchor, self._printed)
        found: list[Splice] = []
        for start, end in one.cut:
            cut = signs.cut(start, end, self._source.text)
            if cut is None:
                return None
            found += cut
        at = signs.border(one.at, after=one.after)
        if at is None:
            return None
        found.append(Splice(at, at, self._written(one.text, raw=anchor in self._printed.raw)))
        return [splice for splice in found if splice.text or splice.start < splice.end]

    def _written(self, text: str, *, raw: bool) -> str:
        """Words as they stand in the source, with references for what cannot stand there as it is."""
        if not raw:
            escaped = escape(text, quote=False)
            return "".join(char if self._source.can_hold(char) else f"&#{ord(char)};" for char in escaped)
        words = text.replace("]]>", "]]]]><![CDATA[>")
        return "".join(char if self._source.can_hold(char) else f"]]>&#{ord(char)};<![CDATA[" for char in words)


def _spliced(text: str, splices: Sequence[Splice]) -> str:
    """The source with its splices made; what is put in at a place stands before what goes from there on."""
    parts: list[str] = []
    at = 0
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        parts += (text[at : one.start], one.text)
        at = max(at, one.end)
    return "".join([*parts, text[at:]])


def _marks(blocks: Blocks) -> dict[int, tuple[Spot, int]]:
    """Where each mark came out: its paragraph and its position there, marks not counted."""
    found: dict[int, tuple[Spot, int]] = {}
    for document, texts in enumerate(blocks):
        for paragraph, text in enumerate(texts):
            before = 0
            for position, char in enumerate(text):
                if _FIRST_MARK <= ord(char) <= _LAST_MARK:
                    found[ord(char)] = (Spot(document=document, paragraph=paragraph), position - before)
                    before += 1
    return found


@dataclass(frozen=True, slots=True)
class _Signs:
    """The printed signs of the source beside those of a paragraph, from one pair that is known on."""

    text: str
    position: int
    anchor: int
    printed: Printed

    def sign(self, position: int) -> int | None:
        """Return the number of the printed sign that a character of the paragraph is, None for white space."""
        if not 0 <= position < len(self.text) or self.text[position].isspace():
            return None
        first, last = sorted((self.position, position))
        between = len("".join(self.text[first:last].split()))
        sign = self.anchor + (between if position >= self.position else -between)
        if 0 <= sign < len(self.printed.text) and self.printed.text[sign] == self.text[position]:
            return sign
        return None

    def border(self, at: int, *, after: bool) -> int | None:
        """Return the place in the source for words that are put in at a border of the paragraph."""
        before, behind = self.sign(at - 1), self.sign(at)
        if before is not None and (after or behind is None):
            return self.printed.end(before)
        return self.printed.starts[behind] if behind is not None else None

    def cut(self, start: int, end: int, source: str) -> list[Splice] | None:
        """Return what takes a stretch of the paragraph out of the source and leaves the tags inside it."""
        found: list[Splice] = []
        for position in range(start, end):
            if not self.text[position].isspace():
                sign = self.sign(position)
                if sign is None:
                    return None
                found.append(Splice(self.printed.starts[sign], self.printed.end(sign), ""))
                continue
            space = self._space(position, source)
            if space is None:
                return None
            found += space
        return list(dict.fromkeys(found))

    def _space(self, position: int, source: str) -> list[Splice] | None:
        """The white space of the source between the printed characters around a space; None where there is a tag."""
        before = next((at for at in range(position, -1, -1) if not self.text[at].isspace()), None)
        behind = next((at for at in range(position, len(self.text)) if not self.text[at].isspace()), None)
        left = None if before is None else self.sign(before)
        right = None if behind is None else self.sign(behind)
        if left is None or right is None or right != left + 1:
            return None
        start, end = self.printed.end(left), self.printed.starts[right]
        if not source[start:end].isspace():
            return None
        return [Splice(start, end, "")]
