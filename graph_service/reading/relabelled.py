"""Lists whose items were relabelled by flattened changes: "c)" and then "dc)" tell that the first "c)" was struck."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.reading.block import Block
from graph_service.reading.document import Change, Layout, Span
from graph_service.reading.folding import fold, folded
from graph_service.reading.labels import letter_ordinal
from graph_service.reading.openings import opening_at_start
from graph_service.reading.words import Words

_PRINTED = re.compile(
    r"(?:\[[^\]]*\]|\s)*(?:(?P<letters>[a-zа-я]{1,2}|[\u0621-\u064a]{1,2})\s?[)）]|(?P<digits>\d{1,4})(?=[\t ]))"
)
_DOUBLE = re.compile(r"(?:\[[^\]]*\]|\s)*(?:[^\W\d_]{2}\s?[)）]|\d{2,4}[\t ])")
_FAR = 5
_TAIL = 8
_HEAD = 80
_MOST_STATES = 64
_SURE = 2
_STOPS = re.compile(r"(?<=[^\W_])(?:(?P<old>[,،，])(?P<new>[;؛；])|(?P<semicolon>[;؛；])(?P<stop>[,،，.。]))\s*$")


@dataclass(frozen=True, slots=True)
class _Printed:
    """The label of one block as printed: where it stands, and what it can be read as.

    ``whole`` is its ordinal if it is one label, ``pairs`` are the ordinals of an old and a new one run together with
    the place where the new one begins.
    """

    index: int
    start: int
    end: int
    is_number: bool
    whole: int | None
    pairs: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What became of one item: a change of the whole, or the place where its new label begins, or neither."""

    change: Change | None = None
    split: int | None = None


def relabelled(blocks: Sequence[Block], langs: Sequence[str], words: Mapping[str, Words]) -> tuple[Block, ...]:
    """Return the blocks with the guessed changes of labels, and of whole items, that the labels tell."""
    if not any(_DOUBLE.match(block.text) or _STOPS.search(block.text[-_TAIL:]) for block in blocks):
        return tuple(blocks)
    changed = list(blocks)
    for run in _runs(blocks, langs, words):
        if any(item.pairs for item in run):
            for item, reading in zip(run, _read(run), strict=True):
                changed[item.index] = _marked(changed[item.index], item, reading)
        _restopped(changed, run)
    return tuple(changed)


def _restopped(changed: list[Block], run: Sequence[_Printed]) -> None:
    """Two stops at the end of an item: the comma that ended the list became the semicolon of an item, or the reverse.

    What follows in the list was put in then, or was taken out.
    """
    for place, item in enumerate(run):
        block = changed[item.index]
        found = _STOPS.search(block.text)
        if found is None or any(span.end >= found.start() for span in block.changes):
            continue
        start = found.start()
        changed[item.index] = replace(block, changes=(*block.changes, *_pair(start, start + 1, start + 2)))
        change = Change.INSERTED if found["new"] else Change.STRUCK
        for after in run[place + 1 :]:
            rest = changed[after.index]
            if not rest.changes:
                changed[after.index] = replace(rest, changes=(_whole(rest, change),))
        return


def _whole(block: Block, change: Change) -> Span:
    return Span(start=0, end=len(block.text), change=change, guessed=True)


def _pair(start: int, middle: int, end: int) -> tuple[Span, Span]:
    return (
        Span(start=start, end=middle, change=Change.STRUCK, guessed=True),
        Span(start=middle, end=end, change=Change.INSERTED, guessed=True),
    )


def _runs(blocks: Sequence[Block], langs: Sequence[str], words: Mapping[str, Words]) -> Iterator[list[_Printed]]:
    """The labelled blocks of one list after another; a clause opening, or a first label, begins a new list."""
    run: list[_Printed] = []
    lettered = False
    for index, (block, lang) in enumerate(zip(blocks, langs, strict=True)):
        start = fold(block.text[:_HEAD])
        found = _PRINTED.match(start) if block.layout is Layout.BODY else None
        if found is None:
            if opening_at_start(start, words[lang]):
                yield run
                run = []
            continue
        if run and lettered is not bool(found["letters"]):
            continue
        item = _printed(index, found, words[lang].letters)
        if run and item.whole == 1:
            yield run
            run = []
        lettered = bool(found["letters"])
        run.append(item)
    yield run


