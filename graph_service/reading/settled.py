"""A document in one state of its tracked changes: the other state's words are gone, and no changes are left."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from graph_service.reading.changes import Changes, view
from graph_service.reading.document import Document, Paragraph, Region


def settled(document: Document, changes: Changes) -> Document:
    """Return the document as one state reads; with both states there is nothing to settle.

    Paragraphs that hold nothing in that state stay, empty, so that locators keep their count.
    """
    if changes is Changes.BOTH:
        return document
    return replace(document, paragraphs=tuple(_settled(paragraph, changes) for paragraph in document.paragraphs))


def _settled(paragraph: Paragraph, changes: Changes) -> Paragraph:
    if not paragraph.changes:
        return paragraph
    shown = view(paragraph, changes)
    regions = tuple(_moved(region, shown.offsets) for region in paragraph.regions)
    return replace(paragraph, text=shown.text, changes=(), regions=regions, omitted=())


def _moved(region: Region, offsets: Sequence[int]) -> Region:
    return replace(region, start=bisect_left(offsets, region.start), end=bisect_left(offsets, region.end))
