"""The way back from a changed text to its source: runs of characters that stand side by side in both."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import overload


class Offsets(Sequence[int]):
    """Where each character of a text stands in its source, kept as runs: long texts differ in few places.

    >>> list(Offsets([(0, 0), (3, 10)], 5))
    [0, 1, 2, 10, 11]
    """

    __slots__ = ("_places", "_positions", "_size")

    def __init__(self, runs: Sequence[tuple[int, int]], size: int) -> None:
        """Take the runs, each by where it begins in the text and in the source, and the length of the text."""
        self._positions = [position for position, _ in runs]
        self._places = [place for _, place in runs]
        self._size = size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._size))]
        at = index + self._size if index < 0 else index
        if not 0 <= at < self._size:
            raise IndexError(index)
        run = bisect_right(self._positions, at) - 1
        return self._places[run] + at - self._positions[run]


class Composed(Sequence[int]):
    """The way back through two changes: ``outer`` of ``inner``."""

    __slots__ = ("_inner", "_outer")

    def __init__(self, inner: Sequence[int], outer: Sequence[int]) -> None:
        self._inner, self._outer = inner, outer

    def __len__(self) -> int:
        return len(self._inner)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self._outer[at] for at in self._inner[index]]
        return self._outer[self._inner[index]]
