"""Things that stand in stretches of a text: which of them touch another stretch, without a look at all the others."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
_BITS = 6
"""Stretches are kept by the 64 characters that they stand in."""


class Stretches(Generic[T]):
    """Things with the stretches that they stand in, given as beginning, end and thing."""

    def __init__(self, things: Iterable[tuple[int, int, T]] = ()) -> None:
        self._blocks: dict[int, list[tuple[int, int, int]]] = {}
        self._things: list[T] = []
        for start, end, thing in things:
            self.add(start, end, thing)

    def add(self, start: int, end: int, thing: T) -> None:
        """Take up a thing."""
        entry = len(self._things), start, end
        self._things.append(thing)
        for block in range(start >> _BITS, (end >> _BITS) + 1):
            self._blocks.setdefault(block, []).append(entry)

    @property
    def all(self) -> Sequence[T]:
        """All things, in the order in which they were taken up."""
        return self._things

    def touching(self, start: int, end: int) -> list[T]:
        """Return the things that stand in a part of a stretch, in the order in which they were taken up."""
        if not self._things:
            return []
        found = {
            at
            for block in range(start >> _BITS, (end >> _BITS) + 1)
            for at, first, last in self._blocks.get(block, ())
            if first < end and start < last
        }
        return [self._things[at] for at in sorted(found)]
