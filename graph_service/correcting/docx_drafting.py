"""A Word file with tracked changes and comments in its trees: the file as it is handed over, and its clean text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_service.correcting.docx_accepting import accept
from graph_service.correcting.docx_changes import Author, borders_of, touched, write
from graph_service.correcting.docx_comments import Commenter
from graph_service.correcting.docx_places import Places, WordParagraph, hindrance, mirror_of, spans
from graph_service.correcting.docx_splitting import split
from graph_service.correcting.edits import Replacement
from graph_service.reading.docx_runs import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment to be made on a stretch of a paragraph; ``apart`` are its lines where it cannot stand there."""

    start: int
    end: int
    lines: tuple[str, ...]
    apart: tuple[str, ...]


class Draft:
    """Writes into the trees of a file's parts, which are of no other use then."""

    def __init__(self, places: Places, author: Author, lang: str) -> None:
        self._parts = places.parts
        self._places = places
        self._author = author
        self._commenter = Commenter(places.parts, author, lang)
        self._stories: set[str] = set()

    @property
    def ours(self) -> frozenset[str]:
        """The numbers of our changes."""
        return frozenset(self._author.ours)

    @property
    def comments(self) -> frozenset[str]:
        """The numbers of our comments."""
        return frozenset(self._commenter.numbers)

    def write(self, place: WordParagraph, replacements: Sequence[Replacement], remarks: Sequence[Remark]) -> None:
        """Correct one paragraph and comment on it."""
        here = self._here(place, remarks)
        borders = {border for one in replacements for border in borders_of(one)}
        borders |= {border for one in here if not _is_hindered(place, one) for border in (one.start, one.end)}
        mirror = mirror_of(place) if replacements else None
        if replacements or here:
            self._touch(place)
        if borders:
            split(place.first, borders, self._author.numbers)
        found = place.pieces() if borders else place.first
        for one in here:
            self._commenter.write(place, list(_covered(found, one)), one.lines)
        write(place.element, found, replacements, self._author)
        if mirror is not None:
            self._write_mirror(mirror, replacements)

    def _here(self, place: WordParagraph, remarks: Sequence[Remark]) -> Sequence[Remark]:
        """The remarks that can stand in the paragraph; the others are written where they can stand."""
        apart = self._places.apart(place)
        if apart is None:
            return remarks
        for one in remarks if apart is not place.element else ():
            self._stories.add(self._parts.main)
            self._parts.touch(self._parts.main)
            self._commenter.write_at(apart, one.apart)
        return ()

    def _write_mirror(self, mirror: WordParagraph, replacements: Sequence[Replacement]) -> None:
        """Correct the same words in the older form of a text box, where that is as safe."""
        if any(hindrance(mirror, piece) for one in replacements for piece in touched(mirror, one)):
            return
        split(mirror.first, {border for one in replacements for border in borders_of(one)}, self._author.numbers)
        write(mirror.element, mirror.pieces(), replacements, self._author)

    def _touch(self, place: WordParagraph) -> None:
        self._stories.add(place.story.part)
        self._parts.touch(place.story.part)

    def tracked(self) -> Mapping[str, bytes]:
        """Return the parts that have changed, with tracked changes and comments."""
        return self._parts.changed()

    def clean(self) -> Mapping[str, bytes]:
        """Return the stories with changes, ours accepted and our comments left out. This is the end of the draft."""
        accept(self._author, [self._parts.tree(part) for part in self._stories], self.comments)
        return {part: data for part, data in self._parts.changed().items() if part in self._stories}


def _covered(found: Sequence[Piece], one: Remark) -> Iterator[Piece]:
    for start, end, piece in spans(found):
        if start < one.end and one.start < end:
            yield piece


def _is_hindered(place: WordParagraph, one: Remark) -> bool:
    return any(hindrance(place, piece) for piece in _covered(place.first, one))
