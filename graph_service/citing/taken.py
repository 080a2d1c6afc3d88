"""The stretches of a text that references have taken, so that none overlaps another: asked in constant time."""

_BITS = 6
"""Stretches are kept by the 64 characters that they stand in."""


class Taken:
    """Stretches of a text, given by where they begin and end."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[tuple[int, int]]] = {}

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        for block in range(start >> _BITS, (end >> _BITS) + 1):
            self._blocks.setdefault(block, []).append((start, end))

    def is_free(self, start: int, end: int) -> bool:
        """Whether no stretch that was taken overlaps one."""
        for block in range(start >> _BITS, (end >> _BITS) + 1):
            for first, last in self._blocks.get(block, ()):
                if first < end and start < last:
                    return False
        return True