def _printed(index: int, found: re.Match[str], letters: tuple[str, ...]) -> _Printed:
    label, start = (
        (found["letters"], found.start("letters")) if found["letters"] else (found["digits"], found.start("digits"))
    )
    ordinal = (lambda text: letter_ordinal(text, letters)) if found["letters"] else int
    pairs = []
    for cut in range(1, len(label)):
        old, new = ordinal(label[:cut]), ordinal(label[cut:])
        if old and new and old != new and not label[cut:].startswith("0"):
            pairs.append((old, new, start + cut))
    whole = ordinal(label)
    return _Printed(index, start, start + len(label), found["letters"] is None, whole, tuple(pairs))


def _read(run: Sequence[_Printed]) -> list[_Reading]:
    """The reading of a list in which old and new labels each count up by one, with the fewest items struck or new.

    Numbers are only believed where two of them tell the same, since 32 may be a number by itself.
    """
    first = run[0].whole or (run[0].pairs[0][0] if run[0].pairs else 1)
    states: dict[tuple[int, int], _Way] = {(first - 1, first - 1): _Way(0, None, None)}
    for item in run:
        after: dict[tuple[int, int], _Way] = {}
        for (old, new), way in states.items():
            for reading, then_old, then_new, cost in _choices(item, old, new):
                known = after.get((then_old, then_new))
                if known is None or way.cost + cost < known.cost:
                    after[then_old, then_new] = _Way(way.cost + cost, reading, way)
        states = dict(sorted(after.items(), key=lambda pair: pair[1].cost)[:_MOST_STATES])
    best = min(states.values(), key=lambda way: way.cost, default=None)
    found = best.readings() if best else [_near(item) for item in run]
    splits = sum(reading.split is not None for reading in found)
    return found if splits >= (_SURE if run[0].is_number else 1) else [_Reading() for _ in run]


@dataclass(frozen=True, slots=True)
class _Way:
    """How a list was read up to an item: what that cost, the item's reading, and the way before it."""

    cost: int
    reading: _Reading | None
    before: "_Way | None"

    def readings(self) -> list[_Reading]:
        """The readings of all items, in order."""
        found: list[_Reading] = []
        way: _Way | None = self
        while way is not None and way.reading is not None:
            found.append(way.reading)
            way = way.before
        return found[::-1]


def _choices(item: _Printed, old: int, new: int) -> Iterator[tuple[_Reading, int, int, int]]:
    """What an item can be after an old and a new ordinal, the ordinals that it leaves, and what that costs."""
    if item.whole == old + 1 == new + 1:
        yield _Reading(), old + 1, new + 1, 0
    for before, after, split in item.pairs:
        if (before, after) == (old + 1, new + 1):
            yield _Reading(split=split), before, after, 0
    if item.whole == old + 1:
        yield _Reading(Change.STRUCK), old + 1, new, 1
    if item.whole == new + 1:
        yield _Reading(Change.INSERTED), old, new + 1, 1


def _near(item: _Printed) -> _Reading:
    """A label by itself, where the list does not add up: two letters near each other are an old and a new one."""
    if item.whole is None:
        for before, after, split in item.pairs:
            if abs(before - after) <= _FAR:
                return _Reading(split=split)
    return _Reading()


def _marked(block: Block, item: _Printed, reading: _Reading) -> Block:
    if reading.change:
        return replace(block, changes=(_whole(block, reading.change),))
    if reading.split is None:
        return block
    back = folded(block.text)
    spans = _pair(back.at(item.start), back.at(reading.split), back.at(item.end))
    return replace(block, changes=(*spans, *block.changes))
