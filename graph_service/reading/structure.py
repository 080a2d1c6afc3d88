"""Blocks become paragraphs: each stretch of text gets its clause and its address (design, section 4)."""

from collections.abc import Mapping, Sequence

from graph_service.reading.block import Block
from graph_service.reading.changes import Changes, view_of
from graph_service.reading.clauses import cuts_of
from graph_service.reading.document import Paragraph, Region
from graph_service.reading.folding import folded
from graph_service.reading.line import Cut, Line
from graph_service.reading.words import Words


def paragraphs_of(blocks: Sequence[Block], langs: Sequence[str], words: Mapping[str, Words]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document; ``langs`` are the languages of the blocks, ``words`` those of each language.

    The text as it shall read gives the structure; what was struck as a whole is read in the text as it was.
    """
    final = _lines(blocks, langs, words, Changes.FINAL)
    regions = _regions(blocks, final, Changes.FINAL)
    if not all(regions):
        before = _lines(blocks, langs, words, Changes.ORIGINAL, final)
        was = _regions(blocks, before, Changes.ORIGINAL)
        regions = [now or then for now, then in zip(regions, was, strict=True)]
    return tuple(
        _paragraph(block, lang, found) for block, lang, found in zip(blocks, langs, regions, strict=True) if block.text
    )


def _paragraph(block: Block, lang: str, regions: tuple[Region, ...]) -> Paragraph:
    whole = (Region(start=0, end=len(block.text), clause="body", part="body"),)
    return Paragraph(
        text=block.text,
        locator=block.locator,
        lang=lang,
        regions=regions or whole,
        changes=block.changes,
        layout=block.layout,
        offset=block.offset,
        label=block.label,
        omitted=block.omitted,
    )


def _lines(
    blocks: Sequence[Block],
    langs: Sequence[str],
    words: Mapping[str, Words],
    changes: Changes,
    known: Sequence[Line | None] | None = None,
) -> list[Line | None]:
    """The lines of one state of a text, None for what does not stand in it; unchanged ones of another state again."""
    lines: list[Line | None] = []
    for index, (block, lang) in enumerate(zip(blocks, langs, strict=True)):
        if known is not None and not block.changes:
            lines.append(known[index])
            continue
        state = view_of(block.text, block.changes, changes, block.omitted)
        lines.append(Line.of(block, state.text, words[lang]) if state.text.strip() else None)
    return lines


def _regions(blocks: Sequence[Block], lines: Sequence[Line | None], changes: Changes) -> list[tuple[Region, ...]]:
    """The regions of every block in one state of the text; none for what does not stand in it."""
    cuts = cuts_of([line for line in lines if line])
    return [_back(block, next(cuts), changes) if line else () for block, line in zip(blocks, lines, strict=True)]


def _back(block: Block, cuts: Sequence[Cut], changes: Changes) -> tuple[Region, ...]:
    """The cuts of a folded view as regions of the whole text, without gaps."""
    size = len(block.text)
    if len(cuts) == 1:
        return (Region(start=0, end=size, clause=cuts[0].clause, part=cuts[0].part),)
    state = view_of(block.text, block.changes, changes, block.omitted)
    plain = folded(state.text)
    starts = [0, *(state.source(plain.at(cut.start), length=size) for cut in cuts[1:])]
    ends = [*starts[1:], size]
    return tuple(
        Region(start=start, end=end, clause=cut.clause, part=cut.part)
        for start, end, cut in zip(starts, ends, cuts, strict=True)
        if start < end
    )
