"""The citations of a corrected text: what stands in unchanged paragraphs is taken over, the changed ones are read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph_service.checking.succession import Programmes
from graph_service.citing.extract import Extractor
from graph_service.citing.internal import internal_references, parts_of
from graph_service.citing.mention import CitingText, Mention
from graph_service.names.kind import Kind
from graph_service.reading.document import Document, Paragraph

_MOST_CHANGED = 0.4
"""From so large a share of changed paragraphs on, two readings of them cost as much as one of the whole text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereader:
    """Reads the citations of a text anew after a correction.

    What a paragraph cites also depends on what the document has said before. So the changed paragraphs are read alone
    as they were, too: if that does not give what the whole document gave, or if the correction has changed what later
    paragraphs go by, the whole text is read.
    """

    extractor: Extractor
    programmes: Programmes

    def citing_text(self, first: CitingText, before: Document, after: Document) -> CitingText:
        """Return ``after`` with its mentions, given the same document ``before`` its correction and what it cites."""
        mentions = self._mentions(first, before, after)
        if mentions is None:
            return self.extractor.citing_text(after, source=first.source)
        return replace(
            first,
            sha256=after.sha256,
            mentions=mentions,
            internal=internal_references(after, self.extractor.lexicons),
            parts=parts_of(after),
            notes=after.notes,
            comments=after.comments,
        )

    def _mentions(self, first: CitingText, before: Document, after: Document) -> tuple[Mention, ...] | None:
        """The mentions of the corrected text, None where the whole of it must be read."""
        changed = _changed(before, after)
        if changed is None or len(changed) > _MOST_CHANGED * len(after.paragraphs):
            return None
        was = [one for one in first.mentions if one.locator in changed]
        old, new = (self.extractor.mentions(_only(one, changed)) for one in (before, after))
        if list(map(_placeless, old)) != list(map(_placeless, was)) or self._told(old) != self._told(new):
            return None
        return _put_together(first.mentions, new, changed, after)

    def _told(self, mentions: Sequence[Mention]) -> list[tuple[object, ...]]:
        """What later paragraphs go by: the bodies that were printed with numbers, the periods of plans."""
        told: list[tuple[object, ...]] = []
        for one in mentions:
            if one.kind is not Kind.PROGRAMME:
                told.append((one.kind, one.number, one.body, one.body_from))
            elif self.programmes.is_plan(one.instrument.number):
                told.append((one.instrument,))
        return told


def _changed(before: Document, after: Document) -> set[str] | None:
    """The locators of the paragraphs that read otherwise, None where the two documents are not alike beside that."""
    if before.head != after.head or before.lang != after.lang:
        return None
    if list(map(_place, before.paragraphs)) != list(map(_place, after.paragraphs)):
        return None
    locators = [locator for locator, _ in groupby(one.locator for one in before.paragraphs)]
    if len(locators) != len(set(locators)):
        return None
    pairs = zip(before.paragraphs, after.paragraphs, strict=True)
    return {one.locator for one, other in pairs if one != other}


def _place(paragraph: Paragraph) -> tuple[object, ...]:
    return paragraph.locator, paragraph.lang, paragraph.layout, tuple(one.part for one in paragraph.regions)


def _only(document: Document, locators: Collection[str]) -> Document:
    return replace(document, paragraphs=tuple(one for one in document.paragraphs if one.locator in locators))


def _placeless(mention: Mention) -> Mention:
    """A mention without the number of its enumeration, which counts paragraphs."""
    return replace(mention, enumeration=0)


def _put_together(
    old: Sequence[Mention], new: Sequence[Mention], changed: Collection[str], after: Document
) -> tuple[Mention, ...]:
    """The mentions of both in the order of the text; enumerations of the new ones get numbers that no other has."""
    free = 1 + max((one.enumeration for one in old), default=0)
    found: dict[str, list[Mention]] = {}
    for one in (
        *(one for one in old if one.locator not in changed),
        *(replace(one, enumeration=free + one.enumeration) for one in new),
    ):
        found.setdefault(one.locator, []).append(one)
    locators = dict.fromkeys(one.locator for one in after.paragraphs)
    return tuple(one for locator in locators for one in found.get(locator, ()))
